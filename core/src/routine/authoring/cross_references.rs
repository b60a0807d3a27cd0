//! What only shows once the whole document is known: ids are unique, and everything that is referred to
//! exists.
//!
//! An id that can't be read was reported where it stands. It may be the one that is referred to, so
//! references are not reported on its account.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Citations, ExerciseDraft, Given, RoutineDraft};
use super::problem::{Path, Problems, shorten};

/// Notes every repeated id and every reference that leads nowhere.
pub(super) fn check(draft: &RoutineDraft, problems: &mut Problems) {
    let root = Path::Document;
    let last_reference = draft.references.items().len();

    let muscles_path = root.field("muscles");
    let mut muscles = Ids::new("muscle");
    for (m, given) in draft.muscles.items().iter().enumerate() {
        let path = muscles_path.item(m);
        let muscle = given.usable();
        muscles.add(&path, muscle.map(|muscle| &muscle.id), problems);
        if let Some(muscle) = muscle {
            check_citations(&path, &muscle.references, last_reference, problems);
        }
    }

    let exercises = Exercises::of(draft);
    let sections_path = root.field("sections");
    let mut section_ids = Ids::new("section");
    let mut exercise_ids = Ids::new("exercise and each variation");
    for (s, section) in draft.sections.items().iter().enumerate() {
        let path = sections_path.item(s);
        let Some(section) = section.usable() else { continue };
        section_ids.add(&path, Some(&section.id), problems);
        let exercises_path = path.field("exercises");
        for (e, exercise) in section.exercises.items().iter().enumerate() {
            let path = exercises_path.item(e);
            let Some(exercise) = exercise.usable() else { continue };
            exercise_ids.add(&path, Some(&exercise.id), problems);
            for (field, variation) in [("variation", &exercise.variation), ("easier", &exercise.easier)] {
                if let Some(variation) = variation.usable() {
                    exercise_ids.add(&path.field(field), Some(&variation.id), problems);
                }
            }
            exercises.check_substitute(&path, exercise, problems);
            check_muscles(&path, exercise, &muscles, problems);
            check_citations(&path, &exercise.references, last_reference, problems);
        }
    }

    if let Some(cover) = readable(&draft.cover)
        && !exercises.partner.contains_key(cover)
        && !exercises.has_unreadable
    {
        let message = format_args!("\"{}\" should be an exercise of this routine.", shorten(cover));
        problems.add(&root.field("cover"), message);
    }

    let why_path = root.field("why");
    for (n, note) in draft.why.items().iter().enumerate() {
        if let Some(note) = note.usable() {
            check_citations(&why_path.item(n), &note.references, last_reference, problems);
        }
    }
}

/// The text of an id, unless it can't be read.
fn readable(id: &Given<String>) -> Option<&str> {
    id.usable().map(String::as_str).filter(|id| !id.trim().is_empty())
}

/// The ids of one kind of thing so far.
struct Ids<'a> {
    seen: BTreeSet<&'a str>,
    has_unreadable: bool,
    kind: &'static str,
}

impl<'a> Ids<'a> {
    fn new(kind: &'static str) -> Self {
        Self { seen: BTreeSet::new(), has_unreadable: false, kind }
    }

    /// Adds the id of the thing at a path, if that thing can be read at all.
    fn add(&mut self, path: &Path<'_>, id: Option<&'a Given<String>>, problems: &mut Problems) {
        let Some(id) = id.and_then(readable) else {
            self.has_unreadable = true;
            return;
        };
        if !self.seen.insert(id) {
            let (id, kind) = (shorten(id), self.kind);
            problems.add(
                &path.field("id"),
                format_args!("\"{id}\" is used before; each {kind} needs an id of its own."),
            );
        }
    }
}

/// All exercises of a document, as far as substitutes go.
struct Exercises<'a> {
    /// Whether each takes a partner.
    partner: BTreeMap<&'a str, bool>,
    has_unreadable: bool,
}

impl<'a> Exercises<'a> {
    fn of(draft: &'a RoutineDraft) -> Self {
        let mut exercises = Self { partner: BTreeMap::new(), has_unreadable: false };
        for section in draft.sections.items() {
            let Some(section) = section.usable() else { continue };
            for exercise in section.exercises.items() {
                match exercise.usable().and_then(|exercise| Some((readable(&exercise.id)?, exercise))) {
                    Some((id, exercise)) => {
                        let partner = exercise.partner.usable().copied().unwrap_or_default();
                        exercises.partner.entry(id).or_insert(partner);
                    }
                    None => exercises.has_unreadable = true,
                }
            }
        }
        exercises
    }

    fn check_substitute(&self, path: &Path<'_>, exercise: &ExerciseDraft, problems: &mut Problems) {
        let Some(substitute) = readable(&exercise.substitute) else { return };
        let fits = match self.partner.get(substitute) {
            Some(takes_partner) => readable(&exercise.id) != Some(substitute) && !takes_partner,
            None => self.has_unreadable,
        };
        if !fits {
            let substitute = shorten(substitute);
            problems.add(
                &path.field("substitute"),
                format_args!(
                    "\"{substitute}\" should be another exercise of this routine, without a partner."
                ),
            );
        }
    }
}

fn check_muscles(path: &Path<'_>, exercise: &ExerciseDraft, muscles: &Ids<'_>, problems: &mut Problems) {
    let path = path.field("muscles");
    let mut named = BTreeSet::new();
    for (m, id) in exercise.muscles.items().iter().enumerate() {
        let Some(id) = readable(id) else { continue };
        let path = path.item(m);
        if !muscles.seen.contains(id) && !muscles.has_unreadable {
            problems.add(&path, format_args!("\"{}\" is not among the muscles.", shorten(id)));
        } else if !named.insert(id) {
            problems.add(&path, format_args!("\"{}\" is named twice.", shorten(id)));
        }
    }
}

fn check_citations(path: &Path<'_>, citations: &Citations, last: usize, problems: &mut Problems) {
    let path = path.field("references");
    let mut named = BTreeSet::new();
    for (r, number) in citations.items().iter().enumerate() {
        // What is no number of a reference at all was reported there.
        let number = number.usable().and_then(serde_json::Number::as_u64);
        let Some(number) = number.filter(|number| (1..=100).contains(number)) else { continue };
        let path = path.item(r);
        if number > last as u64 {
            problems.add(&path, format_args!("there is no reference {number}; the last is {last}."));
        } else if !named.insert(number) {
            problems.add(&path, format_args!("{number} is named twice."));
        }
    }
}
