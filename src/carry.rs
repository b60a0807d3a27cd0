//! Cues on their way to those who carry them: sound, voice, vibration, a flash, the lock screen. They are told what is ahead,
//! early enough that a busy or throttled page doesn't delay it, and what is due now.

use std::rc::Rc;

use supple_core::json::Value;
use supple_core::{Cue, CueKind, Reading, Session, State, Wordiness, carriers_as_data};

use crate::outside;
use crate::text;
use crate::widget::{Topic, Widget};

/// What is this late is told all the same, in milliseconds: a wake is never quite on time.
const BACK_MS: u64 = 150;
/// They are told again at least this often, in milliseconds.
const AGAIN_MS: u64 = 30_000;

/// Tells the carriers something.
pub(crate) type Carry = Rc<dyn Fn(&str, &str)>;

/// What belongs to telling.
#[derive(Default)]
pub(crate) struct Carrying {
    /// Tells the carriers how things are, in JSON; or, with the kind of a cue, to try that one with a text. Described in
    /// `element/carriers/carriers.js`.
    pub(crate) carry: Option<Carry>,
    /// The last cue of the session.
    pub(crate) cue: Option<Cue>,
    /// The monotonic time at which they were told last, in milliseconds.
    told_ms: u64,
}

impl Widget {
    /// Passes on a cue that is due, and what lies ahead if that may have changed or it was told long ago.
    pub(crate) fn pass_on(self, cue: Option<Cue>, has_changed: bool, at: Reading) {
        let long_ago = self.read(|model| at.monotonic_ms.abs_diff(model.carrying.told_ms) > AGAIN_MS);
        if cue.is_some() || has_changed {
            self.change(Topic::Cue, |model| model.carrying.cue = cue);
        }
        if cue.is_some() || has_changed || long_ago && self.state() == Some(State::Running) {
            self.model_mut().carrying.told_ms = at.monotonic_ms;
            self.carry(cue);
        }
    }

    /// Tells the carriers how things are.
    pub(crate) fn carry(self, cue: Option<Cue>) {
        let Some(carry) = self.read(|model| model.carrying.carry.clone()) else { return };
        let message = {
            let model = self.model();
            let snapshot = model.session.as_ref().map(Session::snapshot);
            let plan = model.session.as_ref().map_or(&model.plan, Session::plan);
            let phase = snapshot.and_then(|snapshot| plan.phases.get(snapshot.phase));
            let exercise = phase.and_then(|phase| plan.exercises.get(phase.exercise));
            let now = model.session.as_ref().zip(cue).map(|(session, cue)| {
                let spoken =
                    session.spoken(cue, model.carriers.voice == Wordiness::Full, model.carriers.rate.into());
                Value::Object([("kind", cue.kind.name().into()), ("text", spoken.as_str().into())].into())
            });
            let ahead =
                model.session.iter().flat_map(|session| session.cues_ahead(BACK_MS, Reading::ABSENCE_MS));
            let ahead = ahead.map(|(in_ms, cue)| {
                // No phase is as long as that.
                let id = cue.phase as u64 * 1_000_000_000 + cue.at_ms;
                Value::Object(
                    [
                        ("in", i32::try_from(in_ms).unwrap_or_default().into()),
                        ("id", id.into()),
                        ("kind", cue.kind.name().into()),
                    ]
                    .into(),
                )
            });
            let left_ms = snapshot.map_or(0, |snapshot| snapshot.left_ms);
            let message: [(&str, Value); 10] = [
                ("state", outside::state_name(snapshot).into()),
                ("settings", carriers_as_data(&model.pocket.beside(&model.carriers))),
                ("lang", model.routine.lang.as_str().into()),
                ("routine", model.routine.name.as_str().into()),
                ("title", exercise.map(|exercise| exercise.name.as_str()).into()),
                ("what", phase.map(text::what_and_leg).as_deref().into()),
                ("atMs", plan.total_ms().saturating_sub(left_ms).into()),
                ("totalMs", plan.total_ms().into()),
                ("ahead", Value::List(ahead.collect())),
                ("now", now.unwrap_or_default()),
            ];
            Value::Object(message.into()).to_string()
        };
        carry(&message, "");
    }

    /// Lets the person hear and see one kind of cue, as things are chosen.
    pub(crate) fn check(self, kind: CueKind) {
        if let Some(carry) = self.read(|model| model.carrying.carry.clone()) {
            carry(text::check(kind), kind.name());
        }
    }
}
