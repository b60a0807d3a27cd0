//! The few icons on buttons, drawn by us on a grid of 24. The buttons say the same in words.

use leptos::prelude::*;

pub(crate) const PREVIOUS: &str = "M19 5v14L8 12zM5 5h2.5v14H5z";
pub(crate) const PAUSE: &str = "M6 5h4v14H6zM14 5h4v14h-4z";
pub(crate) const PLAY: &str = "M7 4.5v15l12.5-7.5z";
pub(crate) const NEXT: &str = "M5 5v14l11-7zM16.5 5H19v14h-2.5z";
pub(crate) const STOP: &str =
    "M6.2 4.8 12 10.6l5.8-5.8 1.4 1.4L13.4 12l5.8 5.8-1.4 1.4L12 13.4l-5.8 5.8-1.4-1.4L10.6 12 4.8 6.2z";
pub(crate) const MORE: &str =
    "M3 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0M10 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0M17 12a2 2 0 1 0 4 0 2 2 0 1 0-4 0";
pub(crate) const SOUND_ON: &str =
    "M3 9h4l5-5v16l-5-5H3zM15 8.2l1.2-1.4a7 7 0 0 1 0 10.4L15 15.8a5 5 0 0 0 0-7.6";
pub(crate) const SOUND_OFF: &str = "M3 9h4l5-5v16l-5-5H3zM15 10.4l1.4-1.4 2.1 2.1 2.1-2.1 1.4 1.4-2.1 2.1 2.1 2.1-1.4 1.4-2.1-2.1-2.1 2.1-1.4-1.4 2.1-2.1z";

/// An icon in the colour of the text around it.
#[component]
pub(crate) fn Icon(#[prop(into)] path: Signal<&'static str>) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=move || path.get()></path>
        </svg>
    }
}
