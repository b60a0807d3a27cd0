//! The ring around the remaining time. It is two half rings that turn out of sight, one after the other: pure
//! transforms, moved by the compositor, so that script has nothing to do between seconds.

use leptos::prelude::*;
use supple_core::State;

use crate::widget::Widget;

#[component]
pub(crate) fn Ring(widget: Widget) -> impl IntoView {
    // Begun anew, at the exact place, whenever the time runs differently than the ring thinks.
    let run = Memo::new(move |_| {
        let snapshot = widget.snapshot.get()?;
        Some((snapshot.turn, snapshot.state == State::Running, snapshot.duration_ms))
    });
    let ring = move || {
        let (_, running, duration_ms) = run.get()?;
        let elapsed_ms = widget.snapshot.get_untracked()?.elapsed_ms;
        let duration = format!("{duration_ms}ms");
        let delay = format!("-{elapsed_ms}ms");
        Some(view! {
            <div class="ring" class:still=!running style:--duration=duration style:--delay=delay aria-hidden="true">
                <div class="half right"><div class="arc"></div></div>
                <div class="half left"><div class="arc"></div></div>
            </div>
        })
    };
    view! { {ring} }
}
