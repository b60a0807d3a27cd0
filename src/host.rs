//! What the widget tells the page around it. `element/widget.d.ts` describes the same messages for JavaScript.

use serde::Serialize;
use web_sys::{Document, HtmlElement};

#[cfg(feature = "ssr")]
use crate::browser::place::main_document;

/// The page around the widget. What it throws is its own affair: no session stops because of it.
pub(crate) trait Host {
    /// The document that the widget is in now.
    fn document(&self) -> Document;
    /// Something happened. Without a name only the state has changed.
    fn event(&self, name: Option<&'static str>, detail: &Detail);
    /// How things stand, for the cue outputs.
    fn cues(&self, message: &CueMessage);
    /// The person tries one cue.
    fn cue_test(&self, test: &SpokenCue);
    /// The Progress screen is open, and has a place for the app that fills it.
    fn show_progress(&self, place: &HtmlElement);
    /// A session is over, and there is a place for the question how much it hurt, of that app: this session by its id.
    fn ask_about(&self, place: &HtmlElement, session: &str);
    /// That place is gone, and with it what was in it.
    fn hide_progress(&self);
    /// A backup file is offered to the open Progress screen.
    fn offer_backup(&self, text: &str);
}

/// No page: while the widget is prerendered.
#[cfg(feature = "ssr")]
pub(crate) struct NoHost;

#[cfg(feature = "ssr")]
impl Host for NoHost {
    fn document(&self) -> Document {
        main_document()
    }

    fn event(&self, _name: Option<&'static str>, _detail: &Detail) {}
    fn cues(&self, _message: &CueMessage) {}
    fn cue_test(&self, _test: &SpokenCue) {}
    fn show_progress(&self, _place: &HtmlElement) {}
    fn ask_about(&self, _place: &HtmlElement, _session: &str) {}
    fn hide_progress(&self) {}
    fn offer_backup(&self, _text: &str) {}
}

/// How the widget is at the moment of an event. Described in `element/supple.d.ts`; all times are in milliseconds.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    /// `ready`, `running`, `paused`, `away` or `done`.
    pub(crate) state: &'static str,
    /// Id of the routine.
    pub(crate) routine: String,
    /// How long the whole plan takes.
    pub(crate) total_ms: u64,
    /// Id of the session.
    pub(crate) session_id: Option<String>,
    /// Id of the exercise.
    pub(crate) exercise_id: Option<String>,
    /// `left`, `right`, `both` or `none`.
    pub(crate) side: &'static str,
    /// What the phase is for.
    pub(crate) phase: Option<&'static str>,
    /// Which repeat it is, from 1; 0 without a session.
    pub(crate) repeat: u32,
    /// How many repeats there are; 0 without a session.
    pub(crate) repeats: u32,
    /// How long the phase takes.
    pub(crate) duration_ms: u64,
    /// How much of it is left.
    pub(crate) remaining_ms: u64,
    /// Once the session is over: whether the plan was gone through to its end.
    pub(crate) complete: Option<bool>,
    /// Once the session is over: how long the left leg was held.
    pub(crate) held_left_ms: Option<u64>,
    /// Once the session is over: how long the right leg was held.
    pub(crate) held_right_ms: Option<u64>,
}

/// How a session stands, for the cue outputs.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CueMessage {
    /// As in [`Detail::state`].
    pub(crate) state: &'static str,
    /// How the person wants to be told.
    pub(crate) settings: CueOutputSettings,
    /// Language of the routine.
    pub(crate) lang: String,
    /// Name of the routine.
    pub(crate) routine: String,
    /// Name of the exercise.
    pub(crate) title: Option<String>,
    /// What the phase asks for: "Hold · Left leg".
    pub(crate) instruction: Option<String>,
    /// How far the session is in its plan, in milliseconds.
    pub(crate) at_ms: u64,
    /// How long the plan takes, in milliseconds.
    pub(crate) total_ms: u64,
    /// The cues that are ahead, so that they can be scheduled.
    pub(crate) ahead: Vec<CueAhead>,
    /// The cue that is due now.
    pub(crate) now: Option<SpokenCue>,
}

/// A cue that is ahead, or has only just passed.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CueAhead {
    /// The same for the same cue of a session in every message.
    pub(crate) id: u64,
    /// What kind of cue it is.
    pub(crate) kind: &'static str,
    /// In how many milliseconds it is due.
    pub(crate) in_ms: i64,
}

/// A cue with what a voice says at it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpokenCue {
    /// What kind of cue it is.
    pub(crate) kind: &'static str,
    /// What a voice says; empty where it says nothing.
    pub(crate) text: String,
    /// How long the voice is estimated to take, in milliseconds.
    pub(crate) speech_ms: u64,
}

/// How the person wants to be told of cues. Not the stored form, which `core` keeps to itself.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CueOutputSettings {
    /// Loudness of sounds in percent; 0 is off.
    pub(crate) volume: u16,
    /// `off`, `short` or `full`.
    pub(crate) voice: &'static str,
    /// The voice's name; empty for the browser's own choice.
    pub(crate) voice_name: String,
    /// Speed of the voice in percent.
    pub(crate) rate: u16,
    /// Whether the device vibrates.
    pub(crate) vibration: bool,
    /// Whether the edge of the screen flashes.
    pub(crate) flash: bool,
    /// Whether the session plays as one audio file, so that the screen may switch off.
    pub(crate) pocket: bool,
    /// Whether sounds come through an iPhone's silent switch.
    pub(crate) through_silent_switch: bool,
}
