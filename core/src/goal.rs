//! On how many days of a week a person wants to stretch.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::decision::{day_number, decided_ms};
use crate::store::Document;

/// Range of a goal, in days a week.
///
/// Three days a week kept what six weeks of stretching had gained, and one didn't (Reid & Kim 2014, 63 people).
pub const GOAL_DAYS: (u8, u8) = (3, 7);

/// The goal of each week: what was chosen, and since when.
///
/// A choice counts from the week in which it was made. Weeks before it keep the goal that they had. Of several choices
/// made in the same week the last one counts for all of it.
///
/// Stored as a list of choices, so that what two devices chose can be [merged](Self::merge).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
pub struct Goal {
    /// By day and by time of the decision alike, both rising: what is older than a choice for an earlier day never
    /// comes to count, and is left out.
    choices: Vec<Choice>,
}

/// What is read, which may be in any order.
#[derive(Deserialize)]
struct Stored {
    choices: Vec<Choice>,
}

impl From<Stored> for Goal {
    fn from(stored: Stored) -> Self {
        Self::of(stored.choices)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Choice {
    /// The local day on which it was made.
    #[serde(with = "day_number")]
    since: Day,
    /// Days a week. A stored number out of range counts as the nearest in range.
    days: u8,
    /// When it was made, in milliseconds since 1970, UTC.
    decided_ms: u64,
}

impl Choice {
    /// Which of two choices is the later one. At the same millisecond the greater number wins, on every device.
    fn rank(self) -> (u64, u8) {
        (self.decided_ms, self.days)
    }
}

impl Goal {
    /// Days a week where nothing was chosen.
    ///
    /// A review of 23 studies asks for at least five days a week (Thomas 2018), and the programme of Reid & Kim (2014)
    /// gained by five.
    pub const DEFAULT_DAYS: u8 = 5;

    /// Chooses a goal on a day, from its week on. `days` out of [`GOAL_DAYS`] becomes the nearest in range; `now_ms` is the
    /// present instant in milliseconds since 1970, UTC.
    pub fn choose(&mut self, days: u8, today: Day, now_ms: u64) {
        let decided_ms = decided_ms(self.choices.iter().map(|choice| choice.decided_ms), now_ms);
        let choice = Choice { since: today, days: in_range(days), decided_ms };
        self.choices.push(choice);
        *self = Self::of(std::mem::take(&mut self.choices));
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    /// When something was last decided: milliseconds since 1970, UTC; 0 if nothing was.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.choices.iter().map(|choice| choice.decided_ms).max().unwrap_or_default()
    }

    /// The goal of a week by its first day, in days, within [`GOAL_DAYS`].
    #[must_use]
    pub fn days_in_week(&self, first: Day) -> u8 {
        self.chosen_in_week(first).unwrap_or(Self::DEFAULT_DAYS)
    }

    /// The goal of a week by its first day, in days, within [`GOAL_DAYS`]; `None` where nothing was chosen by then.
    #[must_use]
    pub fn chosen_in_week(&self, first: Day) -> Option<u8> {
        let last = Day(first.0.saturating_add(6));
        let known = self.choices.partition_point(|choice| choice.since <= last);
        let choice = known.checked_sub(1).and_then(|index| self.choices.get(index))?;
        Some(in_range(choice.days))
    }

    /// Keeps the choices that count in some week.
    fn of(mut choices: Vec<Choice>) -> Self {
        choices.sort_unstable_by_key(|choice| (choice.since, std::cmp::Reverse(choice.rank())));
        let mut latest = None;
        choices.retain(|choice| {
            let counts = Some(choice.rank()) > latest;
            latest = latest.max(Some(choice.rank()));
            counts
        });
        Self { choices }
    }
}

impl Document for Goal {
    const KIND: &'static str = "goal";

    /// The goals of two devices as one. They may be merged in any order and any number of times, and the result is
    /// always the same.
    fn merge(mut self, other: Self) -> Self {
        self.choices.extend(other.choices);
        Self::of(self.choices)
    }
}

fn in_range(days: u8) -> u8 {
    days.clamp(GOAL_DAYS.0, GOAL_DAYS.1)
}
