//! Sessions that were done without the app, and added to the log by hand.
//!
//! Such a session is a record like any other, so that every version can read it: with one entry, which says by its exercise
//! that nobody timed it. It is a hold of the minutes that the person says, of no side, so that the day counts, and no leg or
//! muscle gets time that nobody knows of. Versions that don't know this show it under that name.

use std::ops::RangeInclusive;

use crate::day::{Day, local_day};
use crate::log::{Entry, SessionRecord};
use crate::plan::PhaseKind;
use crate::routine::Side;

/// The exercise of an entry that somebody added by hand. Ids of exercises have no blanks, so no routine has it.
pub const BY_HAND: &str = "by hand";

/// How many minutes a session added by hand may have. Nobody stretches for more than four hours.
pub const BY_HAND_MINUTES: RangeInclusive<u16> = 1..=240;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;

/// Why a session can't be added by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHandError {
    /// The minutes are not within [`BY_HAND_MINUTES`].
    Minutes,
    /// The day is ahead, or before all days that can be stored: 2 January 1970.
    Day,
}

/// A session that somebody says they did without the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByHand {
    /// Id of the routine.
    pub routine: String,
    /// The day on which it was done.
    pub day: Day,
    /// How long it took, in minutes: [`BY_HAND_MINUTES`].
    pub minutes: u16,
}

impl ByHand {
    /// The session as the log holds it. `offset_min` is how many minutes the local time is ahead of UTC, `now_ms` when this is
    /// said (milliseconds since 1970, UTC), and `random` makes the id unique, as for any session: eight hexadecimal digits.
    ///
    /// Nobody asks for the time of day. It is stored as noon, or on the present day so that the session is just over.
    ///
    /// # Errors
    /// When the minutes or the day are out of range.
    pub fn into_record(
        self,
        offset_min: i32,
        now_ms: u64,
        random: &str,
    ) -> Result<SessionRecord, ByHandError> {
        if !BY_HAND_MINUTES.contains(&self.minutes) {
            return Err(ByHandError::Minutes);
        }
        if self.day > local_day(now_ms, offset_min) || self.day.0 < 1 {
            return Err(ByHandError::Day);
        }
        let length_ms = u64::from(self.minutes) * 60_000;
        let midnight_ms = i64::from(self.day.0) * DAY_MS - i64::from(offset_min) * MINUTE_MS;
        let midnight_ms = u64::try_from(midnight_ms).map_err(|_| ByHandError::Day)?;
        let noon_ms = midnight_ms + DAY_MS.unsigned_abs() / 2;
        let started_ms = noon_ms.min(now_ms.saturating_sub(length_ms)).max(midnight_ms);
        let entry = Entry {
            exercise: BY_HAND.to_owned(),
            kind: PhaseKind::Hold,
            side: Side::None,
            repeat: 1,
            held_ms: length_ms,
            planned_ms: length_ms,
            full: true,
            at_ms: length_ms,
            too_much: false,
        };
        let id = format!("{started_ms}-{random}");
        let mut record = SessionRecord::new(id, self.routine, started_ms, offset_min);
        record.ended_ms = Some(started_ms + length_ms);
        record.complete = true; // As the person says.
        record.entries.push(entry);
        Ok(record)
    }
}

impl Entry {
    /// Whether somebody added it by hand, so that nobody knows what was held in it.
    #[must_use]
    pub fn is_by_hand(&self) -> bool {
        self.exercise == BY_HAND
    }
}

impl SessionRecord {
    /// Whether somebody added it by hand. Its time of day means nothing then.
    #[must_use]
    pub fn is_by_hand(&self) -> bool {
        self.entries.iter().any(Entry::is_by_hand)
    }
}
