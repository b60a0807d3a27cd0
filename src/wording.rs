//! Sentences about plans, phases, the log and storage, put together from texts of the catalogue.

use supple_core::{
    CueKind, Held, NamedSide, NoTrack, Notice, Phase, PhaseKind, Plan, PlannedExercise, Routine,
    SessionRecord, Side, SideName, Sides, Snapshot,
};

use crate::durations::{clock_face, seconds_shown};
use crate::messages::{Messages, isolated};

impl Messages {
    /// "Left leg"; `None` where sides are not told apart.
    pub(crate) fn side(self, NamedSide { side, name }: NamedSide) -> Option<&'static str> {
        match side {
            Side::Left => Some(self.side_left(name)),
            Side::Right => Some(self.side_right(name)),
            Side::Both => Some(self.side_both(name)),
            Side::None => None,
        }
    }

    /// "20 s · each leg", "3 × 20 s · both legs together".
    pub(crate) fn dose(self, exercise: &PlannedExercise) -> String {
        let once = self.duration(exercise.dose_ms);
        let amount = if exercise.repeats > 1 { self.dose_repeated(exercise.repeats, once) } else { once };
        let name = exercise.side_name;
        match exercise.sides {
            Sides::None => amount,
            Sides::Together => self.dose_sided(amount, self.sides_together(name)),
            Sides::Alternating => self.dose_sided(amount, self.sides_alternating(name)),
            Sides::Each => self.dose_sided(amount, self.sides_each(name)),
        }
    }

    /// "Anchor stretch, left leg".
    pub(crate) fn exercise_and_side(self, routine: &Routine, exercise: &str, side: Side) -> String {
        let name = routine.name_of(exercise);
        match self.side(NamedSide { side, name: routine.side_name_of(exercise) }) {
            None => name.to_owned(),
            Some(side) => format!("{}, {}", isolated(name), side.to_ascii_lowercase()),
        }
    }

    /// "Too much: Anchor stretch, left leg", each once; `None` if nothing was.
    pub(crate) fn what_was_too_much(self, routine: &Routine, record: &SessionRecord) -> Option<String> {
        let list: Vec<String> = record
            .too_much()
            .into_iter()
            .map(|(exercise, side)| self.exercise_and_side(routine, exercise, side))
            .collect();
        (!list.is_empty()).then(|| self.too_much_summary(list.join("; ")))
    }

    /// What a phase asks for, in two or three words.
    pub(crate) fn phase(self, phase: &Phase) -> &'static str {
        match phase.kind {
            PhaseKind::Prepare => self.phase_prepare(),
            PhaseKind::Move => self.phase_move(),
            PhaseKind::Hold => self.phase_hold(),
            PhaseKind::Switch => self.phase_switch(phase.side_name),
            PhaseKind::Recover => self.phase_recover(),
        }
    }

    /// "Hold · Left leg".
    pub(crate) fn phase_and_side(self, phase: &Phase) -> String {
        let what = self.phase(phase);
        self.side(phase.into()).map_or(what.to_owned(), |side| format!("{what} · {side}"))
    }

    /// What a kind of cue is called where each can be tried, and what a voice then says.
    pub(crate) fn cue_name(self, kind: CueKind, side_name: SideName) -> &'static str {
        match kind {
            CueKind::Ready => self.cue_ready(),
            CueKind::Next => self.cue_next(),
            CueKind::Begin => self.cue_begin(),
            CueKind::Halfway => self.cue_halfway(),
            CueKind::Last(_) => self.cue_last(),
            CueKind::Switch => self.phase_switch(side_name),
            CueKind::Recover => self.cue_recover(),
            CueKind::Done => self.cue_done(),
        }
    }

    /// Why pocket mode can't be had, and what to do instead.
    pub(crate) fn no_track(self, obstacle: NoTrack) -> &'static str {
        match obstacle {
            NoTrack::OwnPace => self.cues_pocket_own_pace(),
            NoTrack::TooLong => self.cues_pocket_too_long(),
        }
    }

    /// "Repeat 2 of 3"; `None` for a single one.
    pub(crate) fn repeat(self, phase: &Phase) -> Option<String> {
        (phase.repeats > 1).then(|| self.player_repeat(phase.repeats, phase.repeat))
    }

    /// What comes after a phase: "Hold for 20 s".
    pub(crate) fn next(self, plan: &Plan, index: usize) -> String {
        let (Some(now), Some(next)) = (plan.phases.get(index), plan.phases.get(index + 1)) else {
            return self.player_next_none().to_owned();
        };
        let name = plan.exercises.get(next.exercise).map_or("", |exercise| exercise.name.as_str());
        if now.exercise != next.exercise {
            return name.to_owned();
        }
        // A change of sides is announced even if it takes no time.
        if now.side != next.side {
            let is_left = next.side == Side::Left;
            let name = next.side_name;
            return if is_left { self.player_next_left(name) } else { self.player_next_right(name) }
                .to_owned();
        }
        if now.repeat != next.repeat {
            return self.repeat(next).unwrap_or_default();
        }
        let time = self.estimated(next.open, self.duration(next.duration_ms));
        if next.kind == PhaseKind::Move { self.player_next_move(time) } else { self.player_next_hold(time) }
    }

    /// What a screen reader says when a phase begins: "Hold, left leg, 20 s. Anchor stretch."
    pub(crate) fn announcement(self, plan: &Plan, phase: &Phase) -> String {
        let name = plan.exercises.get(phase.exercise).map_or("", |exercise| exercise.name.as_str());
        let time = self.estimated(phase.open, self.duration(phase.duration_ms));
        let repeat = self.repeat(phase).filter(|_| phase.kind == PhaseKind::Hold);
        let parts = [self.side(phase.into()).map(str::to_owned), repeat];
        let mut what = self.phase(phase).to_owned();
        for part in parts.into_iter().flatten() {
            what += ", ";
            what += &part.to_ascii_lowercase();
        }
        self.player_announced(name, time, what)
    }

    /// "Left leg · Anchor stretch", or with the time "0:12 · Left leg · Anchor stretch".
    pub(crate) fn tab_title(self, plan: &Plan, snapshot: &Snapshot, shows_time: bool) -> String {
        let Some(phase) = plan.phases.get(snapshot.phase) else { return String::new() };
        let name = plan.exercises.get(phase.exercise).map_or("", |exercise| exercise.name.as_str());
        let time = shows_time.then(|| clock_face(seconds_shown(snapshot)));
        let name = isolated(name);
        let parts = [time.as_deref(), self.side(phase.into()), Some(&name)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// "2 min left, 2 min right"; a time alone where nothing told sides apart.
    pub(crate) fn held(self, held: Held) -> String {
        let body = self.duration(held.body_ms);
        if !held.has_sides() && held.body_ms > 0 {
            return body;
        }
        let sides = self.held_sides(self.duration(held.left_ms), self.duration(held.right_ms));
        if held.body_ms > 0 { format!("{sides}, {}", self.held_whole_body(body)) } else { sides }
    }

    /// What the store has to say.
    pub(crate) fn storage_notice(self, notice: &Notice) -> String {
        match notice {
            Notice::Unavailable => self.storage_unavailable().to_owned(),
            Notice::Full => self.storage_full().to_owned(),
            Notice::SetAside { key, moved_to: Some(moved_to), newer: true } => {
                self.storage_moved_newer(key, moved_to)
            }
            Notice::SetAside { key, moved_to: Some(moved_to), newer: false } => {
                self.storage_moved_unreadable(key, moved_to)
            }
            Notice::SetAside { key, moved_to: None, newer: true } => self.storage_untouched_newer(key),
            Notice::SetAside { key, moved_to: None, newer: false } => self.storage_untouched_unreadable(key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use supple_core::Options;

    #[test]
    fn what_comes_next_is_said_even_if_nothing_lies_between() {
        let routine = Routine::hamstring();
        let without =
            Options { prepare_s: Some(0), switch_s: Some(0), recover_s: Some(0), ..Options::default() };
        for options in [Options::default(), without] {
            let plan = Plan::new(&routine, &options);
            let next_of = |id: &str| {
                let exercise = &plan.exercises[plan.position_of(id).unwrap()];
                let hold = exercise.phases.clone().find(|phase| plan.phases[*phase].kind == PhaseKind::Hold);
                Messages::english().next(&plan, hold.unwrap())
            };
            assert_eq!(["anchor", "seated"].map(next_of), ["Switch to your right leg", "Repeat 2 of 3"]);
        }
    }

    #[test]
    fn what_was_held_is_told_by_sides_only_where_there_are_any() {
        let held = |left_ms, right_ms, body_ms| Messages::english().held(Held { left_ms, right_ms, body_ms });
        assert_eq!(held(20_000, 0, 0), "20 s left, 0 s right");
        assert_eq!(held(0, 0, 20_000), "20 s");
        assert_eq!(held(1_000, 2_000, 3_000), "1 s left, 2 s right, 3 s whole body");
    }

    #[test]
    fn a_name_that_reads_leftward_is_isolated_beside_its_side_and_in_the_title() {
        let mut routine = Routine::hamstring();
        routine.sections[2].exercises[0].name = "تمدد (1)".to_owned();
        let messages = Messages::english();
        let isolated = "\u{2068}تمدد (1)\u{2069}";
        assert_eq!(
            messages.exercise_and_side(&routine, "anchor", Side::Left),
            format!("{isolated}, left leg")
        );
        let plan = Plan::new(&routine, &Options::default());
        let session = supple_core::Session::start(
            plan.clone(),
            plan.position_of("anchor").unwrap(),
            supple_core::ClockSample { monotonic_ms: 0, wall_ms: 0 },
        );
        let title = messages.tab_title(&plan, &session.snapshot(), false);
        assert_eq!(title, format!("Left leg · {isolated}"));
    }

    #[test]
    fn sides_are_called_what_they_are() {
        let name = SideName::Arm;
        let side = |side| Messages::english().side(NamedSide { side, name });
        assert_eq!(
            [Side::Left, Side::Right, Side::Both].map(side),
            ["Left arm", "Right arm", "Both arms"].map(Some)
        );
    }

    #[test]
    fn doses_read_as_a_person_would_say_them() {
        let routine = Routine::hamstring();
        let plan = Plan::new(&routine, &Options { partner: true, ..Options::default() });
        let doses: Vec<String> =
            plan.exercises.iter().map(|exercise| Messages::english().dose(exercise)).collect();
        assert_eq!(
            doses,
            [
                "1 min",
                "1 min",
                "30 s · legs in turn",
                "30 s · legs in turn",
                "20 s · each leg",
                "20 s · each leg",
                "3 × 20 s · both legs together",
                "20 s · each leg",
                "20 s · each leg",
            ]
        );
    }
}
