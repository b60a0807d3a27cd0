//! What the page asks, over any storage.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use supple_core::sharing::{
    KeptRoutines, LinkError, RoutineLabel, RoutineSummary, Standing, from_fragment, is_summary,
    summary_from_fragment, summary_to_fragment,
};
use supple_core::{KnownNames, Notice, StorageBackend, Store, exercise_name, local_day};

/// The widget's `storage-key` on the page.
const WIDGET: &str = "default";

/// What a link holds.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Received {
    /// A routine.
    Routine {
        /// The whole document, as JSON text.
        document: String,
        /// What people read of it first.
        label: RoutineLabel,
        /// How it stands to what is kept.
        standing: Standing,
        /// What comes behind the hash of the link of the version that is kept.
        kept: Option<String>,
        /// Whether what is kept could not be read.
        trouble: Option<Trouble>,
    },
    /// A summary for the author.
    Summary {
        /// It.
        summary: RoutineSummary,
    },
    /// Nothing that can be read.
    Problem {
        /// Why.
        problem: LinkError,
    },
}

/// Why something is not stored, or could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// The browser refuses.
    Refused,
    /// There is no space left.
    Full,
    /// What was stored could not be read. It was set aside, whole.
    SetAside,
}

/// What a summary is made of.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The document of the routine.
    pub document: &'a str,
    /// Whether the person wishes to say what they measured.
    pub with_measurements: bool,
    /// How many minutes the local time is ahead of UTC.
    pub offset_min: i32,
}

/// A summary, and the link with it.
#[derive(Debug, PartialEq, Serialize)]
pub struct Told {
    /// It.
    pub summary: RoutineSummary,
    /// What comes behind the hash of its link; `None` where no link can hold it.
    pub fragment: Option<String>,
    /// Whether there is anything measured that could be said.
    pub measured: bool,
}

/// The page, at an instant.
pub struct Page {
    storage: fn() -> Box<dyn StorageBackend>,
    now_ms: u64,
}

impl Page {
    /// Over a storage, at an instant: milliseconds since 1970, UTC.
    #[must_use]
    pub fn new(storage: fn() -> Box<dyn StorageBackend>, now_ms: u64) -> Self {
        Self { storage, now_ms }
    }

    /// What a link holds.
    #[must_use]
    pub fn read(&self, link: &str) -> Received {
        let read = if is_summary(link) {
            summary_from_fragment(link).map(|summary| Received::Summary { summary })
        } else {
            self.routine(link)
        };
        read.unwrap_or_else(|problem| Received::Problem { problem })
    }

    fn routine(&self, link: &str) -> Result<Received, LinkError> {
        let document = from_fragment(link)?;
        let label = label_of(&document).ok_or(LinkError::NotALink)?;
        let store = self.store(KeptRoutines::STORE);
        let kept = KeptRoutines::in_store(&store, self.now_ms);
        let standing = kept.standing(link)?;
        let kept = kept.get(&label.id).map(|kept| kept.fragment.clone());
        // A browser that lets nothing be read says so when the person wants to keep something.
        let trouble = trouble_in(&store).filter(|trouble| *trouble == Trouble::SetAside);
        Ok(Received::Routine { document, label, standing, kept, trouble })
    }

    /// Keeps the routine of a link. Returns what went wrong.
    #[must_use]
    pub fn keep(&self, link: &str) -> Option<Trouble> {
        self.change(|kept, now_ms| {
            // It was read before.
            let _ = kept.keep(link, now_ms);
        })
    }

    /// Forgets a routine. Returns what went wrong.
    #[must_use]
    pub fn forget(&self, id: &str) -> Option<Trouble> {
        self.change(|kept, now_ms| kept.forget(id, now_ms))
    }

    fn change(&self, change: impl FnOnce(&mut KeptRoutines, u64)) -> Option<Trouble> {
        let store = self.store(KeptRoutines::STORE);
        store.update(self.now_ms, |kept: &mut KeptRoutines| change(kept, self.now_ms));
        trouble_in(&store)
    }

    /// Sums up what was done of a routine.
    #[must_use]
    pub fn summary(&self, asked: Asked<'_>) -> Told {
        let Asked { document, with_measurements, offset_min } = asked;
        let store = self.store(WIDGET);
        let label = label_of(document).unwrap_or_default();
        let own = names_in(document);
        let known: KnownNames = store.document(self.now_ms);
        let name = |id: &str| {
            let name = own.get(id).map(String::as_str).or_else(|| known.exercise(id));
            name.or_else(|| exercise_name(id)).unwrap_or(id).to_owned()
        };
        let today = local_day(self.now_ms, offset_min);
        let log = store.log(self.now_ms);
        let summary = RoutineSummary::of(&log, &label.id, &label.name, today, name);
        let summary = RoutineSummary { intended_for: label.intended_for, ..summary };
        let measured = summary.clone().with_measurements(&store.measurements(self.now_ms), today);
        let has_measured = !measured.measurements.is_empty();
        let summary = if with_measurements { measured } else { summary };
        Told { fragment: summary_to_fragment(&summary).ok(), summary, measured: has_measured }
    }

    fn store(&self, name: &str) -> Store {
        Store::new((self.storage)(), name)
    }
}

fn label_of(document: &str) -> Option<RoutineLabel> {
    RoutineLabel::of(&serde_json::from_str(document).ok()?)
}

/// The worst that a store has to tell.
fn trouble_in(store: &Store) -> Option<Trouble> {
    let troubles = store.take_notices().into_iter().map(|notice| match notice {
        Notice::Unavailable => Trouble::Refused,
        Notice::Full => Trouble::Full,
        Notice::SetAside { .. } => Trouble::SetAside,
    });
    troubles.min_by_key(|trouble| *trouble as u8)
}

/// What the exercises of a document are called, by their ids.
fn names_in(document: &str) -> BTreeMap<String, String> {
    let document: Value = serde_json::from_str(document).unwrap_or_default();
    let lists =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let exercises = lists(&document, "sections").into_iter().flat_map(|section| lists(&section, "exercises"));
    let named = exercises.filter_map(|exercise| {
        let text = |name: &str| exercise.get(name).and_then(Value::as_str);
        let id = text("id").or_else(|| text("use"))?;
        let name = text("name").or_else(|| exercise_name(text("use")?))?;
        Some((id.to_owned(), name.to_owned()))
    });
    named.collect()
}
