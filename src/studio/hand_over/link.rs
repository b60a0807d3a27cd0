//! The link: it needs no account and never expires, because the routine is in it.

use leptos::prelude::*;
use supple_core::sharing::{LINK_MAX, Weight, WeightOf, weights};

use super::Copied;
use crate::browser::focus;
use crate::messages::Messages;
use crate::studio::state::Studio;
use crate::wording::as_count;

/// How many of the things that make a link long are named.
const NAMED: usize = 6;

/// From this length on, some mail programs break a link.
const LONG: usize = 2_000;

/// The link, its length, and what makes it long.
#[component]
pub(super) fn LinkWay() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let link = studio.link();
    let text = Signal::derive(move || link.get().unwrap_or_default());
    let length = move || match link.with(|link| link.as_ref().map(|link| link.chars().count())) {
        Some(length) if length > LONG => messages.studio_link_long(length),
        Some(length) => messages.studio_link_length(length),
        None => messages.studio_link_too_long(LINK_MAX),
    };
    let said = RwSignal::new("");
    let share = move |_| {
        studio.page().share_link(&studio.name(), &text.get_untracked(), move |is_shared| {
            said.set(if is_shared { messages.studio_shared() } else { messages.studio_not_shared() });
        });
    };
    view! {
        <div class={"way"}>
            <h3>{messages.studio_link()}</h3>
            <p class={"soft"}>{messages.studio_link_text()}</p>
            <p class={"link-length"}>{length}</p>
            <Show when=move || link.with(Option::is_some)>
                <Copied label=messages.studio_link() button=messages.studio_copy_link() text/>
                <p class={"actions"}>
                    {studio
                        .page()
                        .can_share()
                        .then(|| {
                            view! {
                                <button type="button" class={"button"} on:click=share>
                                    {messages.studio_share()}
                                </button>
                            }
                        })}
                    <a class={"button"} target="_blank" rel="noopener" href=move || text.get()>
                        {messages.studio_open_link()}
                    </a>
                    <span role="status">{move || said.get()}</span>
                </p>
            </Show>
            <Weights/>
        </div>
    }
}

/// What makes the link long, once somebody asks.
#[component]
fn Weights() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let open = RwSignal::new(false);
    let found = Memo::new(move |_| {
        if !open.get() {
            return Vec::new();
        }
        let document = studio.settled().get();
        let mut found = weights(&document);
        found.truncate(NAMED);
        found
            .into_iter()
            .map(|Weight { of, characters }| (name_of(messages, &document, &of), as_count(characters)))
            .collect::<Vec<_>>()
    });
    view! {
        <details on:toggle=move |event| open.set(focus::is_open(&event))>
            <summary>{messages.studio_weights()}</summary>
            <ul class={"weights"}>
                {move || {
                    found
                        .get()
                        .into_iter()
                        .map(|(name, characters)| {
                            view! {
                                <li>
                                    <span>{name}</span>
                                    <span>{messages.studio_characters(characters)}</span>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </details>
    }
}

/// What a part of the document is called for the person who wrote it.
fn name_of(messages: Messages, document: &serde_json::Value, of: &WeightOf) -> String {
    match of {
        WeightOf::Field(name) => match name.as_str() {
            "safety" => messages.studio_caution().to_owned(),
            "summary" | "tagline" => messages.studio_introduction().to_owned(),
            "author" => messages.studio_author().to_owned(),
            "for" => messages.studio_for_whom().to_owned(),
            "name" => messages.studio_name().to_owned(),
            name => name.to_owned(),
        },
        WeightOf::Exercise { section, exercise } => {
            let found = document.pointer(&format!("/sections/{section}/exercises/{exercise}"));
            let text = |name: &str| found.and_then(|it| it.get(name)?.as_str());
            text("name").or_else(|| text("use")).or_else(|| text("id")).unwrap_or_default().to_owned()
        }
    }
}
