//! A list of texts, with numbers or without.

use leptos::prelude::*;

/// Steps, in the order in which they are done.
#[component]
pub(crate) fn OrderedTexts(class: &'static str, texts: Vec<String>) -> impl IntoView {
    view! { <ol class=class>{items(texts)}</ol> }
}

/// Things that may be read in any order.
#[component]
pub(crate) fn UnorderedTexts(class: &'static str, texts: Vec<String>) -> impl IntoView {
    view! { <ul class=class>{items(texts)}</ul> }
}

fn items(texts: Vec<String>) -> impl IntoView {
    texts.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()
}
