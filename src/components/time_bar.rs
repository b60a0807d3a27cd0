//! The remaining time as a bar. It slides out of sight: a transform alone, moved by the compositor, so that scripts have
//! nothing to do between seconds.

use leptos::prelude::*;
use supple_core::{Snapshot, State};

use crate::session_controller::SessionController;
use crate::state::AppState;

/// How far the bar may be off, in milliseconds.
const TOLERANCE_MS: u64 = 400;

/// When the bar has to begin again, at its exact place: at each phase, and whenever time runs differently than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Course {
    turn: u64,
    state: State,
    duration_ms: u64,
    /// Whether it stands still until the person is back in position.
    is_settling: bool,
    /// How often its animation was found in the wrong place.
    restarts: u32,
}

/// The bar of the present phase; nothing without a session.
#[component]
pub(crate) fn TimeBar() -> impl IntoView {
    let state = expect_context::<AppState>();
    let session = expect_context::<SessionController>();
    let restarts = RwSignal::new(0);
    let course = Memo::new(move |_| {
        let Snapshot { turn, state, duration_ms, settling_ms, .. } = state.snapshot.get()?;
        Some(Course { turn, state, duration_ms, is_settling: settling_ms > 0, restarts: restarts.get() })
    });
    // A keyed list of one: another course is another element, whose animation begins anew.
    let bar = move |course: Course| {
        let now = session.snapshot_now();
        let (elapsed_ms, is_open) = now.map_or((0, false), |now| (now.elapsed_ms, now.open));
        // Hiding and showing the widget, or moving it, restarts the animation from zero.
        let check_place = move |_| {
            let now_ms = session.snapshot_now().map_or(0, |now| now.elapsed_ms);
            if now_ms > elapsed_ms + TOLERANCE_MS {
                restarts.update(|restarts| *restarts += 1);
            }
        };
        view! {
            <div
                class="time-bar"
                // In an open phase it fills until the phase has lasted as long as it is meant to, and then stays full.
                class:up=is_open
                class:still=course.state != State::Running || course.is_settling
                aria-hidden="true"
                style=("--duration", format!("{}ms", course.duration_ms))
                style=("--delay", format!("-{elapsed_ms}ms"))
            >
                <div class="time-left-bar" on:animationstart=check_place></div>
            </div>
        }
    };
    view! { <For each=move || course.get() key=|course| *course children=bar/> }
}
