//! A list of an author's texts, with numbers or without.

use leptos::prelude::*;

use crate::state::AppState;

/// Steps, in the order in which they are done.
#[component]
pub(crate) fn OrderedTexts(class: &'static str, texts: Vec<String>) -> impl IntoView {
    let state = expect_context::<AppState>();
    view! { <ol class=class lang=state.author_lang() dir=state.author_dir()>{items(texts)}</ol> }
}

/// Things that may be read in any order.
#[component]
pub(crate) fn UnorderedTexts(class: &'static str, texts: Vec<String>) -> impl IntoView {
    let state = expect_context::<AppState>();
    view! { <ul class=class lang=state.author_lang() dir=state.author_dir()>{items(texts)}</ul> }
}

fn items(texts: Vec<String>) -> impl IntoView {
    texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()
}
