//! All documents together, as a backup file carries them.

use serde::{Deserialize, Serialize};

use super::Store;
use super::document::Document;
use crate::corrections::Corrections;
use crate::discomfort::DiscomfortAnswers;
use crate::goal::Goal;
use crate::known_names::KnownNames;
use crate::measurement::Measurements;
use crate::pause::Pauses;
use crate::programme::Programme;

/// Every [`Document`] that a backup carries. One more is a field more: the compiler then names each place that has to know it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Documents {
    /// How far the person reached. Those that are deleted are among them, as [`Documents::corrections`] knows.
    #[serde(default, skip_serializing_if = "Measurements::is_empty")]
    pub measurements: Measurements,
    /// How much it hurt.
    #[serde(default, skip_serializing_if = "DiscomfortAnswers::is_empty")]
    pub discomfort: DiscomfortAnswers,
    /// What was deleted.
    #[serde(default, skip_serializing_if = "Corrections::is_empty")]
    pub corrections: Corrections,
    /// Names of what is in the log.
    #[serde(default, skip_serializing_if = "KnownNames::is_empty")]
    pub names: KnownNames,
    /// On how many days of a week the person wants to stretch.
    #[serde(default, skip_serializing_if = "Goal::is_empty")]
    pub goal: Goal,
    /// When they were ill or away.
    #[serde(default, skip_serializing_if = "Pauses::is_empty")]
    pub pauses: Pauses,
    /// Which programme they follow.
    #[serde(default, skip_serializing_if = "Programme::is_empty")]
    pub programme: Programme,
}

impl Documents {
    /// Whether there is nothing in any of them.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { measurements, discomfort, corrections, names, goal, pauses, programme } = self;
        measurements.is_empty()
            && discomfort.is_empty()
            && corrections.is_empty()
            && names.is_empty()
            && goal.is_empty()
            && pauses.is_empty()
            && programme.is_empty()
    }

    /// The last instant in any of them: milliseconds since 1970, UTC.
    pub(super) fn latest_ms(&self) -> u64 {
        let Self { measurements, discomfort, corrections, names, goal, pauses, programme } = self;
        let latest = [
            measurements.latest_ms(),
            discomfort.latest_ms(),
            corrections.latest_ms(),
            names.latest_ms(),
            goal.latest_ms(),
            pauses.latest_ms(),
            programme.latest_ms(),
        ];
        latest.into_iter().max().unwrap_or_default()
    }

    /// What two devices know together, each document for itself.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        let Self { measurements, discomfort, corrections, names, goal, pauses, programme } = other;
        Self {
            measurements: Document::merge(self.measurements, measurements),
            discomfort: Document::merge(self.discomfort, discomfort),
            corrections: Document::merge(self.corrections, corrections),
            names: Document::merge(self.names, names),
            goal: Document::merge(self.goal, goal),
            pauses: Document::merge(self.pauses, pauses),
            programme: Document::merge(self.programme, programme),
        }
    }
}

impl Store {
    /// All documents as they are stored now.
    #[must_use]
    pub fn documents(&self, now_ms: u64) -> Documents {
        Documents {
            measurements: self.document(now_ms),
            discomfort: self.document(now_ms),
            corrections: self.document(now_ms),
            names: self.document(now_ms),
            goal: self.document(now_ms),
            pauses: self.document(now_ms),
            programme: self.document(now_ms),
        }
    }

    /// The keys of those documents that others would change, and their texts with those merged into them.
    pub(super) fn merged_texts(&self, others: Documents, now_ms: u64) -> Vec<(String, String)> {
        let Documents { measurements, discomfort, corrections, names, goal, pauses, programme } = others;
        let texts = [
            self.merged_text(measurements, now_ms),
            self.merged_text(discomfort, now_ms),
            self.merged_text(corrections, now_ms),
            self.merged_text(names, now_ms),
            self.merged_text(goal, now_ms),
            self.merged_text(pauses, now_ms),
            self.merged_text(programme, now_ms),
        ];
        texts.into_iter().flatten().collect()
    }
}
