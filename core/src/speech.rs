//! What a voice says at a cue: short sentences that are over before the next one has to begin.

use crate::cues::cues_of;
use crate::{Cue, CueKind, Phase, PhaseKind, Plan, Session, Side};

/// What a voice needs for a letter at its usual speed, in milliseconds, and to begin and end; estimates on the long side.
const LETTER_MS: u64 = 70;
const BREATH_MS: u64 = 400;

/// How long a voice takes to say something at a speed in percent of its usual one, in milliseconds: an estimate.
#[must_use]
pub fn speech_ms(text: &str, rate_percent: u32) -> u64 {
    (BREATH_MS + LETTER_MS * text.len() as u64) * 100 / u64::from(rate_percent.max(1))
}

impl Side {
    /// The leg in words, "Left leg"; empty where legs are not told apart.
    #[must_use]
    pub fn leg(self) -> &'static str {
        match self {
            Self::Left => "Left leg",
            Self::Right => "Right leg",
            Self::Both => "Both legs",
            Self::None => "",
        }
    }
}

impl Session {
    /// What a voice says at a cue that is due now: with the key if `full`, if there is time for it before the next cue that
    /// is spoken, else in short. Empty for what isn't spoken, or can't be in time.
    #[must_use]
    pub fn spoken(&self, cue: Cue, full: bool, rate_percent: u32) -> String {
        let room_ms = self.room_ms(cue);
        let fits = |text: &String| speech_ms(text, rate_percent) <= room_ms;
        let wordy = Some(true).filter(|_| full).into_iter().chain([false]);
        wordy.map(|full| sentence(self.plan(), cue, full)).find(fits).unwrap_or_default()
    }

    /// The time from a cue of the present phase, or the end, to the next one that is spoken, in milliseconds.
    fn room_ms(&self, cue: Cue) -> u64 {
        if cue.kind == CueKind::Done {
            return u64::MAX;
        }
        let duration_ms = self.snapshot().duration_ms;
        let of_phase = cues_of(self.plan(), cue.phase, duration_ms);
        let mut later = of_phase.iter().filter(|other| other.at_ms > cue.at_ms && is_spoken(other.kind));
        later.next().map_or(duration_ms, |next| next.at_ms) - cue.at_ms
    }
}

fn is_spoken(kind: CueKind) -> bool {
    !matches!(kind, CueKind::Last(_))
}

fn sentence(plan: &Plan, cue: Cue, full: bool) -> String {
    let fixed = match cue.kind {
        CueKind::Last(_) => "",
        CueKind::Halfway => "Halfway.",
        CueKind::Recover => "Come back up.",
        CueKind::Done if full => "Well done. That was the last one.",
        CueKind::Done => "Done.",
        CueKind::Ready | CueKind::Next | CueKind::Begin | CueKind::Switch => {
            return plan
                .phases
                .get(cue.phase)
                .map(|phase| of_phase(plan, cue, phase, full))
                .unwrap_or_default();
        }
    };
    fixed.to_owned()
}

fn of_phase(plan: &Plan, cue: Cue, phase: &Phase, full: bool) -> String {
    let exercise = plan.exercises.get(phase.exercise);
    let is_first = exercise.is_some_and(|exercise| exercise.phases.start == cue.phase);
    let mut parts: Vec<&str> = Vec::new();
    if full && cue.kind == CueKind::Next {
        parts.push("Next");
    }
    // Where there is no time to get ready, the beginning has to say all of it.
    parts.extend(exercise.filter(|_| is_first).map(|exercise| exercise.name.as_str()));
    match phase.kind {
        PhaseKind::Hold => parts.push("Hold"),
        PhaseKind::Move => parts.push("Move"),
        PhaseKind::Switch => parts.push("Switch"),
        PhaseKind::Prepare | PhaseKind::Recover => {}
    }
    if is_first || full || phase.kind == PhaseKind::Switch {
        parts.extend(Some(phase.side.leg()).filter(|leg| !leg.is_empty()));
    }
    let key = exercise.map(|exercise| exercise.key.as_str());
    parts.extend(key.filter(|key| full && phase.kind == PhaseKind::Prepare && !key.is_empty()));
    let mut text = parts.join(". ");
    if !text.ends_with('.') {
        text.push('.');
    }
    text
}
