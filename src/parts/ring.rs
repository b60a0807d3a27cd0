//! The ring around the remaining time. It is two half rings that turn out of sight, one after the other: pure
//! transforms, moved by the compositor, so that script has nothing to do between seconds.

use supple_core::State;

use crate::markup::{Element, el};
use crate::widget::{Topic, Widget};

/// How far the ring may be off, in milliseconds.
const TOLERANCE_MS: u64 = 400;

/// Begun anew, at the exact place, at each phase and whenever the time runs differently than before.
pub(crate) fn ring(widget: Widget) -> Vec<Element> {
    let Some(snapshot) = widget.follow(Topic::Phase, |_| widget.snapshot_now()) else { return Vec::new() };
    let start_ms = snapshot.elapsed_ms;
    // A page that hides and shows the widget, or moves it, starts the animation over: from where it was then.
    let started = move |_| {
        let now_ms = widget.snapshot_now().map_or(0, |snapshot| snapshot.elapsed_ms);
        if now_ms > start_ms + TOLERANCE_MS {
            widget.notify(Topic::Phase);
        }
    };
    let half = |class| el("div", class).child(el("div", "arc"));
    let class = match (snapshot.open, snapshot.state == State::Running) {
        (false, true) => "ring",
        (false, false) => "ring still",
        // Fills up to what the phase is meant to last, and stays full.
        (true, true) => "ring up",
        (true, false) => "ring up still",
    };
    let ring = el("div", class)
        .attr("aria-hidden", "true")
        .style("--duration", format!("{}ms", snapshot.duration_ms))
        .style("--delay", format!("-{}ms", snapshot.elapsed_ms))
        .child(half("half right").on("animationstart", started))
        .child(half("half left"));
    vec![ring]
}
