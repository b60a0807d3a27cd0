//! The few icons on buttons, drawn by us on a grid of 24. The buttons say the same in words.

use leptos::prelude::*;

pub(crate) const PREVIOUS: &str = "M19 5v14L8 12zM5 5h2.5v14H5z";
pub(crate) const PAUSE: &str = "M6 5h4v14H6zM14 5h4v14h-4z";
pub(crate) const PLAY: &str = "M7 4.5v15l12.5-7.5z";
pub(crate) const NEXT: &str = "M5 5v14l11-7zM16.5 5H19v14h-2.5z";
pub(crate) const STOP: &str = "M6 6h12v12H6z";

/// An icon in the colour of the text around it.
#[component]
pub(crate) fn Icon(#[prop(into)] path: Signal<&'static str>) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=move || path.get()></path>
        </svg>
    }
}
