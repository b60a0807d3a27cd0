//! From a JSON document to a [`Routine`], or to everything that is wrong with it.

use super::document::{Fields, Problems, number, shown};
use super::{
    Dose, Exercise, Muscle, Note, Problem, Reference, Repeats, Routine, Section, Sides, Times, Variation,
};
use crate::json::{self, Value};

/// The largest document that is read, in bytes. The built-in routine has 25,000.
const DOCUMENT_MAX: usize = 1_000_000;
/// Seconds of a dose.
const DOSE: (u32, u32) = (1, 3_600);
/// Seconds between.
const BETWEEN: (u32, u32) = (0, 600);
/// Repeats of a hold.
const REPEATS: (u32, u32) = (1, 20);

pub(super) fn routine(document: &str) -> Result<Routine, Vec<Problem>> {
    let refuse = |message: String| Err(vec![Problem::new("", message)]);
    if document.len() > DOCUMENT_MAX {
        let most = DOCUMENT_MAX / 1_000;
        let size = document.len().div_ceil(1_000);
        return refuse(told!("The routine has {size} KB; at most {most} KB are read."));
    }
    if document.trim().is_empty() {
        return refuse("The routine is empty.".to_owned());
    }
    let value = match json::read(document) {
        Ok(value) => value,
        Err(error) => return refuse(told!("The routine is not valid JSON: {error}.")),
    };

    if value.as_object().is_none() {
        return refuse("The routine should be a JSON object.".to_owned());
    }

    let mut problems = Problems::default();
    let routine = Reader { problems: &mut problems }.routine(value);
    check_names(&routine, &mut problems);
    problems.into_result(routine)
}

/// Walks down the document. A part that can't be read is noted and read as if it were blank; the rest is still
/// checked.
struct Reader<'a> {
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn fields(&mut self, path: String, value: Value) -> Fields {
        Fields::new(path, value, self.problems)
    }

    /// Reads each item of a list.
    fn each<T>(
        &mut self,
        items: Vec<(String, Value)>,
        read: impl Fn(&mut Self, String, Value) -> T,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for (path, item) in items {
            all.push(read(self, path, item));
        }
        all
    }

    fn routine(&mut self, value: Value) -> Routine {
        let mut fields = self.fields(String::new(), value);
        fields.number("format", (1, 1), self.problems);
        // What drawings share; see `crate::figure::draw`.
        fields.optional("bodies");
        fields.optional("anatomy-picture");
        let sections = fields.list("sections", (1, 20), self.problems);
        let why = fields.list("why", (0, 20), self.problems);
        let muscles = fields.list("muscles", (0, 20), self.problems);
        let references = fields.list("references", (0, 100), self.problems);
        let routine = Routine {
            id: fields.id("id", self.problems),
            lang: fields.text("lang", self.problems),
            name: fields.text("name", self.problems),
            tagline: fields.text_or_empty("tagline", self.problems),
            summary: fields.text_or_empty("summary", self.problems),
            times: self.times(&mut fields),
            sections: self.each(sections, Self::section),
            why: self.each(why, Self::note),
            anatomy: fields.text_or_empty("anatomy", self.problems),
            muscles: self.each(muscles, Self::muscle),
            benefits: fields.texts("benefits", (0, 20), self.problems),
            safety: fields.texts("safety", (1, 20), self.problems),
            references: self.each(references, Self::reference),
        };
        fields.end(self.problems);
        routine
    }

    fn times(&mut self, fields: &mut Fields) -> Times {
        // The defaults of the built-in routine, for authors who have no opinion.
        let mut times = Times { prepare_s: 10, switch_s: 5, recover_s: 5 };
        let path = fields.path("times");
        let given = fields.optional("times").map(|value| self.fields(path, value));
        if let Some(mut given) = given {
            times.prepare_s = given.number("prepare", BETWEEN, self.problems);
            times.switch_s = given.number("switch", BETWEEN, self.problems);
            times.recover_s = given.number("recover", BETWEEN, self.problems);
            given.end(self.problems);
        }
        times
    }

    fn section(&mut self, path: String, value: Value) -> Section {
        let mut fields = self.fields(path, value);
        let exercises = fields.list("exercises", (1, 40), self.problems);
        let section = Section {
            id: fields.id("id", self.problems),
            name: fields.text("name", self.problems),
            summary: fields.text_or_empty("summary", self.problems),
            exercises: self.each(exercises, Self::exercise),
        };
        fields.end(self.problems);
        section
    }

    fn exercise(&mut self, path: String, value: Value) -> Exercise {
        let mut fields = self.fields(path, value);
        let dose_path = fields.path("dose");
        let dose = fields.required("dose", self.problems).and_then(|value| self.dose(dose_path, value));
        let variation_path = fields.path("variation");
        let variation = fields.optional("variation").map(|value| self.variation(variation_path, value));
        let partner = fields.flag("partner", self.problems);
        // A figure that can't be drawn is no reason to refuse the exercise: `crate::figure` reads it, and says what is wrong.
        fields.optional("figure");
        let substitute = fields.text_or_empty("substitute", self.problems);
        if !substitute.is_empty() && !partner {
            self.problems.add(
                &fields.path("substitute"),
                "only makes sense where \"partner\" is true: it is what a person without one does instead.",
            );
        }
        let exercise = Exercise {
            id: fields.id("id", self.problems),
            name: fields.text("name", self.problems),
            summary: fields.text_or_empty("summary", self.problems),
            needs: fields.text_or_empty("needs", self.problems),
            dose: dose.unwrap_or(Dose::Move { seconds: 1 }),
            sides: self.sides(&mut fields),
            steps: fields.texts("steps", (1, 20), self.problems),
            key: fields.text_or_empty("key", self.problems),
            mistake: fields.text_or_empty("mistake", self.problems),
            partner,
            substitute: Some(substitute).filter(|id| !id.is_empty()),
            variation,
            muscles: fields.texts("muscles", (0, 20), self.problems),
        };
        fields.end(self.problems);
        exercise
    }

    fn variation(&mut self, path: String, value: Value) -> Variation {
        let mut fields = self.fields(path, value);
        let variation = Variation {
            id: fields.id("id", self.problems),
            name: fields.text("name", self.problems),
            label: fields.text("label", self.problems),
            sides: self.sides(&mut fields),
            steps: fields.texts("steps", (1, 20), self.problems),
            key: fields.text_or_empty("key", self.problems),
        };
        fields.optional("figure");
        fields.end(self.problems);
        variation
    }

    fn dose(&mut self, path: String, value: Value) -> Option<Dose> {
        let mut fields = self.fields(path, value);
        let kind = fields.text("kind", self.problems);
        let seconds = fields.number("seconds", DOSE, self.problems);
        let dose = match kind.as_str() {
            "move" => Some(Dose::Move { seconds }),
            "hold" => {
                let path = fields.path("repeats");
                let repeats = match fields.optional("repeats") {
                    Some(value) => self.repeats(path, value),
                    None => Repeats { min: 1, max: 1, default: 1 },
                };
                Some(Dose::Hold { seconds, repeats })
            }
            other => {
                // Where it is empty, that was said.
                if !other.is_empty() {
                    self.problems.add(&fields.path("kind"), "should be \"move\" or \"hold\".");
                }
                // It may have been meant to be a hold.
                fields.optional("repeats");
                None
            }
        };
        fields.end(self.problems);
        dose
    }

    fn repeats(&mut self, path: String, value: Value) -> Repeats {
        let mut fields = self.fields(path.clone(), value);
        let before = self.problems.count();
        let mut field = |name| fields.number(name, REPEATS, self.problems);
        let (min, max, default) = (field("min"), field("max"), field("default"));
        let all_read = self.problems.count() == before;
        fields.end(self.problems);
        if all_read && (min > default || default > max) {
            self.problems.add(&path, "should have min <= default <= max.");
        }
        let small = |number: u32| u16::try_from(number).unwrap_or(u16::MAX); // REPEATS keeps it at 20
        Repeats { min: small(min), max: small(max), default: small(default) }
    }

    fn sides(&mut self, fields: &mut Fields) -> Sides {
        match fields.text("sides", self.problems).as_str() {
            "none" | "" => Sides::None,
            "together" => Sides::Together,
            "alternating" => Sides::Alternating,
            "each" => Sides::Each,
            _ => {
                self.problems.add(
                    &fields.path("sides"),
                    "should be \"none\", \"together\", \"alternating\" or \"each\".",
                );
                Sides::None
            }
        }
    }

    fn cited(&mut self, fields: &mut Fields) -> Vec<usize> {
        let items = fields.list("references", (0, 20), self.problems);
        // 0 where it is no number: that was said.
        self.each(items, |reader, path, item| {
            number(&path, &item, (1, 100), reader.problems).unwrap_or(0) as usize
        })
    }

    fn note(&mut self, path: String, value: Value) -> Note {
        let mut fields = self.fields(path, value);
        let note = Note { text: fields.text("text", self.problems), references: self.cited(&mut fields) };
        fields.end(self.problems);
        note
    }

    fn muscle(&mut self, path: String, value: Value) -> Muscle {
        let mut fields = self.fields(path, value);
        let muscle = Muscle {
            id: fields.id("id", self.problems),
            name: fields.text("name", self.problems),
            text: fields.text("text", self.problems),
            references: self.cited(&mut fields),
        };
        fields.end(self.problems);
        muscle
    }

    fn reference(&mut self, path: String, value: Value) -> Reference {
        let mut fields = self.fields(path, value);
        let reference = Reference {
            title: fields.text("title", self.problems),
            source: fields.text("source", self.problems),
            date: fields.text_or_empty("date", self.problems),
            url: fields.text("url", self.problems),
        };
        // Anything else, `javascript:` above all, must never become a link.
        let url = reference.url.as_str();
        let address = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let broken = |c: char| c.is_whitespace() || c.is_control();
        if !url.is_empty() && address.is_none_or(|address| address.is_empty() || address.contains(broken)) {
            self.problems.add(
                &fields.path("url"),
                "should be a web address that begins with https:// or http://, without spaces.",
            );
        }
        fields.end(self.problems);
        reference
    }
}

/// What only shows when the whole is known: ids are unique, and what is named exists.
///
/// An empty id stands for one that could not be read. That was said, and it may be the one that is meant.
fn check_names(routine: &Routine, problems: &mut Problems) {
    let mut sections = Ids::of("section");
    let mut exercises = Ids::of("exercise and each variation");
    let mut muscles = Ids::of("muscle");
    for (m, muscle) in routine.muscles.iter().enumerate() {
        let path = told!("muscles[{m}]");
        muscles.add(&told!("{path}.id"), &muscle.id, problems);
        check_cited(&path, &muscle.references, routine, problems);
    }
    for (s, section) in routine.sections.iter().enumerate() {
        sections.add(&told!("sections[{s}].id"), &section.id, problems);
        for (e, exercise) in section.exercises.iter().enumerate() {
            let path = told!("sections[{s}].exercises[{e}]");
            exercises.add(&told!("{path}.id"), &exercise.id, problems);
            if let Some(variation) = &exercise.variation {
                exercises.add(&told!("{path}.variation.id"), &variation.id, problems);
            }
            check_substitute(&path, exercise, routine, problems);
            let mut named = Vec::new();
            for (m, id) in exercise.muscles.iter().enumerate().filter(|(_, id)| !id.is_empty()) {
                let path = told!("{path}.muscles[{m}]");
                if !muscles.seen.contains(&id.as_str()) && !muscles.seen.contains(&"") {
                    problems.add(&path, told!("\"{}\" is not among the muscles.", shown(id)));
                } else if !is_new(&mut named, id.as_str()) {
                    problems.add(&path, told!("\"{}\" is named twice.", shown(id)));
                }
            }
        }
    }
    for (n, note) in routine.why.iter().enumerate() {
        check_cited(&told!("why[{n}]"), &note.references, routine, problems);
    }
}

/// The ids of one kind of thing so far.
struct Ids<'a> {
    seen: Vec<&'a str>,
    kind: &'static str,
}

impl<'a> Ids<'a> {
    fn of(kind: &'static str) -> Self {
        Self { seen: Vec::new(), kind }
    }

    fn add(&mut self, path: &str, id: &'a str, problems: &mut Problems) {
        if !is_new(&mut self.seen, id) && !id.is_empty() {
            let kind = self.kind;
            problems
                .add(path, told!("\"{}\" is used before; each {kind} needs an id of its own.", shown(id)));
        }
    }
}

fn check_substitute(path: &str, exercise: &Exercise, routine: &Routine, problems: &mut Problems) {
    let Some(id) = &exercise.substitute else { return };
    let fits = match routine.exercise(id) {
        Some(other) => other.id != exercise.id && !other.partner,
        None => routine.exercise("").is_some(),
    };
    if !fits {
        problems.add(
            &told!("{path}.substitute"),
            told!("\"{}\" should be another exercise of this routine, without a partner.", shown(id)),
        );
    }
}

fn check_cited(path: &str, cited: &[usize], routine: &Routine, problems: &mut Problems) {
    let last = routine.references.len();
    let mut named = Vec::new();
    for (r, number) in cited.iter().enumerate().filter(|(_, number)| **number > 0) {
        let path = told!("{path}.references[{r}]");
        if *number > last {
            problems.add(&path, told!("there is no reference {number}; the last is {last}."));
        } else if !is_new(&mut named, *number) {
            problems.add(&path, told!("{number} is named twice."));
        }
    }
}

/// Notes something, and says whether it was not noted before. The lists are short: 800 exercises at most.
fn is_new<T: PartialEq>(seen: &mut Vec<T>, item: T) -> bool {
    let new = !seen.contains(&item);
    if new {
        seen.push(item);
    }
    new
}
