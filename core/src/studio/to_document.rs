//! From a draft to the document of a routine.

use serde_json::{Map, Value, json};

use super::draft::{Draft, DraftSection};
use super::item::{DoseKind, Item, ItemExercise, OwnExercise};
use crate::Dose;

impl Draft {
    /// The document, as short as it can be: of the library's exercises it says only what is different. `edited` is when it
    /// was changed last, such as `2026-11-30T08:15:00Z`; where that is empty, the document doesn't say.
    ///
    /// A draft with problems makes a document with the same problems.
    #[must_use]
    pub fn to_document(&self, edited: &str) -> Value {
        let mut document = self.other.clone();
        document.entry("format").or_insert(json!(1));
        let texts = [
            ("id", &self.id),
            ("lang", &self.lang),
            ("name", &self.name),
            ("for", &self.for_whom),
            ("summary", &self.introduction),
        ];
        set_texts(&mut document, texts);
        set_texts(&mut document, [("edited", &edited.to_owned())]);
        let mut author = match document.remove("author") {
            Some(Value::Object(author)) => author,
            Some(wrong) if self.author == Default::default() => {
                document.insert("author".to_owned(), wrong);
                Map::new()
            }
            _ => Map::new(),
        };
        set_texts(&mut author, [("name", &self.author.name), ("url", &self.author.url)]);
        if !author.is_empty() {
            document.insert("author".to_owned(), Value::Object(author));
        }
        if let Some(days) = &self.days_per_week {
            document.insert("days-per-week".to_owned(), days.to_json());
        }
        if !self.safety.is_empty() || !document.contains_key("safety") {
            document.insert("safety".to_owned(), json!(self.safety));
        }
        set_list(&mut document, "sections", self.sections.iter().map(DraftSection::to_json));
        Value::Object(document)
    }
}

impl DraftSection {
    fn to_json(&self) -> Value {
        let mut section = self.other.clone();
        set_texts(&mut section, [("id", &self.id), ("name", &self.name), ("summary", &self.summary)]);
        set_list(&mut section, "exercises", self.items.iter().map(Item::to_json));
        Value::Object(section)
    }
}

impl Item {
    /// As a document has it.
    pub(super) fn to_json(&self) -> Value {
        let mut json = self.other.clone();
        let library = self.library();
        if let Some(id) = self.id.as_ref().filter(|id| self.of() != Some(id)) {
            json.insert("id".to_owned(), Value::from(id.as_str()));
        }
        let words = &self.words;
        let own_steps =
            words.steps.as_ref().filter(|steps| library.is_none() || **steps != self.library_steps());
        // With steps of the author's own there is no setup of the library's.
        let setup = library.filter(|_| own_steps.is_none()).map(|library| &library.setup);
        let texts = [
            ("name", &words.name, library.map(|library| &library.name)),
            ("summary", &words.summary, library.map(|library| &library.summary)),
            ("setup", &words.setup, setup),
            ("key", &words.key, library.map(|library| &library.key)),
            ("mistake", &words.mistake, library.map(|library| &library.mistake)),
            ("caution", &words.caution, library.map(|library| &library.caution)),
        ];
        for (name, text, in_library) in texts {
            if let Some(text) = text.as_ref().filter(|text| in_library != Some(*text)) {
                json.insert(name.to_owned(), Value::from(text.as_str()));
            }
        }
        if let Some(steps) = own_steps {
            json.insert("steps".to_owned(), json!(steps));
        }
        if let Some(sides) = self.sides.filter(|sides| library.map(|library| library.sides) != Some(*sides)) {
            json.insert("sides".to_owned(), json!(sides));
        }
        match &self.exercise {
            ItemExercise::Library { of, left_out_steps } => {
                json.insert("use".to_owned(), Value::from(of.as_str()));
                // Where the steps are the author's, there are none of the library's to leave out.
                if !left_out_steps.is_empty() && words.steps.is_none() {
                    json.insert("leave-out-steps".to_owned(), json!(left_out_steps));
                }
                let default = library.map(|library| library.dose);
                if let Some(seconds) = &self.seconds
                    && default.map(Dose::seconds) != seconds.number()
                {
                    json.insert("seconds".to_owned(), seconds.to_json());
                }
                let default = match default {
                    Some(Dose::Hold { repeats, .. }) => Some(repeats.default.into()),
                    _ => None,
                };
                if let Some(repeats) = &self.repeats
                    && (default.is_none() || default != repeats.number())
                {
                    json.insert("repeats".to_owned(), repeats.to_json());
                }
            }
            ItemExercise::Own(own) => self.own_to_json(own, &mut json),
        }
        Value::Object(json)
    }

    fn own_to_json(&self, own: &OwnExercise, json: &mut Map<String, Value>) {
        let mut dose = match json.remove("dose") {
            Some(Value::Object(dose)) => dose,
            Some(wrong) if own.kind.is_none() && self.seconds.is_none() && self.repeats.is_none() => {
                json.insert("dose".to_owned(), wrong);
                Map::new()
            }
            _ => Map::new(),
        };
        if let Some(kind) = own.kind {
            dose.insert("kind".to_owned(), Value::from(kind.name()));
        }
        if let Some(seconds) = &self.seconds {
            dose.insert("seconds".to_owned(), seconds.to_json());
        }
        // A move isn't repeated. What was typed for a hold is there again when it is one.
        if let (Some(repeats), None | Some(DoseKind::Hold)) = (&self.repeats, own.kind) {
            let (min, max) = own.range.unwrap_or((1, 1));
            let range = match repeats.number() {
                Some(number) => {
                    json!({ "min": min.min(number.max(1)), "max": max.max(number), "default": number })
                }
                // What was typed stands in each, so that the problem is about it.
                None => json!({ "min": min, "max": max, "default": repeats.to_json() }),
            };
            if range != json!({ "min": 1, "max": 1, "default": 1 }) || own.range.is_some() {
                dose.insert("repeats".to_owned(), range);
            }
        }
        if !dose.is_empty() {
            json.insert("dose".to_owned(), Value::Object(dose));
        }
        for (name, value) in [
            ("posture", own.posture.map(|posture| json!(posture))),
            ("region", own.region.map(|region| json!(region))),
            ("side-name", own.side_name.map(|side_name| json!(side_name))),
            ("figure", own.figure.as_ref().map(|figure| json!(figure))),
        ] {
            if let Some(value) = value {
                json.insert(name.to_owned(), value);
            }
        }
    }
}

/// Sets the texts that are there.
fn set_texts<const N: usize>(json: &mut Map<String, Value>, texts: [(&str, &String); N]) {
    for (name, text) in texts {
        if !text.is_empty() {
            json.insert(name.to_owned(), Value::from(text.as_str()));
        }
    }
}

/// Sets a list. What a document has in it that is of another kind comes behind.
fn set_list(json: &mut Map<String, Value>, name: &str, items: impl Iterator<Item = Value>) {
    let mut items: Vec<Value> = items.collect();
    match json.get_mut(name) {
        Some(Value::Array(others)) => items.append(others),
        // Something that is no list at all stays, until there is something to be in one.
        Some(_) if items.is_empty() => return,
        _ => {}
    }
    json.insert(name.to_owned(), Value::Array(items));
}
