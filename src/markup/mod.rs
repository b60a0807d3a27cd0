//! Elements as values: one type for all of them, where Leptos's `view!` makes a type of each.
//!
//! What `view!` expands to is monomorphised for every element on every screen; the same widget took twice the
//! bytes (docs/BENCHMARKS.md). Here a screen is a tree of [`Element`]s, built by plain calls; only this folder
//! knows how a tree becomes nodes ([`render`]) or text ([`html`]), and Leptos does what it is best at: owners,
//! signals, effects, mounting.
//!
//! Text is always text: there is no way from here to `innerHTML`.

mod html;
mod render;

use std::borrow::Cow;

use leptos::ev::Event;
use leptos::tachys::renderer::types;

/// A text that never changes.
pub(crate) type Text = Cow<'static, str>;

/// An element to be. A pointer, so that chains of calls hand on one number and not a whole structure.
pub(crate) struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Child>,
}

/// A closure that can be called. Unlike `dyn FnMut` it knows one way of that, where each way is code for each closure.
trait Call<T> {
    fn call(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Call<T> for F {
    fn call(&mut self) -> T {
        self()
    }
}

/// A closure that hears of events; one way to call it, as above.
trait Hear {
    fn hear(&mut self, event: Event);
}

impl<F: FnMut(Event)> Hear for F {
    fn hear(&mut self, event: Event) {
        self(event);
    }
}

enum Attribute {
    Fixed(&'static str, Text),
    /// Present while there is a value.
    Live(&'static str, Box<dyn Call<Option<Text>> + Send>),
    /// A property of the node and not of its markup, such as `checked`.
    Property(&'static str, Box<dyn Call<bool> + Send>),
    /// A custom property of its style. Set through the style's own interface, which a strict policy allows.
    Style(&'static str, String),
    On(&'static str, Box<dyn Hear + Send>),
    /// Done now and again whenever a signal that it reads has changed.
    Follow(Box<dyn Call<()> + Send>),
    /// Called once, when the element is in the page.
    Shown(Box<dyn FnOnce(types::Element) + Send>),
}

enum Child {
    Element(Element),
    Text(Text),
    LiveText(Box<dyn Call<Text> + Send>),
    Live(Box<dyn Call<Vec<Element>> + Send>),
}

/// An element of this tag, with this class (none if empty).
#[inline(never)]
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }));
    if class.is_empty() { element } else { element.attr("class", class) }
}

/// An element with a text in it.
pub(crate) fn text_el(tag: &'static str, class: &'static str, text: impl Into<Text>) -> Element {
    el(tag, class).text(text)
}

/// A button of this class. The press is not passed on to the element's own default, if it has one.
pub(crate) fn button(class: &'static str, press: impl FnMut() + Send + 'static) -> Element {
    boxed_button(class, Box::new(press))
}

// Behind a thin generic front, since each use would be a copy of it otherwise.
#[inline(never)]
fn boxed_button(class: &'static str, mut press: Box<dyn Call<()> + Send>) -> Element {
    el("button", class).attr("type", "button").on("click", move |event| {
        event.prevent_default();
        press.call();
    })
}

impl Element {
    #[inline(never)]
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn with_child(mut self, child: Child) -> Self {
        self.0.children.push(child);
        self
    }

    /// An attribute that never changes.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.with(Attribute::Fixed(name, value.into()))
    }

    /// An attribute that is there while it has a value.
    pub(crate) fn live(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<Text> + Send + 'static,
    ) -> Self {
        self.boxed_live(name, Box::new(value))
    }

    /// An attribute that is there, empty, or not.
    pub(crate) fn flag(self, name: &'static str, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.either(name, Box::new(is), [None, Some("")])
    }

    /// One class or another.
    pub(crate) fn class_if(
        self,
        is: impl Fn() -> bool + Send + 'static,
        yes: &'static str,
        no: &'static str,
    ) -> Self {
        self.either("class", Box::new(is), [Some(no), Some(yes)])
    }

    /// `aria-disabled`: still to be found and focused, unlike with `disabled`.
    pub(crate) fn disabled(self, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.either("aria-disabled", Box::new(is), [Some("false"), Some("true")])
    }

    /// A property of the node that is on or off.
    pub(crate) fn property(self, name: &'static str, is: impl Fn() -> bool + Send + 'static) -> Self {
        self.boxed_property(name, Box::new(is))
    }

    /// A property of its style.
    pub(crate) fn style(self, name: &'static str, value: String) -> Self {
        self.with(Attribute::Style(name, value))
    }

    /// Listens for an event.
    pub(crate) fn on(self, event: &'static str, heard: impl FnMut(Event) + Send + 'static) -> Self {
        self.boxed_on(event, Box::new(heard))
    }

    /// Does something now, and again whenever a signal that it reads has changed.
    pub(crate) fn follow(self, run: impl FnMut() + Send + 'static) -> Self {
        self.with(Attribute::Follow(Box::new(run)))
    }

    /// Calls back once the element is in the page.
    pub(crate) fn shown(self, then: impl FnOnce(types::Element) + Send + 'static) -> Self {
        self.with(Attribute::Shown(Box::new(then)))
    }

    /// A text that never changes. Empty ones leave nothing behind.
    pub(crate) fn text(self, text: impl Into<Text>) -> Self {
        self.with_child(Child::Text(text.into()))
    }

    /// A text that follows the signals it reads.
    pub(crate) fn live_text<T: Into<Text>>(self, text: impl Fn() -> T + Send + 'static) -> Self {
        self.boxed_text(Box::new(move || text().into()))
    }

    /// A child.
    #[inline(never)]
    pub(crate) fn child(self, child: Element) -> Self {
        self.with_child(Child::Element(child))
    }

    /// A child, if there is one.
    #[inline(never)]
    pub(crate) fn maybe(self, child: Option<Element>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Children, one after the other.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Children that are made anew whenever a signal they are made from changes.
    pub(crate) fn live_children(self, children: impl Fn() -> Vec<Element> + Send + 'static) -> Self {
        self.boxed_children(Box::new(children))
    }

    // What follows stands behind the generic fronts above, so that a closure costs each of its uses no more than a call.

    #[inline(never)]
    fn boxed_live(self, name: &'static str, value: Box<dyn Call<Option<Text>> + Send>) -> Self {
        self.with(Attribute::Live(name, value))
    }

    #[inline(never)]
    fn either(
        self,
        name: &'static str,
        mut is: Box<dyn Call<bool> + Send>,
        [no, yes]: [Option<&'static str>; 2],
    ) -> Self {
        self.live(name, move || if is.call() { yes } else { no }.map(Text::Borrowed))
    }

    #[inline(never)]
    fn boxed_property(self, name: &'static str, is: Box<dyn Call<bool> + Send>) -> Self {
        self.with(Attribute::Property(name, is))
    }

    #[inline(never)]
    fn boxed_on(self, event: &'static str, heard: Box<dyn Hear + Send>) -> Self {
        self.with(Attribute::On(event, heard))
    }

    #[inline(never)]
    fn boxed_text(self, text: Box<dyn Call<Text> + Send>) -> Self {
        self.with_child(Child::LiveText(text))
    }

    #[inline(never)]
    fn boxed_children(self, children: Box<dyn Call<Vec<Element>> + Send>) -> Self {
        self.with_child(Child::Live(children))
    }
}
