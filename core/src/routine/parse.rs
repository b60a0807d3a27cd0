//! From a JSON document to a [`Routine`], or to everything that is wrong with it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::document::{Fields, Problems, number};
use super::{
    Dose, Exercise, Muscle, Note, Problem, Reference, Repeats, Routine, Section, Sides, Times, Variation,
};

/// The largest document that is read, in bytes. The built-in routine has 9,000.
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
        let size = document.len() / 1_000;
        return refuse(format!("The routine has {size} KB; at most {most} KB are read."));
    }
    if document.trim().is_empty() {
        return refuse("The routine is empty.".to_owned());
    }
    let value: Value = match serde_json::from_str(document) {
        Ok(value) => value,
        Err(error) => return refuse(format!("The routine is not valid JSON: {error}.")),
    };

    let mut problems = Problems::default();
    let routine = Reader { problems: &mut problems }.routine(value);
    match routine {
        Some(routine) => {
            check_names(&routine, &mut problems);
            problems.into_result(routine)
        }
        None => refuse("The routine should be a JSON object.".to_owned()),
    }
}

/// Walks down the document. A part that can't be read is noted and left out; the rest is still checked.
struct Reader<'a> {
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn fields(&mut self, path: String, value: Value) -> Option<Fields> {
        Fields::new(path, value, self.problems)
    }

    /// Reads each item of a list; items that can't be read are left out.
    fn each<T>(
        &mut self,
        items: Vec<(String, Value)>,
        read: impl Fn(&mut Self, String, Value) -> Option<T>,
    ) -> Vec<T> {
        items.into_iter().filter_map(|(path, item)| read(self, path, item)).collect()
    }

    fn routine(&mut self, value: Value) -> Option<Routine> {
        let mut fields = self.fields(String::new(), value)?;
        fields.number("format", (1, 1), self.problems);
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
        Some(routine)
    }

    fn times(&mut self, fields: &mut Fields) -> Times {
        // The defaults of the built-in routine, for authors who have no opinion.
        let mut times = Times { prepare_s: 10, switch_s: 5, recover_s: 5 };
        let path = fields.path("times");
        let given = fields.optional("times").and_then(|value| self.fields(path, value));
        if let Some(mut given) = given {
            times.prepare_s = given.number("prepare", BETWEEN, self.problems);
            times.switch_s = given.number("switch", BETWEEN, self.problems);
            times.recover_s = given.number("recover", BETWEEN, self.problems);
            given.end(self.problems);
        }
        times
    }

    fn section(&mut self, path: String, value: Value) -> Option<Section> {
        let mut fields = self.fields(path, value)?;
        let exercises = fields.list("exercises", (1, 40), self.problems);
        let section = Section {
            id: fields.id("id", self.problems),
            name: fields.text("name", self.problems),
            summary: fields.text_or_empty("summary", self.problems),
            exercises: self.each(exercises, Self::exercise),
        };
        fields.end(self.problems);
        Some(section)
    }

    fn exercise(&mut self, path: String, value: Value) -> Option<Exercise> {
        let mut fields = self.fields(path, value)?;
        let dose_path = fields.path("dose");
        let dose = fields.required("dose", self.problems).and_then(|value| self.dose(dose_path, value));
        let variation_path = fields.path("variation");
        let variation = fields.optional("variation").and_then(|value| self.variation(variation_path, value));
        let partner = fields.flag("partner", self.problems);
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
        Some(exercise)
    }

    fn variation(&mut self, path: String, value: Value) -> Option<Variation> {
        let mut fields = self.fields(path, value)?;
        let variation = Variation {
            id: fields.id("id", self.problems),
            name: fields.text("name", self.problems),
            label: fields.text("label", self.problems),
            sides: self.sides(&mut fields),
            steps: fields.texts("steps", (1, 20), self.problems),
            key: fields.text_or_empty("key", self.problems),
        };
        fields.end(self.problems);
        Some(variation)
    }

    fn dose(&mut self, path: String, value: Value) -> Option<Dose> {
        let mut fields = self.fields(path, value)?;
        let kind = fields.text("kind", self.problems);
        let seconds = fields.number("seconds", DOSE, self.problems);
        let dose = match kind.as_str() {
            "move" => Some(Dose::Move { seconds }),
            "hold" => {
                let path = fields.path("repeats");
                let repeats = match fields.optional("repeats") {
                    Some(value) => self.repeats(path, value)?,
                    None => Repeats { min: 1, max: 1, default: 1 },
                };
                Some(Dose::Hold { seconds, repeats })
            }
            "" => None, // reported as missing or empty
            _ => {
                self.problems.add(&fields.path("kind"), "should be \"move\" or \"hold\".");
                fields.optional("repeats");
                None
            }
        };
        fields.end(self.problems);
        dose
    }

    fn repeats(&mut self, path: String, value: Value) -> Option<Repeats> {
        let mut fields = self.fields(path.clone(), value)?;
        let mut field = |name| fields.number(name, REPEATS, self.problems);
        let (min, max, default) = (field("min"), field("max"), field("default"));
        fields.end(self.problems);
        if min > default || default > max {
            self.problems.add(&path, "should have min <= default <= max.");
        }
        let small = |number: u32| u16::try_from(number).unwrap_or(u16::MAX); // REPEATS keeps it at 20
        Some(Repeats { min: small(min), max: small(max), default: small(default) })
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
        items.into_iter().map(|(path, item)| number(&path, &item, (1, 100), self.problems) as usize).collect()
    }

    fn note(&mut self, path: String, value: Value) -> Option<Note> {
        let mut fields = self.fields(path, value)?;
        let note = Note { text: fields.text("text", self.problems), references: self.cited(&mut fields) };
        fields.end(self.problems);
        Some(note)
    }

    fn muscle(&mut self, path: String, value: Value) -> Option<Muscle> {
        let mut fields = self.fields(path, value)?;
        let muscle = Muscle {
            id: fields.id("id", self.problems),
            name: fields.text("name", self.problems),
            text: fields.text("text", self.problems),
            references: self.cited(&mut fields),
        };
        fields.end(self.problems);
        Some(muscle)
    }

    fn reference(&mut self, path: String, value: Value) -> Option<Reference> {
        let mut fields = self.fields(path, value)?;
        let reference = Reference {
            title: fields.text("title", self.problems),
            source: fields.text("source", self.problems),
            date: fields.text_or_empty("date", self.problems),
            url: fields.text("url", self.problems),
        };
        // Anything else, `javascript:` above all, must never become a link.
        let url = &reference.url;
        if !url.is_empty() && !url.starts_with("https://") && !url.starts_with("http://") {
            self.problems.add(&fields.path("url"), "should begin with https:// or http://.");
        }
        fields.end(self.problems);
        Some(reference)
    }
}

/// What only shows when the whole is known: ids are unique, and what is named exists.
fn check_names(routine: &Routine, problems: &mut Problems) {
    let muscles: BTreeSet<&str> = routine.muscles.iter().map(|muscle| muscle.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut unique = |path: String, id: &'_ str, problems: &mut Problems| {
        if !id.is_empty() && !seen.insert(id.to_owned()) {
            problems.add(&path, format!("\"{id}\" is used before; each exercise needs an id of its own."));
        }
    };
    for (s, section) in routine.sections.iter().enumerate() {
        for (e, exercise) in section.exercises.iter().enumerate() {
            let path = format!("sections[{s}].exercises[{e}]");
            unique(format!("{path}.id"), &exercise.id, problems);
            if let Some(variation) = &exercise.variation {
                unique(format!("{path}.variation.id"), &variation.id, problems);
            }
            if let Some(id) = &exercise.substitute {
                let other = routine.exercise(id);
                if other.is_none_or(|other| other.id == exercise.id || other.partner) {
                    problems.add(
                        &format!("{path}.substitute"),
                        format!("\"{id}\" should be another exercise of this routine, without a partner."),
                    );
                }
            }
            for (m, id) in exercise.muscles.iter().enumerate() {
                if !muscles.contains(id.as_str()) {
                    problems
                        .add(&format!("{path}.muscles[{m}]"), format!("\"{id}\" is not among the muscles."));
                }
            }
        }
    }
    let why = routine.why.iter().map(|note| &note.references).enumerate();
    let of_muscles = routine.muscles.iter().map(|muscle| &muscle.references).enumerate();
    let cited = why.map(|(i, list)| ("why", i, list)).chain(of_muscles.map(|(i, list)| ("muscles", i, list)));
    for (name, i, list) in cited {
        for (r, number) in list.iter().enumerate() {
            if *number > routine.references.len() {
                problems.add(
                    &format!("{name}[{i}].references[{r}]"),
                    format!("there is no reference {number}; the last is {}.", routine.references.len()),
                );
            }
        }
    }
}
