//! Times in which a person is ill or away.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::span::{Span, SpanDays, Spans};
use crate::store::Document;

/// A pause, as a person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Its first day.
    pub from: Day,
    /// Its last day; `None` while it is open.
    pub until: Option<Day>,
}

impl From<Span> for Pause {
    fn from(Span { from, until, .. }: Span) -> Self {
        Self { from, until }
    }
}

/// All pauses. Nobody is asked why.
///
/// - A week that has a day of a pause in it neither breaks the weeks in a row nor counts among them. If its goal was met
///   anyway, it counts like any other.
/// - So a pause never takes anything away, and forgetting to end one does no harm: sessions count as ever.
/// - Days in a row ([`Progress`](crate::Progress)) know nothing of pauses.
/// - A pause is known by its first day. To begin one on the day of another is to change that one; to begin it on another
///   day instead, take it back and start the new one. Pauses may overlap.
///
/// Stored as a list, so that the pauses of two devices can be [merged](Self::merge).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pauses {
    pauses: Spans,
}

impl Pauses {
    /// Starts a pause from a day to a last day, or an open one; or changes the one that begins on that day. It has at least
    /// one day. `now_ms` is the present instant in milliseconds since 1970, UTC, here and below.
    pub fn start(&mut self, from: Day, until: Option<Day>, now_ms: u64) {
        self.pauses.decide(from, until.map(|until| until.max(from)), now_ms);
    }

    /// Ends every pause that today is in: yesterday was its last day. One that began today is taken back.
    pub fn end(&mut self, today: Day, now_ms: u64) {
        self.pauses.end_before(today, now_ms, |pause| pause.contains(today));
    }

    /// Takes back the pause that begins on a day, as if it had never been.
    pub fn take_back(&mut self, from: Day, now_ms: u64) {
        self.pauses.end_before(from, now_ms, |pause| pause.from == from);
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pauses.is_empty()
    }

    /// When something was last decided: milliseconds since 1970, UTC; 0 if nothing was.
    pub(crate) fn latest_ms(&self) -> u64 {
        self.pauses.latest_ms()
    }

    /// All of them, by their first days.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Pause> {
        self.pauses.iter().map(Pause::from)
    }

    /// The pause that a day is in: of several the one that lasts longest.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<Pause> {
        let on_that_day = self.pauses.iter().filter(|pause| pause.contains(day));
        on_that_day.max_by_key(|pause| pause.until.map_or(i32::MAX, |until| until.0)).map(Pause::from)
    }

    pub(crate) fn days(&self) -> SpanDays {
        self.pauses.days()
    }
}

impl Document for Pauses {
    const KIND: &'static str = "pauses";

    /// The pauses of two devices as one. They may be merged in any order and any number of times, and the result is always
    /// the same. Where both changed the same pause, the later change counts.
    fn merge(self, other: Self) -> Self {
        Self { pauses: self.pauses.merge(other.pauses) }
    }
}
