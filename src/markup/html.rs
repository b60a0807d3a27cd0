//! From a tree of elements to HTML, for the first paint.

use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::view::{Position, PositionState, Render, RenderHtml};

use super::{Attribute, Child, Element};

no_attrs!(Element);

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        mut self,
        html: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attributes: Vec<AnyAttribute>,
    ) {
        if cfg!(feature = "ssr") {
            write(&mut self, html);
        }
    }

    /// The prerendered view is replaced and never hydrated, which is simpler and smaller; so this builds anew.
    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Elements that have no end tag.
const VOID: [&str; 1] = ["input"];

fn write(element: &mut Element, html: &mut String) {
    let tag = element.0.tag;
    *html += &format!("<{tag}");
    for attribute in &mut element.0.attributes {
        let (name, value) = match attribute {
            Attribute::Fixed(name, value) => (*name, Some(value.clone())),
            Attribute::Live(name, value) => (*name, value.call()),
            // Listeners and properties come with the widget; styles would break a strict policy.
            Attribute::Property(..)
            | Attribute::Style(..)
            | Attribute::On(..)
            | Attribute::Follow(_)
            | Attribute::Shown(_) => {
                continue;
            }
        };
        match value.as_deref() {
            Some("") => *html += &format!(" {name}"),
            Some(value) => *html += &format!(" {name}=\"{}\"", escape(value).replace('"', "&quot;")),
            None => {}
        }
    }
    html.push('>');
    if VOID.contains(&tag) {
        return;
    }
    for child in &mut element.0.children {
        match child {
            Child::Element(element) => write(element, html),
            Child::Text(text) => *html += &escape(text),
            Child::LiveText(text) => *html += &escape(&text.call()),
            Child::Live(children) => children.call().iter_mut().for_each(|element| write(element, html)),
        }
    }
    *html += &format!("</{tag}>");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::markup::{el, text_el};

    #[test]
    fn texts_and_attributes_stay_what_they_are() {
        let element = el("p", "note")
            .attr("title", "\"a\" & <b>")
            .flag("hidden", || true)
            .flag("inert", || false)
            .child(text_el("b", "", "<i>1 & 2</i>"))
            .live_text(|| "<live>");
        assert_eq!(
            element.to_html(),
            "<p class=\"note\" title=\"&quot;a&quot; &amp; &lt;b&gt;\" hidden>\
             <b>&lt;i&gt;1 &amp; 2&lt;/i&gt;</b>&lt;live&gt;</p>"
        );
    }

    #[test]
    fn an_input_has_no_end() {
        assert_eq!(el("input", "").attr("type", "radio").to_html(), "<input type=\"radio\">");
    }
}
