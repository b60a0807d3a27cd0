//! A track that plays while the screen is locked, if the browser lets it: whoever asked hears of it if not.

use supple_core::{CueKind, Tone, Track};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/track.js")]
extern "C" {
    fn play(slice: &JsValue, start: &JsValue, hear: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = positionMs)]
    fn position_ms(track: &JsValue) -> Option<f64>;
    fn hold(track: &JsValue, is_held: bool) -> bool;
    fn stop(track: &JsValue);
}

#[wasm_bindgen(module = "/element/carriers/notes.js")]
extern "C" {
    fn notes(kind: &str) -> Vec<u16>;
}

/// What a cue sounds like.
pub(crate) fn tones(kind: CueKind) -> Vec<Tone> {
    let notes = notes(kind.name());
    let tones = notes.chunks_exact(3).map(|note| Tone {
        at_ms: note[0].into(),
        hertz: note[1],
        length_ms: note[2].into(),
    });
    tones.collect()
}

/// What there is to hear of a track.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    /// It plays now.
    Playing,
    /// The device paused it.
    Paused,
    /// It has played on while nobody looked.
    Time,
    /// It can't be played.
    Refused,
}

/// A track that plays as long as this lives, unless another one is played.
pub(crate) struct Playing {
    track: JsValue,
    plan_ms: u64,
}

impl Playing {
    /// Makes the track, slice by slice, and plays it from where `start` says when that is done, in milliseconds.
    pub(crate) fn new(
        track: Track,
        start: impl FnMut() -> f64 + 'static,
        mut hear: impl FnMut(Heard) + 'static,
    ) -> Self {
        let plan_ms = track.plan_ms();
        let mut slices = 0..;
        let slice = Closure::<dyn FnMut() -> Option<Vec<u8>>>::new(move || track.slice(slices.next()?));
        let start = Closure::<dyn FnMut() -> f64>::new(start);
        let hear = Closure::<dyn FnMut(Option<String>)>::new(move |heard: Option<String>| {
            hear(match heard.unwrap_or_default().as_str() {
                "playing" => Heard::Playing,
                "paused" => Heard::Paused,
                "time" => Heard::Time,
                _ => Heard::Refused,
            });
        });
        let track = play(&slice.into_js_value(), &start.into_js_value(), &hear.into_js_value());
        Self { track, plan_ms }
    }

    /// How much of the session is left, in milliseconds; nothing while the track is not made.
    pub(crate) fn left_ms(&self) -> Option<u64> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        position_ms(&self.track).map(|position_ms| self.plan_ms.saturating_sub(position_ms as u64))
    }

    /// Pauses it, or lets it play on. Whether it can: not after another one was played.
    pub(crate) fn hold(&self, is_held: bool) -> bool {
        hold(&self.track, is_held)
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        stop(&self.track);
    }
}
