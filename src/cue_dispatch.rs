//! Sends cues to the outputs: sound, voice, vibration, a flash, the lock screen. They hear early what lies ahead, so that
//! a busy or throttled page delays no sound, and they hear what is due now.

use leptos::prelude::*;
use supple_core::{ClockSample, Cue, CueKind, CueSettings, Session, State, speech_ms};

use crate::events::session_state_name;
use crate::host::{CueAhead, CueMessage, CueOutputSettings, SpokenCue};
use crate::state::AppState;

/// A cue that is late by no more than this is still given, in milliseconds: timers are never quite on time.
const LATE_MS: u64 = 150;
/// While a session runs the outputs hear from it at least this often, in milliseconds.
const RESEND_MS: u64 = 30_000;

/// Sends cues for one widget.
#[derive(Clone, Copy)]
pub(crate) struct CueDispatch {
    state: AppState,
    /// Whether an audio file plays the session: then no other sound is needed, and no screen that stays on.
    plays_audio: StoredValue<bool>,
    /// The monotonic time of the last message, in milliseconds.
    sent_ms: StoredValue<u64>,
}

impl CueDispatch {
    pub(crate) fn new(state: AppState) -> Self {
        Self { state, plays_audio: StoredValue::new(false), sent_ms: StoredValue::new(0) }
    }

    /// Says whether an audio file plays the session from now on.
    pub(crate) fn set_plays_audio(self, plays_audio: bool) {
        self.plays_audio.set_value(plays_audio);
    }

    /// Gives a cue that is due, and says what lies ahead if that may have changed or was said long ago.
    pub(crate) fn update(self, cue: Option<Cue>, has_changed: bool, at: ClockSample) {
        let is_news = cue.is_some() || has_changed;
        if is_news {
            self.state.cue.set(cue);
        }
        let is_stale = at.monotonic_ms.abs_diff(self.sent_ms.get_value()) > RESEND_MS
            && self.state.session_state() == Some(State::Running);
        if is_news || is_stale {
            self.sent_ms.set_value(at.monotonic_ms);
            self.send(cue);
        }
    }

    /// Tells the outputs how things stand.
    pub(crate) fn send(self, cue: Option<Cue>) {
        let message = self.message(cue);
        // Nothing is borrowed here: an output may answer at once.
        self.state.host().cues(&message);
    }

    /// Lets the person hear and see one kind of cue with the present settings.
    pub(crate) fn test(self, kind: CueKind) {
        let text = self.state.messages.cue_name(kind, self.state.routine().side_name()).to_owned();
        let rate = self.state.cue_settings.with_untracked(|settings| settings.rate);
        self.state.host().cue_test(&SpokenCue {
            kind: kind.name(),
            speech_ms: speech_ms(&text, rate.into()),
            text,
        });
    }

    fn message(self, cue: Option<Cue>) -> CueMessage {
        let state = self.state;
        let settings = state.cue_settings.get_untracked().heard();
        let session = state.session.read_untracked();
        let session = session.as_ref();
        let planned = state.plan.read_untracked();
        let plan = session.map_or(&*planned, Session::plan);
        let snapshot = session.map(Session::snapshot);
        let phase = snapshot.and_then(|snapshot| plan.phases.get(snapshot.phase));
        let exercise = phase.and_then(|phase| plan.exercises.get(phase.exercise));
        let now = session.zip(cue).map(|(session, cue)| {
            let text = session.spoken(cue, settings.voice, settings.rate.into(), &state.messages);
            SpokenCue { kind: cue.kind.name(), speech_ms: speech_ms(&text, settings.rate.into()), text }
        });
        let ahead = session.iter().flat_map(|session| session.cues_ahead(LATE_MS, ClockSample::ABSENCE_MS));
        let left_ms = snapshot.map_or(0, |snapshot| snapshot.left_ms);
        let routine = state.routine();
        CueMessage {
            state: session_state_name(session),
            settings: output_settings(settings, self.plays_audio.get_value()),
            lang: routine.lang.clone(),
            routine: routine.name.clone(),
            title: exercise.map(|exercise| exercise.name.clone()),
            instruction: phase.map(|phase| state.messages.phase_and_side(phase)),
            at_ms: plan.total_ms().saturating_sub(left_ms),
            total_ms: plan.total_ms(),
            ahead: ahead
                .map(|(in_ms, cue)| CueAhead { id: cue_id(cue), kind: cue.kind.name(), in_ms })
                .collect(),
            now,
        }
    }
}

/// A number for a cue of a plan. No phase lasts as long as its factor. Where a hold is resumed there are two: one to get
/// ready, and one when it begins again.
fn cue_id(cue: Cue) -> u64 {
    (cue.phase as u64 * 1_000_000_000 + cue.at_ms) * 2 + u64::from(cue.kind == CueKind::Ready)
}

fn output_settings(settings: CueSettings, plays_audio: bool) -> CueOutputSettings {
    CueOutputSettings {
        volume: if plays_audio { 0 } else { settings.volume },
        voice: settings.voice.name(),
        voice_name: settings.voice_name,
        rate: settings.rate,
        vibration: settings.vibration,
        flash: settings.flash,
        pocket: plays_audio,
        through_silent_switch: settings.through_silent_switch,
    }
}
