//! From a tree of elements to nodes that stay up to date.

use std::any::Any;

use leptos::leptos_dom::helpers::queue_microtask;
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types;
use leptos::tachys::view::Mountable;
use wasm_bindgen::{JsCast, JsValue};

use super::{Attribute, Call, Child, Element, Text};

/// A node and what keeps it up to date. Dropping it stops that.
pub(crate) struct Rendered {
    node: types::Element,
    _kept: Vec<Box<dyn Any>>,
}

impl Render for Element {
    type State = Rendered;

    fn build(self) -> Rendered {
        let namespace = matches!(self.0.tag, "svg" | "path").then_some("http://www.w3.org/2000/svg");
        let node = Rndr::create_element(self.0.tag, namespace);
        let mut kept = Vec::new();
        for attribute in self.0.attributes {
            set(&node, attribute, &mut kept);
        }
        for child in self.0.children {
            insert(&node, child, &mut kept);
        }
        Rendered { node, _kept: kept }
    }

    fn rebuild(self, state: &mut Rendered) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for Rendered {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = Rndr::get_parent(&self.node) else { return false };
        child.mount(parent.unchecked_ref(), Some(&self.node));
        true
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node.clone()]
    }
}

/// Does something now, and again whenever a signal that it read has changed.
fn follow(kept: &mut Vec<Box<dyn Any>>, mut run: Box<dyn Call<()>>) {
    kept.push(Box::new(RenderEffect::new(move |_: Option<()>| run.call())));
}

fn set(node: &types::Element, attribute: Attribute, kept: &mut Vec<Box<dyn Any>>) {
    let node = node.clone();
    match attribute {
        Attribute::Fixed(name, value) => Rndr::set_attribute(&node, name, &value),
        Attribute::Live(name, mut value) => {
            let mut before: Option<Text> = None;
            let follower = move || {
                let now = value.call();
                if now != before {
                    match &now {
                        Some(now) => Rndr::set_attribute(&node, name, now),
                        None => Rndr::remove_attribute(&node, name),
                    }
                    before = now;
                }
            };
            follow(kept, Box::new(follower));
        }
        Attribute::Property(name, mut is) => {
            follow(kept, Box::new(move || Rndr::set_property(&node, name, &JsValue::from_bool(is.call()))));
        }
        Attribute::Style(name, value) => {
            Rndr::set_css_property(&Rndr::style(&node), name, &value);
        }
        Attribute::On(event, mut heard) => {
            // The listener goes with its node; what it needs of the widget is looked up when it is called.
            let owner = Owner::current();
            let heard = move |event: JsValue| {
                let event = event.unchecked_into();
                match &owner {
                    Some(owner) => owner.with(|| heard.hear(event)),
                    None => heard.hear(event),
                }
            };
            kept.push(Box::new(Rndr::add_event_listener(&node, event, Box::new(heard))));
        }
        Attribute::Follow(run) => follow(kept, run),
        Attribute::Shown(then) => queue_microtask(move || then(node)),
    }
}

fn insert(parent: &types::Element, child: Child, kept: &mut Vec<Box<dyn Any>>) {
    match child {
        Child::Element(element) => {
            let mut rendered = element.build();
            rendered.mount(parent, None);
            kept.push(Box::new(rendered));
        }
        Child::Text(text) => {
            if !text.is_empty() {
                Rndr::insert_node(parent, &Rndr::create_text_node(&text), None);
            }
        }
        Child::LiveText(mut text) => {
            let node = Rndr::create_text_node("");
            Rndr::insert_node(parent, &node, None);
            let mut before = Text::Borrowed("");
            let follower = move || {
                let now = text.call();
                if now != before {
                    Rndr::set_text(&node, &now);
                    before = now;
                }
            };
            follow(kept, Box::new(follower));
        }
        Child::Live(mut children) => {
            let marker = Rndr::create_placeholder();
            Rndr::insert_node(parent, &marker, None);
            let parent = parent.clone();
            let mut shown: Vec<Rendered> = Vec::new();
            let follower = move || {
                let next = children.call();
                for mut old in shown.drain(..) {
                    old.unmount();
                }
                for element in next {
                    let mut new = element.build();
                    new.mount(&parent, Some(&marker));
                    shown.push(new);
                }
            };
            follow(kept, Box::new(follower));
        }
    }
}
