//! Stretches of days that a person begins, ends and takes back.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::decision::{day_number, decided_ms};

/// Later than any day that is stored, and still a number to reckon with.
const NEVER: Day = Day(i32::MAX / 2);

/// Some days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Span {
    /// The first one.
    #[serde(with = "day_number")]
    pub(crate) from: Day,
    /// The last one; `None` where it is open. One before the first says that it was taken back.
    #[serde(default, with = "day_number::optional", skip_serializing_if = "Option::is_none")]
    pub(crate) until: Option<Day>,
    /// When this was decided last, in milliseconds since 1970, UTC.
    decided_ms: u64,
}

impl Span {
    /// Whether it has any day.
    fn holds(self) -> bool {
        self.until.is_none_or(|until| until >= self.from)
    }

    pub(crate) fn contains(self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| until >= day)
    }

    fn rank(self) -> impl Ord {
        (self.decided_ms, self.until)
    }
}

/// Several of them, each known by its first day: of two that begin on the same day the one that was decided later counts.
/// They may overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Span>")]
pub(crate) struct Spans(Vec<Span>);

impl From<Vec<Span>> for Spans {
    fn from(mut spans: Vec<Span>) -> Self {
        spans.sort_by_key(|span| (span.from, std::cmp::Reverse(span.rank())));
        spans.dedup_by_key(|span| span.from);
        Self(spans)
    }
}

impl Spans {
    /// Those that were not taken back, by their first days.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = Span> {
        self.0.iter().copied().filter(|span| span.holds())
    }

    /// Whether nothing was ever decided.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// When something was last decided: milliseconds since 1970, UTC; 0 if nothing was.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.0.iter().map(|span| span.decided_ms).max().unwrap_or_default()
    }

    /// Decides about the one that begins on a day.
    pub(crate) fn decide(&mut self, from: Day, until: Option<Day>, now_ms: u64) {
        let decided_ms = decided_ms(self.0.iter().map(|span| span.decided_ms), now_ms);
        self.0.push(Span { from, until, decided_ms });
        *self = Self::from(std::mem::take(&mut self.0));
    }

    /// Ends those that `ends` picks on the day before this one. What began no earlier is taken back with it.
    pub(crate) fn end_before(&mut self, day: Day, now_ms: u64, ends: impl Fn(Span) -> bool) {
        let decided_ms = decided_ms(self.0.iter().map(|span| span.decided_ms), now_ms);
        for span in self.0.iter_mut().filter(|span| span.holds() && ends(**span)) {
            span.until = Some(Day(day.0 - 1));
            span.decided_ms = decided_ms;
        }
    }

    /// Those of two devices, in any order and any number of times with the same result.
    pub(crate) fn merge(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        Self::from(self.0)
    }

    /// All their days, to look up quickly.
    pub(crate) fn days(&self) -> SpanDays {
        let mut joined: Vec<(Day, Day)> = Vec::new();
        for span in self.iter() {
            let until = span.until.unwrap_or(NEVER);
            match joined.last_mut() {
                Some((_, last)) if span.from <= *last => *last = until.max(*last),
                _ => joined.push((span.from, until)),
            }
        }
        SpanDays(joined)
    }
}

/// First and last days, in order, without overlaps.
#[derive(Debug)]
pub(crate) struct SpanDays(Vec<(Day, Day)>);

impl SpanDays {
    /// The last day of a stretch that has a day between these two; the days themselves are among them.
    fn touching(&self, first: Day, last: Day) -> Option<Day> {
        let (from, until) = self.0.get(self.0.partition_point(|(_, until)| *until < first))?;
        (*from <= last).then_some(*until)
    }

    pub(crate) fn contains(&self, day: Day) -> bool {
        self.touching(day, day).is_some()
    }

    /// Whether any day of the week that begins with this one is among them.
    pub(crate) fn touches_week(&self, first: Day) -> bool {
        self.touching(first, Day(first.0 + 6)).is_some()
    }

    /// Whether that is so of every week from the one that begins with `first` to the one before `end`, without a step for
    /// each: damaged clocks leave millions of weeks between two sessions.
    pub(crate) fn touch_every_week(&self, first: Day, end: Day) -> bool {
        let mut week = first;
        while week < end {
            let Some(until) = self.touching(week, Day(week.0 + 6)) else { return false };
            week = Day(week.0 + ((until.0 - week.0) / 7 + 1) * 7);
        }
        true
    }
}
