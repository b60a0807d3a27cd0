//! Files: one that the person chooses, and one that is handed to them. Both need nothing but the page.
//!
//! Where a browser has no way to hand over a file, the caller hears it and says so. What hands over is declared by hand,
//! since a browser may lack any of it, and web-sys would let that be thrown.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Event, File, FilePropertyBag, HtmlElement, HtmlInputElement, Url, Window};

#[wasm_bindgen]
extern "C" {
    type Readable;
    #[wasm_bindgen(method, catch)]
    fn text(this: &Readable) -> Result<Promised, JsValue>;
    type Sharing;
    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Sharing, what: &Object) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharing, what: &Object) -> Result<Promised, JsValue>;
    type Promised;
    #[wasm_bindgen(method, catch)]
    fn then(this: &Promised, kept: &Function, broken: &Function) -> Result<JsValue, JsValue>;
}

/// How long the address of a download stays. The browser takes the file at the click, but not all in the same instant.
const ADDRESS_MS: u32 = 10_000;

/// A file that the person chose.
pub(crate) struct Chosen(File);

/// Takes the file out of an input, so that the same one can be chosen again. `None` if none was chosen.
pub(crate) fn take_chosen(event: &Event) -> Option<Chosen> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file.map(Chosen)
}

impl Chosen {
    /// Its size in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let bytes = self.0.size() as u64;
        bytes
    }

    /// Calls back with its text; `None` if the browser can't read it.
    pub(crate) fn read(&self, then: impl Fn(Option<String>) + 'static) {
        let reading = self.0.unchecked_ref::<Readable>().text();
        settled(reading, Rc::new(move |text| then(text.ok().and_then(|text| text.as_string()))));
    }
}

/// What became of a file that was to be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HandedOver {
    /// The person gave it to another app.
    Shared,
    /// The browser downloads it.
    Downloaded,
    /// The person closed the share sheet.
    NotWanted,
    /// There is no way to do it here.
    Refused,
}

/// Hands a file to the person: on a phone by the share sheet, where that takes it, else as a download.
#[inline(never)]
pub(crate) fn hand_over(name: &str, kind: &str, text: &str, told: Rc<dyn Fn(HandedOver)>) {
    let Some((window, file)) = web_sys::window().zip(file(name, kind, text)) else {
        return told(HandedOver::Refused);
    };
    let name = name.to_owned();
    let Some(sheet) = shareable(&window, &file) else { return told(download(&file, &name)) };
    let answer = move |answer: Result<JsValue, JsValue>| {
        let name_of = |error: &JsValue| Reflect::get(error, &JsValue::from_str("name"));
        told(match answer {
            Ok(_) => HandedOver::Shared,
            Err(error) if name_of(&error).is_ok_and(|name| name == "AbortError") => HandedOver::NotWanted,
            Err(_) => download(&file, &name),
        });
    };
    settled(window.navigator().unchecked_ref::<Sharing>().share(&sheet), Rc::new(answer));
}

fn file(name: &str, kind: &str, text: &str) -> Option<File> {
    let of_kind = FilePropertyBag::new();
    of_kind.set_type(kind);
    File::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), name, &of_kind).ok()
}

/// What the share sheet is called with, where there is a finger and a sheet that takes such files.
fn shareable(window: &Window, file: &File) -> Option<Object> {
    let finger = window.match_media("(pointer: coarse)").ok().flatten()?;
    let sheet = Object::new();
    // A plain object takes any property.
    let _ = Reflect::set(&sheet, &JsValue::from_str("files"), &Array::of1(file));
    let can = finger.matches().then(|| window.navigator().unchecked_ref::<Sharing>().can_share(&sheet))?;
    can.is_ok_and(|can| can.is_truthy()).then_some(sheet)
}

fn download(file: &File, name: &str) -> HandedOver {
    let Ok(address) = Url::create_object_url_with_blob(file) else { return HandedOver::Refused };
    let link = web_sys::window().and_then(|window| window.document()?.create_element("a").ok());
    let clicked = link.and_then(|link| {
        link.set_attribute("href", &address).ok()?;
        link.set_attribute("download", name).ok()?;
        link.dyn_into::<HtmlElement>().ok()
    });
    if let Some(link) = &clicked {
        link.click();
    }
    Timeout::new(ADDRESS_MS, move || drop(Url::revoke_object_url(&address))).forget();
    if clicked.is_some() { HandedOver::Downloaded } else { HandedOver::Refused }
}

/// Calls back when a promise is kept or broken; also when there was none to be had.
fn settled(promised: Result<Promised, JsValue>, answer: Rc<dyn Fn(Result<JsValue, JsValue>)>) {
    match promised {
        Ok(promised) => {
            let kept = answer.clone();
            let kept = Closure::<dyn FnMut(JsValue)>::new(move |it| kept(Ok(it))).into_js_value();
            let broken = Closure::<dyn FnMut(JsValue)>::new(move |error| answer(Err(error))).into_js_value();
            // What is not a promise was never the browser's.
            let _ = promised.then(kept.unchecked_ref(), broken.unchecked_ref());
        }
        Err(error) => answer(Err(error)),
    }
}
