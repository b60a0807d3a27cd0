//! The few signs on the player's buttons, drawn by us on a grid of 24.

use leptos::prelude::*;

/// A sign; its button says the same in words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Previous,
    Pause,
    Play,
    Next,
    Stop,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Previous => "M19 5v14L8 12zM5 5h2.5v14H5z",
            Self::Pause => "M6 5h4v14H6zM14 5h4v14h-4z",
            Self::Play => "M7 4.5v15l12.5-7.5z",
            Self::Next => "M5 5v14l11-7zM16.5 5H19v14h-2.5z",
            Self::Stop => "M6 6h12v12H6z",
        }
    }
}

/// Draws a sign in the colour of the text around it.
#[component]
pub(crate) fn Sign(#[prop(into)] icon: Signal<Icon>) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=move || icon.get().path()></path>
        </svg>
    }
}
