//! A button with a sign in place of words, and a name for those who can't see it.

use leptos::prelude::*;

/// The button. `hidden` keeps it away where it would do nothing.
#[component]
pub(super) fn IconButton(
    sign: &'static str,
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
            on:click=move |_| on_press()
        >
            {sign}
        </button>
    }
}
