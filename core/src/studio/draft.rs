//! A routine while it is being written.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::item::{Item, ItemKey};
use super::place::Place;
use super::typed::Typed;
use crate::Library;

/// Names a section as long as its draft exists, as [`ItemKey`] does an item.
pub type SectionKey = u32;

/// A routine while it is being written. It may hold anything that a person types, right or not yet; a text that is empty
/// isn't there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The routine's id, which links and logs hold. It stays the same for good.
    pub id: String,
    /// Its language, such as `en`.
    pub lang: String,
    /// Its name.
    pub name: String,
    /// For whom it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub for_whom: String,
    /// What stands below its name: the document's `summary`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// Who wrote it.
    pub author: DraftAuthor,
    /// On how many days of a week it is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_per_week: Option<Typed>,
    /// What to take care of, a sentence each: the document's `safety`.
    pub safety: Vec<String>,
    /// Its sections, in order.
    pub sections: Vec<DraftSection>,
    /// The last key that a section or an item was given.
    pub last_key: u32,
    /// What a document says beyond this, as it is there.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub other: Map<String, Value>,
}

/// Who wrote a routine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftAuthor {
    /// Their name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Where to find them: a web or mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
}

/// A part of a routine.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftSection {
    /// Names it within its draft.
    pub key: SectionKey,
    /// Its id in the document.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// The sentence below it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Its exercises, in order.
    pub items: Vec<Item>,
    /// What a document says beyond this, as it is there.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub other: Map<String, Value>,
}

impl Draft {
    /// A draft with nothing in it but a section to put exercises into. The id should be 1 to 40 lower-case letters,
    /// digits and hyphens that no other draft has; the section's name is in the draft's language.
    #[must_use]
    pub fn new(id: &str, lang: &str, section: &str) -> Self {
        let mut draft = Self { id: id.to_owned(), lang: lang.to_owned(), ..Self::default() };
        draft.push_section(section);
        draft
    }

    /// A draft of a built-in routine, under an id of its own. `None` where there is no such routine.
    #[must_use]
    pub fn of_built_in(routine: &str, id: &str) -> Option<Self> {
        let (draft, _) = Self::from_document(Library::written(routine)?).ok()?;
        Some(Self { id: id.to_owned(), ..draft })
    }

    /// All items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// The item of a key.
    #[must_use]
    pub fn item(&self, key: ItemKey) -> Option<&Item> {
        self.items().find(|item| item.key == key)
    }

    /// The section of a key.
    #[must_use]
    pub fn section(&self, key: SectionKey) -> Option<&DraftSection> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// Where an item is: indices of its section and within that.
    #[must_use]
    pub fn position(&self, key: ItemKey) -> Option<(usize, usize)> {
        let in_section = |section: &DraftSection| section.items.iter().position(|item| item.key == key);
        self.sections.iter().enumerate().find_map(|(s, section)| Some((s, in_section(section)?)))
    }

    pub(super) fn item_mut(&mut self, key: ItemKey) -> Option<&mut Item> {
        self.sections.iter_mut().flat_map(|section| &mut section.items).find(|item| item.key == key)
    }

    pub(super) fn section_mut(&mut self, key: SectionKey) -> Option<&mut DraftSection> {
        self.sections.iter_mut().find(|section| section.key == key)
    }

    /// A key that nothing in this draft has or had.
    pub(super) fn next_key(&mut self) -> u32 {
        let sections = self.sections.iter().map(|section| section.key);
        let used = sections.chain(self.items().map(|item| item.key)).max().unwrap_or_default();
        self.last_key = used.max(self.last_key).saturating_add(1);
        self.last_key
    }

    /// Adds a section with nothing in it.
    pub(super) fn push_section(&mut self, name: &str) -> SectionKey {
        let key = self.next_key();
        let id = unused("section", |id| self.sections.iter().any(|section| section.id == id));
        let section = DraftSection { key, id, name: name.to_owned(), ..DraftSection::default() };
        self.sections.push(section);
        key
    }

    /// Gives an item a key, and an id where it needs one of its own.
    pub(super) fn prepared(&mut self, mut item: Item) -> Item {
        item.key = self.next_key();
        let wanted = item.document_id();
        if wanted.is_empty() || self.items().any(|other| other.document_id() == wanted) {
            self.rename(&mut item);
        }
        item
    }

    /// Gives an item an id that no other has, and its other ways, which are named after it.
    fn rename(&self, item: &mut Item) {
        let word = item.of().unwrap_or(item.document_id());
        let is_used = |id: &str| self.items().any(|other| other.document_id() == id);
        let id = unused(word, is_used);
        for name in ["variation", "easier"] {
            if let Some(way) = item.other.get_mut(name).and_then(Value::as_object_mut) {
                way.insert("id".to_owned(), Value::from(format!("{id}-{name}")));
            }
        }
        item.id = Some(id);
    }

    /// Gives a section or an item an id that no other has.
    pub(super) fn renew_id(&mut self, place: Place) {
        match place {
            Place::Routine(_) => {}
            Place::Section(key, _) => {
                let id = unused("section", |id| self.sections.iter().any(|section| section.id == id));
                if let Some(section) = self.section_mut(key) {
                    section.other.remove("id");
                    section.id = id;
                }
            }
            Place::Item(key, _) => {
                let Some(mut item) = self.item(key).cloned() else { return };
                self.rename(&mut item);
                item.other.remove("id");
                if let Some(place) = self.item_mut(key) {
                    *place = item;
                }
            }
        }
    }
}

/// An id that begins with some word and isn't used: `own-1`, `cat-cow-2`. It is so short that ids can be made of it.
fn unused(word: &str, is_used: impl Fn(&str) -> bool) -> String {
    let plain = |c: char| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' };
    let word: String = word.to_lowercase().chars().map(plain).collect();
    let word: String = word
        .trim_matches('-')
        .trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')
        .chars()
        .take(24)
        .collect();
    let word = if word.is_empty() { "own" } else { &word };
    // There are fewer ids than numbers, so that one of them is free.
    (1_u32..).map(|n| format!("{word}-{n}")).find(|id| !is_used(id)).unwrap_or_default()
}
