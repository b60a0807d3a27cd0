//! Small things to read: facts with their names, notes, links to sources.

use supple_core::Routine;

use crate::markup::{Element, Text, el, text_el};

/// A list of facts.
pub(crate) fn facts(facts: impl IntoIterator<Item = Element>) -> Element {
    el("dl", "facts").children(facts)
}

/// A fact that stays as it is.
pub(crate) fn fact(name: &'static str, value: impl Into<Text>) -> Element {
    named(name).child(text_el("dd", "", value))
}

/// A fact that follows the news.
pub(crate) fn live_fact(name: &'static str, value: impl Fn() -> String + Send + 'static) -> Element {
    named(name).child(el("dd", "").live_text(value))
}

fn named(name: &'static str) -> Element {
    el("div", "").child(text_el("dt", "", name))
}

/// A titled note on a card; nothing if there is nothing to say.
pub(crate) fn note(class: &'static str, title: &'static str, text: &str) -> Option<Element> {
    (!text.is_empty()).then(|| {
        el("div", class).child(text_el("p", "note-title", title)).child(text_el("p", "", text.to_owned()))
    })
}

/// A list of texts.
pub(crate) fn list(tag: &'static str, class: &'static str, lines: &[String]) -> Element {
    el(tag, class).children(lines.iter().map(|line| text_el("li", "", line.clone())))
}

/// A text only for screen readers.
pub(crate) fn unseen(text: impl Into<Text>) -> Element {
    text_el("span", "visually-hidden", text)
}

/// An element with links to sources at its end, in the manner of `[4]`. They lead straight there: a fragment
/// can't point into a shadow root.
pub(crate) fn cited(element: Element, routine: &Routine, references: &[usize]) -> Element {
    references.iter().fold(element, |element, number| {
        let reference = number.checked_sub(1).and_then(|index| routine.references.get(index));
        let link = reference.map(|reference| {
            text_el("a", "cite", format!("[{number}]"))
                .attr("href", reference.url.clone())
                .attr("aria-label", format!("Source {number}: {}", reference.title))
                .attr("rel", "noopener")
        });
        element.text(" ").maybe(link)
    })
}
