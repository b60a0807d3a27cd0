//! What was really done, and nothing more. Entries are only ever added.

use std::cmp::Ordering;

use crate::store::text_of;
use crate::{Day, PhaseKind, Side};

/// One hold, or one side of a move: the seconds really held, whether or not it was done in full.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Whether it was carried to its end. An interrupted hold that was taken up again is two entries, of which
    /// the second one is.
    pub full: bool,
    /// When it ended, in milliseconds since the session's start, by the wall clock.
    pub at_ms: u64,
    /// Whether the person broke it off because it was too much ([`Command::TooMuch`](crate::Command::TooMuch)).
    pub too_much: bool,
}

/// One session in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    /// Unique among all sessions of this person.
    pub id: String,
    /// Id of the routine.
    pub routine: String,
    /// When it began: milliseconds since 1970, UTC.
    pub started_ms: u64,
    /// Minutes that the local time was ahead of UTC when it began.
    pub offset_min: i32,
    /// When it ended; `None` while it can still go on.
    pub ended_ms: Option<u64>,
    /// Whether the plan was gone through to its end, with every move and hold carried to its own.
    pub complete: bool,
    /// What was done, in order.
    pub entries: Vec<Entry>,
}

impl SessionRecord {
    /// The local calendar day on which it began, by the local time of then and there.
    #[must_use]
    pub fn day(&self) -> Day {
        local_day(self.started_ms, self.offset_min)
    }

    /// Whether its day counts as done: at least one hold was carried to its end.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.entries.iter().any(|entry| entry.kind == PhaseKind::Hold && entry.full)
    }

    /// Whether it counts, and not another record of the same session.
    pub(crate) fn outdoes(&self, other: &Self) -> bool {
        let done = |record: &Self| (record.entries.len(), record.ended_ms);
        let order = done(self).cmp(&done(other));
        order.then_with(|| text_of(self).cmp(&text_of(other))) == Ordering::Greater
    }
}

/// The log: of records in any order, several of which may be of one session, each session once, oldest first.
///
/// Of one session the record counts of which more was done, or else the one that ended later, or else the one
/// whose text is greater. Records are in a total order that way, and so logs may be merged in any order and any
/// number of times: it is the same log.
#[must_use]
pub fn merge(records: Vec<SessionRecord>) -> Vec<SessionRecord> {
    in_order(by_id(records), |one, other| (one.started_ms, &one.id).cmp(&(other.started_ms, &other.id)))
}

/// Each session once, in the order of ids.
pub(crate) fn by_id(records: Vec<SessionRecord>) -> Vec<SessionRecord> {
    in_order(records, |one, other| one.id.cmp(&other.id))
}

/// Each where it belongs, and of equals the greatest one. They come nearly in order, which costs next to nothing; sorting
/// as libraries do it would be a kilobyte more to download.
fn in_order(
    records: Vec<SessionRecord>,
    order: fn(&SessionRecord, &SessionRecord) -> Ordering,
) -> Vec<SessionRecord> {
    let mut sorted: Vec<SessionRecord> = Vec::with_capacity(records.len());
    for record in records {
        let place = sorted.partition_point(|other| order(other, &record) == Ordering::Less);
        match sorted.get_mut(place) {
            Some(same) if order(same, &record) == Ordering::Equal => {
                if record.outdoes(same) {
                    *same = record;
                }
            }
            _ => sorted.insert(place, record),
        }
    }
    sorted
}

/// The local calendar day of an instant (milliseconds since 1970, UTC), at an offset (minutes ahead of UTC).
/// Within the days of JavaScript's dates, so that the calendar can reckon with whatever was saved.
#[must_use]
pub fn local_day(wall_ms: u64, offset_min: i32) -> Day {
    const LAST: i64 = 100_000_000;
    let minutes = i64::try_from(wall_ms / 60_000).unwrap_or(i64::MAX).saturating_add(i64::from(offset_min));
    let day = minutes.div_euclid(24 * 60).clamp(-LAST, LAST);
    Day(i32::try_from(day).unwrap_or_default()) // always fits: it was clamped
}
