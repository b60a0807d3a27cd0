//! A button with a sign in place of words, and a name for those who can't see it.

use leptos::prelude::*;

/// What stands on a button in place of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A letter that every system has.
    Letter(&'static str),
    /// A sheet in front of another one, which is drawn: few systems have such a letter.
    Copy,
}

impl From<&'static str> for Sign {
    fn from(letter: &'static str) -> Self {
        Self::Letter(letter)
    }
}

impl Sign {
    fn view(self) -> AnyView {
        match self {
            Self::Letter(letter) => letter.into_any(),
            Self::Copy => view! {
                <svg class={"sign"} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                    <path d={"M7 7h10v10H7zM13 7V3H3v10h4"}></path>
                </svg>
            }
            .into_any(),
        }
    }
}

/// The button. `hidden` keeps it away where it would do nothing.
#[component]
pub(super) fn IconButton(
    #[prop(into)] sign: Sign,
    #[prop(into)] label: Signal<String>,
    on_press: impl FnMut() + 'static,
    #[prop(optional, into)] id: Option<String>,
    #[prop(optional, into)] hidden: Signal<bool>,
) -> impl IntoView {
    let mut on_press = on_press;
    view! {
        <button
            type="button"
            class={"icon-button"}
            id=id
            hidden=move || hidden.get()
            aria-label=move || label.get()
            title=move || label.get()
            on:click=move |_| on_press()
        >
            {sign.view()}
        </button>
    }
}
