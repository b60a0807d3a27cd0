//! The scale of a chart of minutes.

use crate::weekly_minutes::WEEKLY_MINUTES;

/// A scale from 0 to a whole number of minutes, with the band of [`WEEKLY_MINUTES`] well within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinuteScale {
    top_minutes: u64,
}

impl MinuteScale {
    /// The least that it reaches to, in minutes: the band has its place at two thirds, and space above it.
    const LEAST_MINUTES: u64 = 15;
    /// The most: all minutes of a week. More than these only a damaged log has.
    const MOST_MINUTES: u64 = 7 * 24 * 60;
    /// It ends at a multiple of these minutes.
    const STEP_MINUTES: u64 = 5;
    /// Up to this top, in minutes, there is room for a label at both ends of the band.
    const BOTH_ENDS_MINUTES: u64 = 30;

    /// A scale on which all of these times, in milliseconds, have their place.
    #[must_use]
    pub fn of(times_ms: impl IntoIterator<Item = u64>) -> Self {
        let longest_ms = times_ms.into_iter().max().unwrap_or_default();
        let steps = longest_ms.div_ceil(Self::STEP_MINUTES * 60_000);
        let top_minutes = steps.saturating_mul(Self::STEP_MINUTES);
        Self { top_minutes: top_minutes.clamp(Self::LEAST_MINUTES, Self::MOST_MINUTES) }
    }

    /// Where it ends, in minutes.
    #[must_use]
    pub fn top_minutes(self) -> u64 {
        self.top_minutes
    }

    /// The place of a time in milliseconds: from 0 to 1000 thousandths of the scale, rounded down. What is off the scale is at its
    /// end.
    #[must_use]
    pub fn permille(self, time_ms: u64) -> u64 {
        let top_ms = self.top_minutes * 60_000;
        time_ms.min(top_ms) * 1_000 / top_ms
    }

    /// The ends of the band that are labelled, in minutes: both, or the upper one where both would lie too close together.
    #[must_use]
    pub fn band_labels(self) -> &'static [u64] {
        const ENDS: [u64; 2] = [WEEKLY_MINUTES.0, WEEKLY_MINUTES.1];
        if self.top_minutes <= Self::BOTH_ENDS_MINUTES { &ENDS } else { &ENDS[1..] }
    }
}
