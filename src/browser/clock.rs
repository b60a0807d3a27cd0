//! The page's two clocks.

use js_sys::Date;
use leptos::prelude::window;
use supple_core::{ClockSample, Day, local_day};

/// What both clocks show now. Without `performance`, the wall clock stands in for the monotonic one.
pub(crate) fn now() -> ClockSample {
    let monotonic_ms = window().performance().map_or_else(Date::now, |performance| performance.now());
    ClockSample { monotonic_ms: whole(monotonic_ms), wall_ms: whole(Date::now()) }
}

/// How far local time is ahead of UTC at present, in minutes.
pub(crate) fn offset_min() -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "whole minutes, less than a day")]
    let behind_min = Date::new_0().get_timezone_offset() as i32;
    -behind_min
}

/// Today's date in local time.
pub(crate) fn today() -> Day {
    local_day(now().wall_ms, offset_min())
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, and NaN becomes 0"
)]
fn whole(ms: f64) -> u64 {
    ms as u64
}
