//! What two clocks show, and when they can't be trusted.

/// What a monotonic clock and the wall clock showed at the same moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClockSample {
    /// Milliseconds since some fixed moment. Never runs backwards, but may stand still while a machine sleeps.
    pub monotonic_ms: u64,
    /// Milliseconds since 1970, UTC. May be set forward and back.
    pub wall_ms: u64,
}

impl ClockSample {
    /// Samples further apart than this are an absence, in milliseconds. Browsers throttle the timers of hidden pages to one
    /// a minute; that much is ordinary.
    pub const ABSENCE_MS: u64 = 90_000;
    /// If the wall clock ran ahead of the monotonic one by more than this between two samples, the machine slept, or
    /// somebody set the clock, which looks the same. In milliseconds.
    pub const SLEEP_MS: u64 = 3_000;

    /// A sample at which both clocks show the same.
    #[must_use]
    pub fn at(ms: u64) -> Self {
        Self { monotonic_ms: ms, wall_ms: ms }
    }

    /// Whether nobody can say what happened between an earlier sample and this one.
    #[must_use]
    pub fn is_absence_since(self, earlier: Self) -> bool {
        let passed_ms = self.monotonic_ms.saturating_sub(earlier.monotonic_ms);
        let wall_ms = self.wall_ms.saturating_sub(earlier.wall_ms);
        passed_ms > Self::ABSENCE_MS
            || wall_ms.saturating_sub(passed_ms) > Self::SLEEP_MS
            || self.has_restarted_since(earlier)
    }

    /// The sample from which to count on, after an earlier one. A monotonic clock that is slightly behind (an event's time
    /// stamp compared with the clock itself) stands still until it has caught up, so that no moment counts twice.
    pub(super) fn after(self, earlier: Self) -> Self {
        if self.has_restarted_since(earlier) {
            return self;
        }
        Self { monotonic_ms: self.monotonic_ms.max(earlier.monotonic_ms), ..self }
    }

    /// Whether the monotonic clock is so far behind an earlier sample that it must have started again.
    fn has_restarted_since(self, earlier: Self) -> bool {
        earlier.monotonic_ms.saturating_sub(self.monotonic_ms) > Self::SLEEP_MS
    }
}
