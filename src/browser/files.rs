//! Files: saving one for the person, and reading one that they chose.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File, FilePropertyBag, HtmlAnchorElement, HtmlInputElement, ShareData, Url};

use super::exception_name;

/// How long a download's URL stays valid, in milliseconds. The browser starts to read it after the click has
/// returned.
const URL_MS: u32 = 10_000;

#[wasm_bindgen]
extern "C" {
    /// `Navigator`, because web-sys declares that sharing can't fail. Firefox on desktops and pages without
    /// TLS don't have it.
    type SharingNavigator;
    #[wasm_bindgen(catch, method, js_name = canShare)]
    fn can_share(this: &SharingNavigator, data: &ShareData) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, method)]
    fn share(this: &SharingNavigator, data: &ShareData) -> Result<Promise, JsValue>;

    /// `Blob`, because web-sys declares that every browser can read one as text.
    type ReadableBlob;
    #[wasm_bindgen(catch, method)]
    fn text(this: &ReadableBlob) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, method, js_name = arrayBuffer)]
    fn array_buffer(this: &ReadableBlob) -> Result<Promise, JsValue>;
}

/// What became of a file that was to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HandOver {
    /// The person passed it on to another app.
    Shared,
    /// The browser was given it to download. Whether it did, nobody is told: a frame that may not save files drops it.
    Downloaded,
    /// The person closed the share sheet.
    Dismissed,
    /// The browser can't make files here.
    Refused,
}

/// Saves a text as a file: through the share sheet on a touch screen, if that takes such files, or else as a
/// download. Calls back later with what became of it.
pub(crate) fn hand_over(name: &str, media_type: &str, text: &str, done: impl FnOnce(HandOver) + 'static) {
    let file = new_file(name, media_type, text);
    spawn_local(async move {
        done(match file {
            Ok(file) => share_or_download(&file).await,
            Err(_) => HandOver::Refused,
        });
    });
}

fn new_file(name: &str, media_type: &str, text: &str) -> Result<File, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(media_type);
    File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options)
}

async fn share_or_download(file: &File) -> HandOver {
    match share(file).await {
        Ok(()) => HandOver::Shared,
        Err(ShareError::Dismissed) => HandOver::Dismissed,
        Err(ShareError::Unavailable) => match download(file) {
            Ok(()) => HandOver::Downloaded,
            Err(_) => HandOver::Refused,
        },
    }
}

/// Why a file wasn't shared.
enum ShareError {
    /// The person closed the share sheet.
    Dismissed,
    /// There is no share sheet here, or it doesn't take the file.
    Unavailable,
}

async fn share(file: &File) -> Result<(), ShareError> {
    // With a mouse, a download is what people expect.
    let is_touch = matches!(window().match_media("(pointer: coarse)"), Ok(Some(query)) if query.matches());
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    let navigator = window().navigator().unchecked_into::<SharingNavigator>();
    if !is_touch || !navigator.can_share(&data).unwrap_or(false) {
        return Err(ShareError::Unavailable);
    }
    let shared = match navigator.share(&data) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    match shared {
        Ok(_) => Ok(()),
        Err(error) if exception_name(&error).as_deref() == Some("AbortError") => Err(ShareError::Dismissed),
        Err(_) => Err(ShareError::Unavailable),
    }
}

fn download(file: &File) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(&file.name());
    link.click();
    Timeout::new(URL_MS, move || {
        // A URL that can't be revoked lasts as long as the page.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Selects all of the text field that an event comes from.
pub(crate) fn select_all(event: &Event) {
    if let Some(target) = event.target() {
        // Every text field has it, as an input does.
        target.unchecked_ref::<HtmlInputElement>().select();
    }
}

/// A file that the person chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ChosenFile {
    /// What it says.
    Text(String),
    /// It is larger than allowed, and wasn't read.
    TooLarge,
    /// The browser can't read it: perhaps it was moved, or is a folder.
    Unreadable,
}

/// Takes the file out of the file input that an event comes from, so that the same file can be chosen again.
/// Calls back later with what is in it, if it has at most `bytes_max` bytes. Doesn't call back if no file was
/// chosen.
pub(crate) fn take_chosen(event: &Event, bytes_max: u64, then: impl FnOnce(ChosenFile) + 'static) {
    let Some(target) = event.target() else { return };
    let input: HtmlInputElement = target.unchecked_into();
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    let Some(file) = file else { return };
    spawn_local(async move { then(read(&file, bytes_max).await) });
}

async fn read(file: &File, bytes_max: u64) -> ChosenFile {
    // Browsers give sizes in this type.
    if file.size() > bytes_max as f64 {
        return ChosenFile::TooLarge;
    }
    let text = match file.unchecked_ref::<ReadableBlob>().text() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(error) => Err(error),
    };
    text.ok().and_then(|text| text.as_string()).map_or(ChosenFile::Unreadable, ChosenFile::Text)
}

/// A file that the person chose, as it is: it may be no text.
#[cfg(feature = "studio")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ChosenBytes {
    /// What is in it.
    Bytes(Vec<u8>),
    /// It is larger than allowed, and wasn't read.
    TooLarge,
    /// The browser can't read it.
    Unreadable,
}

/// Takes the file out of the file input that an event comes from, as [`take_chosen`] does, and calls back with its bytes.
#[cfg(feature = "studio")]
pub(crate) fn take_chosen_bytes(event: &Event, bytes_max: u64, then: impl FnOnce(ChosenBytes) + 'static) {
    let Some(target) = event.target() else { return };
    let input: HtmlInputElement = target.unchecked_into();
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    let Some(file) = file else { return };
    // Browsers give sizes in this type.
    if file.size() > bytes_max as f64 {
        return then(ChosenBytes::TooLarge);
    }
    spawn_local(async move {
        let read = match file.unchecked_ref::<ReadableBlob>().array_buffer() {
            Ok(promise) => JsFuture::from(promise).await,
            Err(error) => Err(error),
        };
        then(match read {
            Ok(buffer) => ChosenBytes::Bytes(js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => ChosenBytes::Unreadable,
        });
    });
}
