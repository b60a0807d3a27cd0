//! What the person must notice, and when: one list for sound, voice, vibration, the screen and the screen
//! reader.

use crate::plan::{Phase, PhaseKind, Plan};
use crate::session::{Session, Snapshot, State};

/// What there is to notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueKind {
    /// The first exercise is coming, or a hold is resumed; get into position.
    Ready,
    /// Another exercise is coming; get into position.
    Next,
    /// The move or the hold begins, and has been announced.
    Begin,
    /// Half of a hold of [`HALFWAY_FROM_MS`] or more is done.
    Halfway,
    /// This many seconds are left, from [`LAST_SECONDS`] down to 1.
    Last(u8),
    /// Change legs.
    Switch,
    /// Come back, before the next repeat.
    Recover,
    /// The whole plan is done.
    Done,
}

impl CueKind {
    /// Its name for cue outputs; the same for each of the last seconds.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Next => "next",
            Self::Begin => "begin",
            Self::Halfway => "halfway",
            Self::Last(_) => "last",
            Self::Switch => "switch",
            Self::Recover => "recover",
            Self::Done => "done",
        }
    }
}

/// Holds of this length or more, in milliseconds, have a halfway cue.
pub const HALFWAY_FROM_MS: u64 = 20_000;
/// How many seconds are counted down at the end of a move or a hold.
pub const LAST_SECONDS: u8 = 3;
/// Moves and holds of this length or more, in milliseconds, have time for a countdown.
const COUNTDOWN_FROM_MS: u64 = 5_000;
/// A cue later than this, in milliseconds, is stale: it would announce what is over.
pub const STALE_MS: u64 = 1_500;

/// Something to notice at one instant of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What it is.
    pub kind: CueKind,
    /// Index of its phase in [`Plan::phases`]; the number of phases for [`CueKind::Done`].
    pub phase: usize,
    /// When it is due, in milliseconds from the beginning of the phase.
    pub at_ms: u64,
}

/// The cues of a phase that takes `duration_ms`, in order of time. Beyond the last phase that is
/// [`CueKind::Done`].
pub(crate) fn phase_cues(plan: &Plan, phase: usize, duration_ms: u64) -> Vec<Cue> {
    let Some(now) = plan.phases.get(phase) else {
        return vec![Cue { kind: CueKind::Done, phase, at_ms: 0 }];
    };
    let mut cues = vec![Cue { kind: first_cue(plan, now, phase), phase, at_ms: 0 }];
    if now.kind == PhaseKind::Hold && duration_ms >= HALFWAY_FROM_MS {
        cues.push(Cue { kind: CueKind::Halfway, phase, at_ms: duration_ms / 2 });
    }
    if now.kind.is_logged() && !now.open && duration_ms >= COUNTDOWN_FROM_MS {
        cues.extend((1..=LAST_SECONDS).rev().map(|left| Cue {
            kind: CueKind::Last(left),
            phase,
            at_ms: duration_ms - u64::from(left) * 1_000,
        }));
    }
    cues
}

/// The cue at the beginning of a phase. Where the phase that would have announced a move or a hold is left out, this
/// announces it: another exercise, or the other side.
fn first_cue(plan: &Plan, phase: &Phase, index: usize) -> CueKind {
    let before = index.checked_sub(1).and_then(|before| plan.phases.get(before));
    match phase.kind {
        PhaseKind::Prepare if before.is_none() => CueKind::Ready,
        PhaseKind::Prepare => CueKind::Next,
        PhaseKind::Switch => CueKind::Switch,
        PhaseKind::Recover => CueKind::Recover,
        PhaseKind::Move | PhaseKind::Hold => match before {
            Some(before) if before.exercise != phase.exercise => CueKind::Next,
            Some(before) if before.side != phase.side => CueKind::Switch,
            _ => CueKind::Begin,
        },
    }
}

impl Session {
    /// The cues from `back_ms` before the last clock sample to `ahead_ms` after it, if nothing changes, each
    /// with the milliseconds until it is due. None unless the session is running; only [`CueKind::Done`] once
    /// it is complete.
    #[must_use]
    pub fn cues_ahead(&self, back_ms: u64, ahead_ms: u64) -> Vec<(i64, Cue)> {
        let now = self.snapshot();
        let mut phase_ms = signed(now.settling_ms) - signed(now.elapsed_ms);
        let (mut phase, mut duration_ms) = (self.position().phase, now.duration_ms);
        match now.state {
            State::Running => {}
            State::Complete => phase_ms = 0,
            State::Paused | State::Away | State::Stopped => return Vec::new(),
        }
        let mut cues = Vec::new();
        if let Some(at_ms) = self.resumed_ms() {
            let resumed_in_ms = phase_ms + signed(at_ms) - signed(self.plan().resume_ms);
            cues.push((resumed_in_ms, Cue { kind: CueKind::Ready, phase, at_ms }));
        }
        let mut of_phase = self.present_cues();
        loop {
            cues.extend(of_phase.into_iter().map(|cue| (phase_ms + signed(cue.at_ms), cue)));
            phase_ms += signed(duration_ms);
            // The person says when an open phase ends, so nothing after it can be foreseen.
            let is_open = self.plan().phases.get(phase).is_none_or(|phase| phase.open);
            if is_open || phase_ms > signed(ahead_ms) {
                break;
            }
            phase += 1;
            duration_ms = self.plan().phases.get(phase).map_or(0, |phase| phase.duration_ms);
            of_phase = phase_cues(self.plan(), phase, duration_ms);
        }
        cues.retain(|(in_ms, _)| (-signed(back_ms)..=signed(ahead_ms)).contains(in_ms));
        cues
    }

    /// The one cue to give now that the session has moved on from how it looked `before` (`None` at its
    /// start). However much time has passed, there is one at most: the last one that isn't stale, or else, in
    /// a new phase, that phase's first.
    #[must_use]
    pub fn cue_since(&self, before: Option<&Snapshot>) -> Option<Cue> {
        let now = self.snapshot();
        let phase = self.position().phase;
        let turned = before.is_none_or(|before| before.turn != now.turn);
        if !turned && now.state != State::Running {
            return None;
        }
        if now.settling_ms > 0 {
            // The hold is resumed: get into position.
            let is_new = turned || before.is_some_and(|before| before.settling_ms == 0);
            return is_new.then_some(Cue { kind: CueKind::Ready, phase, at_ms: now.elapsed_ms });
        }
        // A resumed hold begins anew once the person is back in position.
        let from_ms =
            before.filter(|before| !turned && before.settling_ms == 0).map(|before| before.elapsed_ms);
        let cues = match now.state {
            State::Running => self.present_cues(),
            State::Complete => phase_cues(self.plan(), self.plan().phases.len(), 0),
            State::Paused | State::Away | State::Stopped => return None,
        };
        let passed =
            cues.iter().rev().find(|cue| cue.at_ms <= now.elapsed_ms || now.state == State::Complete);
        let fresh = passed.filter(|cue| {
            from_ms.is_none_or(|from_ms| from_ms < cue.at_ms) && now.elapsed_ms <= cue.at_ms + STALE_MS
        });
        fresh.or_else(|| cues.first().filter(|_| turned)).copied()
    }

    /// The cues of the present phase. A hold that was resumed begins there again, and what was noticed before isn't due again.
    fn present_cues(&self) -> Vec<Cue> {
        let phase = self.position().phase;
        let mut cues = phase_cues(self.plan(), phase, self.snapshot().duration_ms);
        if let Some(at_ms) = self.resumed_ms() {
            cues.retain(|cue| cue.at_ms > at_ms);
            cues.insert(0, Cue { kind: CueKind::Begin, phase, at_ms });
        }
        cues
    }
}

/// Saturates where no session comes near.
fn signed(ms: u64) -> i64 {
    i64::try_from(ms).unwrap_or(i64::MAX)
}
