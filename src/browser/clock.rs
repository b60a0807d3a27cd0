//! The two clocks of a page.

use supple_core::{Day, Reading, local_day};

thread_local! {
    /// Looked up once: it is asked several times a second.
    static PERFORMANCE: Option<web_sys::Performance> = web_sys::window().and_then(|window| window.performance());
}

/// What both clocks say now. Without `performance` both are the wall clock.
pub(crate) fn now() -> Reading {
    let wall_ms = js_sys::Date::now();
    let monotonic_ms = PERFORMANCE.with(|it| it.as_ref().map_or(wall_ms, web_sys::Performance::now));
    Reading { monotonic_ms: whole(monotonic_ms), wall_ms: whole(wall_ms) }
}

/// Minutes that local time is ahead of UTC now.
pub(crate) fn offset_min() -> i32 {
    let behind = js_sys::Date::new_0().get_timezone_offset();
    #[expect(clippy::cast_possible_truncation, reason = "whole minutes, less than a day of them")]
    let behind = behind as i32;
    -behind
}

/// Today, here.
pub(crate) fn today() -> Day {
    local_day(now().wall_ms, offset_min())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, and NaN is 0")]
fn whole(ms: f64) -> u64 {
    ms as u64
}
