//! What the person has taken out of the log, and put back.

use serde::{Deserialize, Serialize};

use crate::latest::LatestById;
use crate::log::SessionRecord;
use crate::store::Document;

/// What was decided about a record. The order matters: of two decisions of the same millisecond the greater one counts, and
/// nothing gets lost by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Decision {
    /// It is left out.
    Deleted,
    /// It is there again.
    Kept,
}

/// Which sessions and measurements the person has deleted. The records themselves stay where they are stored, so that
/// every deletion can be undone; whoever reads the log or the measurements doesn't get them.
///
/// Only decisions are stored, with their time: of deleting and undoing the last one counts, also across devices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    #[serde(default, skip_serializing_if = "LatestById::is_empty")]
    sessions: LatestById<Decision>,
    #[serde(default, skip_serializing_if = "LatestById::is_empty")]
    measurements: LatestById<Decision>,
}

impl Corrections {
    /// Whether a session, by its id, is deleted.
    #[must_use]
    pub fn is_session_deleted(&self, id: &str) -> bool {
        is_deleted(&self.sessions, id)
    }

    /// Whether a measurement, by its id, is deleted.
    #[must_use]
    pub fn is_measurement_deleted(&self, id: &str) -> bool {
        is_deleted(&self.measurements, id)
    }

    /// Deletes a session now (milliseconds since 1970, UTC).
    pub fn delete_session(&mut self, id: &str, now_ms: u64) {
        decide(&mut self.sessions, id, Decision::Deleted, now_ms);
    }

    /// Takes the deletion of a session back.
    pub fn restore_session(&mut self, id: &str, now_ms: u64) {
        decide(&mut self.sessions, id, Decision::Kept, now_ms);
    }

    /// Deletes a measurement now (milliseconds since 1970, UTC).
    pub fn delete_measurement(&mut self, id: &str, now_ms: u64) {
        decide(&mut self.measurements, id, Decision::Deleted, now_ms);
    }

    /// Takes the deletion of a measurement back.
    pub fn restore_measurement(&mut self, id: &str, now_ms: u64) {
        decide(&mut self.measurements, id, Decision::Kept, now_ms);
    }

    /// Those sessions that are in the log, and those that are deleted, each in the order in which they were.
    #[must_use]
    pub fn split(&self, records: Vec<SessionRecord>) -> (Vec<SessionRecord>, Vec<SessionRecord>) {
        records.into_iter().partition(|record| !self.is_session_deleted(&record.id))
    }

    /// Whether nothing was ever decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sessions.is_empty() && self.measurements.is_empty()
    }

    /// When something was last decided: milliseconds since 1970, UTC; 0 if nothing was.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.sessions.latest_ms().max(self.measurements.latest_ms())
    }
}

impl Document for Corrections {
    const KIND: &'static str = "corrections";

    fn merge(self, other: Self) -> Self {
        Self {
            sessions: self.sessions.merge(other.sessions),
            measurements: self.measurements.merge(other.measurements),
        }
    }
}

fn is_deleted(decisions: &LatestById<Decision>, id: &str) -> bool {
    decisions.get(id) == Some(&Decision::Deleted)
}

/// Stores a decision, unless it is what holds anyway.
fn decide(decisions: &mut LatestById<Decision>, id: &str, decision: Decision, now_ms: u64) {
    if is_deleted(decisions, id) != (decision == Decision::Deleted) {
        decisions.set(id, decision, now_ms);
    }
}
