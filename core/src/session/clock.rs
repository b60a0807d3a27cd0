//! What two clocks say, and when they can't be believed.

/// What a monotonic clock and the wall clock showed at the same moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Milliseconds since some fixed moment; never runs backwards, but may stand still while a machine sleeps.
    pub monotonic_ms: u64,
    /// Milliseconds since 1970, UTC; may be set forward and back.
    pub wall_ms: u64,
}

impl Reading {
    /// Readings further apart than this are an absence, in milliseconds. Browsers throttle the timers of hidden
    /// pages to one a minute; that much is ordinary.
    pub const ABSENCE_MS: u64 = 90_000;
    /// If the wall clock ran ahead of the monotonic one by this much between two readings, the machine slept
    /// (or somebody set the clock, which looks the same). In milliseconds.
    pub const SLEEP_MS: u64 = 3_000;

    /// A reading at which both clocks show the same.
    #[must_use]
    pub fn at(ms: u64) -> Self {
        Self { monotonic_ms: ms, wall_ms: ms }
    }

    /// Whether nobody can say what happened between an earlier reading and this one.
    #[must_use]
    pub fn is_absence_since(self, earlier: Self) -> bool {
        let passed_ms = self.monotonic_ms.saturating_sub(earlier.monotonic_ms);
        let wall_ms = self.wall_ms.saturating_sub(earlier.wall_ms);
        passed_ms > Self::ABSENCE_MS
            || wall_ms.saturating_sub(passed_ms) > Self::SLEEP_MS
            || self.began_anew_since(earlier)
    }

    /// The reading from which to count on, after an earlier one. A monotonic clock that is a little behind (an
    /// event's time stamp beside the clock itself) stands until it has caught up, so that no moment counts twice.
    pub(super) fn after(self, earlier: Self) -> Self {
        if self.began_anew_since(earlier) {
            return self;
        }
        Self { monotonic_ms: self.monotonic_ms.max(earlier.monotonic_ms), ..self }
    }

    /// Whether the monotonic clock ran backwards so far that it must be another clock.
    fn began_anew_since(self, earlier: Self) -> bool {
        earlier.monotonic_ms.saturating_sub(self.monotonic_ms) > Self::SLEEP_MS
    }
}
