//! What was really done, and nothing more. Entries are only ever added.

use std::cmp::Reverse;

use serde::ser::SerializeSeq;
use serde::{Deserialize, Serialize, Serializer};

use crate::day::{Day, local_day};
use crate::plan::PhaseKind;
use crate::routine::Side;

/// One hold, or one side of a move: the time really held, whether or not it was done in full.
///
/// It is stored as a short list of its fields in this order, since people keep years of them. `too_much` is
/// left out where it is false. serde reads a struct from such a list, too, so only writing needs code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct Entry {
    /// Id of the exercise or variation that was done.
    pub exercise: String,
    /// [`PhaseKind::Hold`] or [`PhaseKind::Move`].
    pub kind: PhaseKind,
    /// The leg.
    pub side: Side,
    /// Which repeat it was, from 1.
    pub repeat: u16,
    /// Milliseconds held, or moved, without pauses.
    pub held_ms: u64,
    /// Milliseconds that the plan, and extensions, asked for.
    pub planned_ms: u64,
    /// Whether it was done to its end. An interrupted hold that was resumed is two entries, the second of
    /// which may be.
    pub full: bool,
    /// When it ended, in milliseconds since the session's start, by the wall clock.
    pub at_ms: u64,
    /// Whether the person broke it off because it was too much
    /// ([`Command::TooMuch`](crate::session::Command::TooMuch)).
    #[serde(default)]
    pub too_much: bool,
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(&self.exercise)?;
        list.serialize_element(self.kind.name())?;
        list.serialize_element(&self.side)?;
        list.serialize_element(&self.repeat)?;
        list.serialize_element(&self.held_ms)?;
        list.serialize_element(&self.planned_ms)?;
        list.serialize_element(&self.full)?;
        list.serialize_element(&self.at_ms)?;
        if self.too_much {
            list.serialize_element(&true)?;
        }
        list.end()
    }
}

/// How the legs, or whatever was stretched, feel after a session, as the person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Feeling {
    /// Looser than before.
    Looser,
    /// As before.
    Same,
    /// They hurt a little.
    Sore,
}

/// One session in the log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SessionRecord {
    /// Unique among all sessions of this person.
    pub id: String,
    /// Id of the routine.
    pub routine: String,
    /// When it began: milliseconds since 1970, UTC.
    pub started_ms: u64,
    /// Minutes that the local time was ahead of UTC when it began.
    pub offset_min: i32,
    /// When it ended: milliseconds since 1970, UTC; `None` while it can still be resumed.
    pub ended_ms: Option<u64>,
    /// Whether the plan was gone through to its end, with every move and hold done in full.
    pub complete: bool,
    /// What was done, in order.
    pub entries: Vec<Entry>,
    /// How it felt afterwards; `None` if the person didn't say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeling: Option<Feeling>,
}

impl SessionRecord {
    /// A session in which nothing has been done yet. The arguments are the fields of the same names.
    #[must_use]
    pub fn new(id: String, routine: String, started_ms: u64, offset_min: i32) -> Self {
        Self {
            id,
            routine,
            started_ms,
            offset_min,
            ended_ms: None,
            complete: false,
            entries: Vec::new(),
            feeling: None,
        }
    }

    /// The local calendar day on which it began, by the local time of then and there.
    #[must_use]
    pub fn day(&self) -> Day {
        local_day(self.started_ms, self.offset_min)
    }

    /// Whether its day counts as done: at least one hold was done in full.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.entries.iter().any(|entry| entry.kind == PhaseKind::Hold && entry.full)
    }

    /// The exercises (or variations) and sides that were too much, each once, in the order in which they were
    /// done.
    #[must_use]
    pub fn too_much(&self) -> Vec<(&str, Side)> {
        let mut found = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.too_much) {
            let exercise_and_side = (entry.exercise.as_str(), entry.side);
            if !found.contains(&exercise_and_side) {
                found.push(exercise_and_side);
            }
        }
        found
    }

    /// Whether this record is the better one of two records of the same session: see [`merge`].
    pub(crate) fn supersedes(&self, other: &Self) -> bool {
        self.rank() > other.rank()
    }

    fn rank(&self) -> impl Ord {
        (self.entries.len(), self.ended_ms, self)
    }
}

/// Makes a log of records in any order, several of which may be of the same session: each session once,
/// oldest first.
///
/// Of several records of a session the one with more entries is kept, else the one that ended later, else the
/// greater one when their fields are compared in turn. That is a total order, so logs may be merged in any
/// order and any number of times, and the result is always the same.
#[must_use]
pub fn merge(mut records: Vec<SessionRecord>) -> Vec<SessionRecord> {
    records.sort_by(|one, other| {
        one.id.cmp(&other.id).then_with(|| Reverse(one.rank()).cmp(&Reverse(other.rank())))
    });
    records.dedup_by(|one, other| one.id == other.id);
    records.sort_by(|one, other| (one.started_ms, &one.id).cmp(&(other.started_ms, &other.id)));
    records
}
