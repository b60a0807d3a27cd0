//! What isn't right in a draft yet, at the field in which it can be put right.

use super::draft::Draft;
use super::item::Item;
use super::place::{ItemField, Place, RoutineField, SectionField};
use crate::{Library, Problem};

/// One thing that isn't right in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Where it is put right.
    pub place: Place,
    /// What is wrong and what would be right. It reads on after the name of the field: `should not be empty.`
    pub sentence: String,
}

impl FieldProblem {
    /// Whether nothing stands in the field yet, though something has to.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.sentence == Problem::MISSING
    }
}

/// Everything that isn't right in a draft, in the order of its fields: what those who embed its document would be told.
#[must_use]
pub fn problems(draft: &Draft) -> Vec<FieldProblem> {
    let problems = Library::built_in().read(&draft.to_document("").to_string()).err().unwrap_or_default();
    let mut found: Vec<FieldProblem> = problems.iter().map(|problem| draft.locate(problem)).collect();
    found.sort_by_key(|problem| draft.order(problem.place));
    found
}

/// A step of a problem's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

impl<'a> Step<'a> {
    /// The steps of a path such as `sections[2].exercises[0].dose.seconds`.
    fn all(path: &'a str) -> Vec<Self> {
        let step = |part: &'a str| match part.strip_suffix(']').map(str::parse) {
            Some(Ok(index)) => Step::Item(index),
            _ => Step::Field(part),
        };
        path.split(['.', '[']).filter(|part| !part.is_empty()).map(step).collect()
    }
}

impl Draft {
    /// The field that a problem is about. What no field shows is about the exercise, the section or the routine as a whole,
    /// and then says where it is.
    fn locate(&self, problem: &Problem) -> FieldProblem {
        let steps = Step::all(&problem.path);
        let at = |place| FieldProblem { place, sentence: problem.message.clone() };
        if let [Step::Field("sections"), Step::Item(s), rest @ ..] = steps.as_slice()
            && let Some(section) = self.sections.get(*s)
        {
            if let [Step::Field("exercises"), Step::Item(e), rest @ ..] = rest
                && let Some(item) = section.items.get(*e)
            {
                return match item_field(item, rest) {
                    Some(field) => at(Place::Item(item.key, field)),
                    None => within(problem, 2, Place::Item(item.key, ItemField::Whole)),
                };
            }
            return match section_field(rest) {
                Some(field) => at(Place::Section(section.key, field)),
                None => within(problem, 1, Place::Section(section.key, SectionField::Whole)),
            };
        }
        match routine_field(&steps) {
            Some(field) => at(Place::Routine(field)),
            None => {
                FieldProblem { place: Place::Routine(RoutineField::Whole), sentence: problem.to_string() }
            }
        }
    }

    /// Where a place comes in the draft, for sorting.
    fn order(&self, place: Place) -> (usize, usize, Place) {
        let section = |key| self.sections.iter().position(|section| section.key == key);
        match place {
            Place::Routine(_) => (0, 0, place),
            Place::Section(key, _) => (section(key).map_or(usize::MAX, |s| s + 1), 0, place),
            Place::Item(key, _) => {
                let (s, i) = self.position(key).unwrap_or((usize::MAX - 1, usize::MAX - 1));
                (s + 1, i + 1, place)
            }
        }
    }
}

/// A problem of something that no field shows: the sentence begins with its path within the exercise or the section.
fn within(problem: &Problem, indices: usize, place: Place) -> FieldProblem {
    let rest = problem.path.splitn(indices + 1, ']').nth(indices).unwrap_or_default().trim_start_matches('.');
    let sentence =
        if rest.is_empty() { problem.message.clone() } else { format!("{rest}: {}", problem.message) };
    FieldProblem { place, sentence }
}

fn routine_field(steps: &[Step<'_>]) -> Option<RoutineField> {
    Some(match steps {
        [Step::Field("name")] => RoutineField::Name,
        [Step::Field("for")] => RoutineField::ForWhom,
        [Step::Field("summary")] => RoutineField::Introduction,
        [Step::Field("author")] | [Step::Field("author"), Step::Field("name")] => RoutineField::AuthorName,
        [Step::Field("author"), Step::Field("url")] => RoutineField::AuthorUrl,
        [Step::Field("days-per-week")] => RoutineField::DaysPerWeek,
        [Step::Field("safety")] => RoutineField::Safety(None),
        [Step::Field("safety"), Step::Item(n)] => RoutineField::Safety(Some(*n)),
        [Step::Field("lang")] => RoutineField::Lang,
        _ => return None,
    })
}

fn section_field(steps: &[Step<'_>]) -> Option<SectionField> {
    Some(match steps {
        [Step::Field("name")] => SectionField::Name,
        [Step::Field("summary")] => SectionField::Summary,
        [Step::Field("exercises")] => SectionField::Items,
        _ => return None,
    })
}

fn item_field(item: &Item, steps: &[Step<'_>]) -> Option<ItemField> {
    let field = match steps {
        [Step::Field("name")] => ItemField::Name,
        [Step::Field("summary")] => ItemField::Summary,
        [Step::Field("setup")] => ItemField::Setup,
        [Step::Field("steps")] => ItemField::Steps(None),
        [Step::Field("steps"), Step::Item(n)] => ItemField::Steps(Some(*n)),
        [Step::Field("key")] => ItemField::Key,
        [Step::Field("mistake")] => ItemField::Mistake,
        [Step::Field("caution")] => ItemField::Caution,
        [Step::Field("dose")] | [Step::Field("seconds")] | [Step::Field("dose"), Step::Field("seconds")] => {
            ItemField::Seconds
        }
        [Step::Field("repeats"), ..] | [Step::Field("dose"), Step::Field("repeats"), ..] => {
            ItemField::Repeats
        }
        [Step::Field("dose"), Step::Field("kind")] => ItemField::Kind,
        [Step::Field("sides")] => ItemField::Sides,
        [Step::Field("leave-out-steps"), ..] => ItemField::LeftOutSteps,
        [Step::Field("posture")] => ItemField::Posture,
        [Step::Field("region")] => ItemField::Region,
        [Step::Field("side-name")] => ItemField::SideName,
        [Step::Field("figure")] => ItemField::Figure,
        _ => return None,
    };
    // Only an exercise of one's own has fields for these.
    let is_own = item.of().is_none();
    let only_own =
        [ItemField::Kind, ItemField::Posture, ItemField::Region, ItemField::SideName, ItemField::Figure];
    (is_own || !only_own.contains(&field)).then_some(field)
}
