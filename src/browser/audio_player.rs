//! Plays a session as one audio track, which goes on while the screen is locked. All widgets of a page share
//! one audio element: a browser lets an element sound because of the press that first played it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Uint8Array};
use leptos::prelude::document;
use supple_core::{CueKind, SessionAudio, Tone};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAudioElement, Url};

use super::task::next_task;

#[wasm_bindgen(module = "/element/cue-outputs/notes.js")]
extern "C" {
    /// What the cue of this name sounds like: for each note its offset in ms, its frequency in Hz and its
    /// length in ms, one after another.
    fn notes(kind: &str) -> Vec<u16>;
}

/// What a cue sounds like.
pub(crate) fn tones(kind: CueKind) -> Vec<Tone> {
    let notes = notes(kind.name());
    let tones = notes.chunks_exact(3).map(|note| Tone {
        at_ms: note[0].into(),
        hertz: note[1],
        length_ms: note[2].into(),
    });
    tones.collect()
}

/// What happens to a track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaybackEvent {
    /// It is complete, and sounds from now on.
    Started,
    /// The device paused it, and not this program.
    PausedByDevice,
    /// It has played on while the page was hidden.
    Progressed,
    /// The browser won't play it. Nothing else happens to it.
    Refused,
}

/// A track that plays until this is dropped or another one is played.
pub(crate) struct Playback {
    player: Rc<Player>,
    plan_ms: u64,
}

impl Playback {
    /// Makes the track, chunk by chunk, and plays it once it is complete. `start_ms` then says from which
    /// position, in milliseconds. Call this while the browser handles a press. `on_event` isn't called before
    /// this returns.
    pub(crate) fn new(
        track: SessionAudio,
        start_ms: impl FnOnce() -> u64 + 'static,
        on_event: impl FnMut(PlaybackEvent) + 'static,
    ) -> Self {
        let plan_ms = track.plan_ms();
        let player = Rc::new(Player {
            on_event: RefCell::new(Box::new(on_event)),
            is_paused: Cell::new(false),
            is_complete: Cell::new(false),
        });
        drop(CURRENT.replace(Some(player.clone())));
        let chunks = Array::new();
        let allowed = play_first_chunk(&track, &chunks);
        let started = player.clone();
        spawn_local(async move {
            if started.play_all(track, chunks, allowed, start_ms).await.is_err() {
                started.refuse();
            }
        });
        Self { player, plan_ms }
    }

    /// How much of the session is left, in milliseconds. `None` until the track is complete, and once another
    /// one was played.
    pub(crate) fn left_ms(&self) -> Option<u64> {
        if !self.player.is_current() || !self.player.is_complete.get() {
            return None;
        }
        let audio = audio().ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let position_ms = (audio.element.current_time() * 1_000.0) as u64;
        Some(self.plan_ms.saturating_sub(position_ms))
    }

    /// Pauses the track, or lets it play on. Returns whether that is possible: not after another one was
    /// played.
    pub(crate) fn set_paused(&self, is_paused: bool) -> bool {
        if !self.player.is_current() {
            return false;
        }
        let was_paused = self.player.is_paused.replace(is_paused);
        // The element has to go on playing until the track is complete, or the browser forgets the press.
        if self.player.is_complete.get() && was_paused != is_paused {
            self.player.clone().pause_or_resume(is_paused);
        }
        true
    }
}

impl Drop for Playback {
    fn drop(&mut self) {
        self.player.stop();
    }
}

thread_local! {
    /// The page's one audio element, from when it is first needed.
    static AUDIO: OnceCell<Rc<Audio>> = const { OnceCell::new() };
    /// Whose track the element plays, or is about to.
    static CURRENT: RefCell<Option<Rc<Player>>> = const { RefCell::new(None) };
}

/// One track's claim on the audio element.
struct Player {
    on_event: RefCell<Box<dyn FnMut(PlaybackEvent)>>,
    is_paused: Cell<bool>,
    is_complete: Cell<bool>,
}

/// Loads the first chunk and plays it at once, but muted: the browser wants a press for what sounds, and that
/// is now, while making the whole track takes longer.
fn play_first_chunk(track: &SessionAudio, chunks: &Array) -> Result<JsFuture, JsValue> {
    let audio = audio()?;
    if let Some(chunk) = track.chunk(0) {
        chunks.push(&Uint8Array::from(chunk.as_slice()));
    }
    audio.element.set_muted(true);
    audio.load(chunks)?;
    audio.element.play().map(JsFuture::from)
}

impl Player {
    /// Makes the rest of the track and plays all of it. Stops early if another track is played meanwhile.
    async fn play_all(
        &self,
        track: SessionAudio,
        chunks: Array,
        allowed: Result<JsFuture, JsValue>,
        start_ms: impl FnOnce() -> u64,
    ) -> Result<(), JsValue> {
        let allowed = allowed?;
        let mut indices = 1..;
        while let Some(chunk) = indices.next().and_then(|index| track.chunk(index)) {
            chunks.push(&Uint8Array::from(chunk.as_slice()));
            next_task().await;
            if !self.is_current() {
                return Ok(());
            }
        }
        allowed.await?;
        if !self.is_current() {
            return Ok(());
        }
        let audio = audio()?;
        audio.load(&chunks)?;
        audio.element.set_current_time(start_ms() as f64 / 1_000.0);
        audio.element.set_muted(false);
        audio.listen();
        if !self.is_paused.get() {
            JsFuture::from(audio.element.play()?).await?;
        }
        if self.is_current() {
            self.is_complete.set(true);
            self.emit(PlaybackEvent::Started);
        }
        Ok(())
    }

    fn pause_or_resume(self: Rc<Self>, is_paused: bool) {
        let Ok(audio) = audio() else { return };
        if is_paused {
            // An element without `pause` wouldn't have played.
            let _ = audio.element.pause();
            return;
        }
        let resumed = audio.element.play().map(JsFuture::from);
        spawn_local(async move {
            let is_refused = match resumed {
                Ok(resumed) => resumed.await.is_err(),
                Err(_) => true,
            };
            if is_refused {
                self.refuse();
            }
        });
    }

    fn refuse(&self) {
        if self.is_current() {
            self.stop();
            self.emit(PlaybackEvent::Refused);
        }
    }

    /// Frees the audio element, unless another track has taken it over.
    fn stop(&self) {
        if !self.is_current() {
            return;
        }
        drop(CURRENT.take());
        if let Ok(audio) = audio() {
            audio.unload();
            // If these fail, nothing plays.
            let _ = audio.element.pause();
            let _ = audio.element.remove_attribute("src");
        }
    }

    fn is_current(&self) -> bool {
        CURRENT.with_borrow(|current| current.as_deref().is_some_and(|current| std::ptr::eq(current, self)))
    }

    fn emit(&self, event: PlaybackEvent) {
        // Not while it handles an event already.
        if let Ok(mut on_event) = self.on_event.try_borrow_mut() {
            on_event(event);
        }
    }
}

/// The audio element, and the functions that listen to it while a track sounds.
struct Audio {
    element: HtmlAudioElement,
    on_pause: Function,
    on_time_update: Function,
}

/// The page's audio element, made when it is first asked for.
fn audio() -> Result<Rc<Audio>, JsValue> {
    AUDIO.with(|audio| match audio.get() {
        Some(audio) => Ok(audio.clone()),
        None => {
            let new = Rc::new(Audio::new()?);
            Ok(audio.get_or_init(|| new).clone())
        }
    })
}

impl Audio {
    fn new() -> Result<Self, JsValue> {
        let element = HtmlAudioElement::new()?;
        let paused = element.clone();
        let on_pause = Closure::<dyn Fn()>::new(move || {
            if let Some(player) = CURRENT.with_borrow(Clone::clone)
                && paused.paused()
                && !paused.ended()
                && !player.is_paused.get()
            {
                player.emit(PlaybackEvent::PausedByDevice);
            }
        });
        let on_time_update = Closure::<dyn Fn()>::new(|| {
            if let Some(player) = CURRENT.with_borrow(Clone::clone)
                && document().hidden()
            {
                player.emit(PlaybackEvent::Progressed);
            }
        });
        // They live as long as the element: as long as the page.
        Ok(Self {
            element,
            on_pause: on_pause.into_js_value().unchecked_into(),
            on_time_update: on_time_update.into_js_value().unchecked_into(),
        })
    }

    fn listen(&self) {
        self.element.set_onpause(Some(&self.on_pause));
        self.element.set_ontimeupdate(Some(&self.on_time_update));
    }

    /// Puts these chunks into the element, and stops listening.
    fn load(&self, chunks: &Array) -> Result<(), JsValue> {
        self.unload();
        let options = BlobPropertyBag::new();
        options.set_type("audio/wav");
        let blob = Blob::new_with_u8_array_sequence_and_options(chunks, &options)?;
        self.element.set_src(&Url::create_object_url_with_blob(&blob)?);
        Ok(())
    }

    fn unload(&self) {
        self.element.set_onpause(None);
        self.element.set_ontimeupdate(None);
        let url = self.element.src();
        if !url.is_empty() {
            // A URL that can't be revoked lasts as long as the page.
            let _ = Url::revoke_object_url(&url);
        }
    }
}
