//! The two clocks of a page.

use supple_core::{Day, Reading, local_day};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/clock.js")]
extern "C" {
    #[wasm_bindgen(js_name = monotonicMs)]
    fn monotonic_ms() -> f64;
}

/// What both clocks say now. Without `performance` both are the wall clock.
pub(crate) fn now() -> Reading {
    Reading { monotonic_ms: whole(monotonic_ms()), wall_ms: whole(js_sys::Date::now()) }
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
