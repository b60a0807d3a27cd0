//! Code for a site of one's own, in every way of docs/EMBEDDING.md that can show an authored routine.

use leptos::prelude::*;

use super::Copied;
use crate::messages::Messages;
use crate::studio::bindings::Embedded;
use crate::studio::state::Studio;

/// A way to embed the routine.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Element,
    Iframe,
    WordPress,
    Hugo,
    Link,
    Inline,
    File,
}

impl Way {
    const ALL: [Self; 7] =
        [Self::Element, Self::Iframe, Self::WordPress, Self::Hugo, Self::Link, Self::Inline, Self::File];

    /// Its name in `app/studio/embed.js`.
    fn name(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Iframe => "iframe",
            Self::WordPress => "wordpress",
            Self::Hugo => "hugo",
            Self::Link => "link",
            Self::Inline => "inline",
            Self::File => "file",
        }
    }

    fn label(self, messages: Messages) -> &'static str {
        match self {
            Self::Element => messages.studio_embed_element(),
            Self::Iframe => messages.studio_embed_iframe(),
            Self::WordPress => messages.studio_embed_wordpress(),
            Self::Hugo => messages.studio_embed_hugo(),
            Self::Link => messages.studio_embed_as_link(),
            Self::Inline => messages.studio_embed_inline(),
            Self::File => messages.studio_embed_with_file(),
        }
    }
}

/// The choice of a way, and the code.
#[component]
pub(super) fn EmbedWays() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let way = RwSignal::new(Way::Element);
    let address = RwSignal::new(None::<String>);
    let file = Memo::new(move |_| {
        let typed = address.get().filter(|address| !address.trim().is_empty());
        typed.unwrap_or_else(|| messages.studio_embed_address(studio.file_name()))
    });
    // What doesn't fit in a link has to be a file.
    let takes_file = move || way.get() == Way::File || studio.link().get().is_none();
    let code = Signal::derive(move || {
        let (document, name) = studio.document().with(|document| {
            let name = document.get("name").and_then(serde_json::Value::as_str).unwrap_or_default();
            (document.to_string(), name.to_owned())
        });
        let link = studio.link().get().unwrap_or_else(|| studio.page().site());
        let text = messages.studio_embed_link(&name);
        let source = if takes_file() { file.get() } else { link.clone() };
        let routine =
            Embedded { document: &document, link: &link, source: &source, name: &name, text: &text };
        studio.page().embed_code(way.get().name(), &routine)
    });
    let choose = move |name: String| {
        if let Some(chosen) = Way::ALL.into_iter().find(|way| way.name() == name) {
            way.set(chosen);
        }
    };
    view! {
        <div class={"way"}>
            <h3>{messages.studio_embed()}</h3>
            <p class={"soft"}>{messages.studio_embed_text()}</p>
            <label class={"labelled-field"}>
                <span>{messages.studio_embed_way()}</span>
                <select class={"field"} on:change=move |event| choose(event_target_value(&event))>
                    {Way::ALL
                        .map(|way| view! { <option value=way.name()>{way.label(messages)}</option> })
                        .collect_view()}
                </select>
            </label>
            <Show when=takes_file>
                <label class={"labelled-field"}>
                    <span>{messages.studio_embed_file()}</span>
                    <input
                        class={"field"}
                        type="url"
                        autocomplete="off"
                        prop:value=move || file.get()
                        on:change=move |event| address.set(Some(event_target_value(&event)))
                    />
                </label>
            </Show>
            <Copied label=messages.studio_embed_code() button=messages.studio_copy_code() text=code/>
        </div>
    }
}
