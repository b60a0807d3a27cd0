//! The door to JavaScript.

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

use js_sys::Function;
use leptos::mount::mount_to;
use leptos::prelude::*;
use supple_core::{Command, Routine, Store};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use crate::browser::events::{self, Listener};
use crate::browser::local_storage::LocalStorage;
use crate::outside::Happening;
use crate::parts::start_panel::WHOLE;
use crate::screens::App;
use crate::text;
use crate::widget::Widget;

/// A mounted widget. Freeing it unmounts it and releases everything it held.
#[wasm_bindgen]
pub struct Handle {
    widget: Widget,
    _listeners: [Listener; 3],
    _mounted: Box<dyn Any>,
}

/// Mounts a widget into an element, which should be empty.
///
/// `document` is a routine's document. Without a `storage_key` nothing is kept. `lang` is the language of dates. `tell` is called with an event's name and its detail as JSON. `site` is the
/// address of the site with the app, to which progress can be handed; it ends with a slash. `carry` is called with what the
/// carriers of cues have to know, as JSON.
///
/// # Errors
/// When the document is refused. What is wrong with it, a module says that is loaded for that (`authoring/`).
#[wasm_bindgen]
pub fn mount(
    element: HtmlElement,
    document: String,
    storage_key: Option<String>,
    lang: String,
    tell: Function,
    site: Option<String>,
    carry: Function,
) -> Result<Handle, JsValue> {
    let routine = Routine::parse(&document).map_err(|_| JsValue::UNDEFINED)?;

    let slot = Rc::new(Cell::new(None));
    let slot_to_fill = slot.clone();
    let mounted = mount_to(element, move || {
        let widget = Widget::new(routine, lang);
        slot_to_fill.set(Some(widget));
        view! { <App widget/> }
    });
    // `mount_to` has run the closure above, or it would not have returned.
    let widget = slot.get().ok_or("The widget could not be mounted.")?;

    let tell = Rc::new(move |widget: Widget, happening: Happening| {
        let (name, detail) = (JsValue::from_str(happening.event()), widget.detail().into());
        // What a listener of the page throws is the page's own.
        let _ = tell.call2(&JsValue::NULL, &name, &detail);
    });
    widget.model_mut().run.tell = Some(tell);
    let carry = Rc::new(move |message: &str, kind: &str| {
        // A carrier that fails is no reason for the session to.
        let _ = carry.call2(&JsValue::NULL, &message.into(), &kind.into());
    });
    widget.model_mut().carrying.carry = Some(carry);
    widget.model_mut().site = site;
    widget.open(match storage_key {
        Some(key) => Store::new(Box::new(LocalStorage), &key),
        None => Store::in_memory(),
    });

    let listeners = [
        events::on_storage_change(move |key| widget.changed_elsewhere(key.as_deref())),
        events::on_page_leave(move || widget.leave()),
        events::on_visibility_change(move || widget.note_alive()),
    ];
    Ok(Handle { widget, _listeners: listeners, _mounted: Box::new(mounted) })
}

#[wasm_bindgen]
impl Handle {
    /// What the element's method of this name does: `start` (from the card with the id that is given, if one is), `pause`,
    /// `resume`, `next`, `previous`, `extend` (by whole milliseconds), `stop`. `say` tells the person a text, once; `give-way`
    /// pauses a running session for the sake of another one on the page, and says so. What makes no sense does nothing.
    pub fn command(&self, name: &str, value: Option<String>) {
        let widget = self.widget;
        widget.command(match name {
            "start" => return self.start(value.as_deref()),
            "say" => return value.map_or((), |text| widget.say(text)),
            "extend" => match value.and_then(|ms| ms.parse().ok()) {
                Some(ms) => Command::Extend(ms),
                None => return,
            },
            "resume" => Command::Resume,
            "next" => Command::Next,
            "previous" => Command::Previous,
            "stop" => Command::Stop,
            _ => Command::Pause,
        });
        if name == "give-way" {
            widget.say(text::GAVE_WAY.to_owned());
        }
    }

    /// How it is right now: the detail of every event, as JSON.
    pub fn detail(&self) -> String {
        self.widget.detail()
    }
}

impl Handle {
    fn start(&self, card: Option<&str>) {
        let position = match card {
            None | Some(WHOLE) => Some(0),
            Some(card) => self.widget.read(|model| model.plan.position_of(card)),
        };
        if let Some(position) = position {
            self.widget.start(position);
        }
    }
}
