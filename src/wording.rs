//! Sentences about plans, phases, the log and storage, put together from texts of the catalogue.

use supple_core::{
    CueKind, Day, Held, NamedSide, NoTrack, Notice, Phase, PhaseKind, Plan, PlannedExercise, Routine,
    SessionRecord, Side, SideName, Sides, Snapshot, WeekDay,
};

use crate::durations::{clock_face, seconds_shown};
use crate::messages::{Messages, isolated};
use crate::speech::lower_first;

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

    /// "8 min · 8 exercises".
    pub(crate) fn length(self, plan: &Plan) -> String {
        let time = self.estimated(plan.is_estimate(), self.rounded_duration(plan.total_ms()));
        self.start_length(plan.exercises.len() as u64, time)
    }

    /// "You'll need a chair and a mat"; `None` where nothing is needed.
    pub(crate) fn needs(self, things: &[&str]) -> Option<String> {
        let (last, before) = things.split_last()?;
        let things = if before.is_empty() {
            (*last).to_owned()
        } else {
            self.start_needs_and(last, before.join(", "))
        };
        Some(self.start_needs(things))
    }

    /// "20 s per leg", "3 × 20 s, both legs".
    pub(crate) fn dose(self, exercise: &PlannedExercise) -> String {
        let once = self.duration(exercise.dose_ms);
        let amount = if exercise.repeats > 1 { self.dose_repeated(exercise.repeats, once) } else { once };
        let name = exercise.side_name;
        match exercise.sides {
            Sides::None => amount,
            Sides::Together => self.dose_sided(amount, self.sides_together(name)),
            Sides::Alternating => self.dose_sided(amount, self.sides_alternating(name)),
            Sides::Each => self.dose_each(amount, self.sides_each(name)),
            Sides::Left => self.dose_sided(amount, lower_first(self.side_left(name))),
            Sides::Right => self.dose_sided(amount, lower_first(self.side_right(name))),
        }
    }

    /// "Anchor stretch, left leg".
    pub(crate) fn exercise_and_side(self, routine: &Routine, exercise: &str, side: Side) -> String {
        let name = routine.side_name_of(exercise);
        self.named_with_side(routine.name_of(exercise), NamedSide { side, name })
    }

    /// The same, of an exercise of this name.
    pub(crate) fn named_with_side(self, name: &str, side: NamedSide) -> String {
        match self.side(side) {
            None => name.to_owned(),
            Some(side) => format!("{}, {}", isolated(name), side.to_ascii_lowercase()),
        }
    }

    /// "You eased off on: Anchor stretch, left leg", each once; `None` if nothing was too much.
    pub(crate) fn what_was_too_much(self, routine: &Routine, record: &SessionRecord) -> Option<String> {
        self.what_was_too_much_of(record, |id| (routine.name_of(id), routine.side_name_of(id)))
    }

    /// The same, with the names of exercises and of their sides from somewhere else.
    pub(crate) fn what_was_too_much_of<'a>(
        self,
        record: &'a SessionRecord,
        named: impl Fn(&'a str) -> (&'a str, SideName),
    ) -> Option<String> {
        let in_words = |(exercise, side)| {
            let (exercise, name) = named(exercise);
            self.named_with_side(exercise, NamedSide { side, name })
        };
        let list: Vec<String> = record.too_much().into_iter().map(in_words).collect();
        (!list.is_empty()).then(|| self.too_much_summary(list.join("; ")))
    }

    /// What a phase asks for, in two or three words.
    pub(crate) fn phase(self, phase: &Phase) -> &'static str {
        match phase.kind {
            PhaseKind::Prepare => self.phase_prepare(),
            PhaseKind::Move if phase.breathing => self.phase_breathe(),
            PhaseKind::Move => self.phase_move(),
            PhaseKind::Hold => self.phase_hold(),
            PhaseKind::Switch if phase.side == Side::Left => self.player_next_left(phase.side_name),
            PhaseKind::Switch => self.player_next_right(phase.side_name),
            PhaseKind::Recover => self.phase_recover(),
        }
    }

    /// The side of a phase, unless what it asks for names it already.
    fn side_beside(self, phase: &Phase) -> Option<&'static str> {
        self.side(phase.into()).filter(|_| phase.kind != PhaseKind::Switch)
    }

    /// "Hold · Left leg".
    pub(crate) fn phase_and_side(self, phase: &Phase) -> String {
        let what = self.phase(phase);
        self.side_beside(phase).map_or(what.to_owned(), |side| format!("{what} · {side}"))
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

    /// "Round 2 of 3"; `None` for a single one.
    pub(crate) fn repeat(self, phase: &Phase) -> Option<String> {
        (phase.repeats > 1).then(|| self.player_repeat(phase.repeats, phase.repeat))
    }

    /// What comes after a phase: "hold for 20 s"; `None` after the last one.
    pub(crate) fn next(self, plan: &Plan, index: usize) -> Option<String> {
        let (now, next) = (plan.phases.get(index)?, plan.phases.get(index + 1)?);
        let name = plan.exercises.get(next.exercise).map_or("", |exercise| exercise.name.as_str());
        if now.exercise != next.exercise {
            return Some(name.to_owned());
        }
        // A change of sides is announced even if it takes no time.
        if now.side != next.side {
            let is_left = next.side == Side::Left;
            let name = next.side_name;
            let text = if is_left { self.player_next_left(name) } else { self.player_next_right(name) };
            return Some(lower_first(text));
        }
        if now.repeat != next.repeat {
            return self.repeat(next).as_deref().map(lower_first);
        }
        let time = self.estimated(next.open, self.duration(next.duration_ms));
        let is_move = next.kind == PhaseKind::Move;
        Some(if is_move { self.player_next_move(time) } else { self.player_next_hold(time) })
    }

    /// What a screen reader says when a phase begins: "Anchor stretch. Hold, left leg, 20 seconds."
    pub(crate) fn announcement(self, plan: &Plan, phase: &Phase) -> String {
        let exercise = plan.exercises.get(phase.exercise);
        let name = exercise.map_or("", |exercise| exercise.name.as_str());
        let time = self.estimated(phase.open, self.spoken_duration(phase.duration_ms / 1_000));
        let repeat = self.repeat(phase).filter(|_| phase.kind == PhaseKind::Hold);
        let mut what = self.phase(phase).to_owned();
        for part in [self.side_beside(phase), repeat.as_deref()].into_iter().flatten() {
            what += ", ";
            what += &lower_first(part);
        }
        let setup = exercise.filter(|_| phase.kind == PhaseKind::Prepare).map_or("", |it| it.setup.as_str());
        let said = if phase.waits() {
            self.player_announced_waiting(name, what)
        } else {
            self.player_announced(name, time, what)
        };
        format!("{said} {setup}").trim_end().to_owned()
    }

    /// ", left leg": what belongs to the name of the exercise in a heading that is only heard.
    pub(crate) fn side_after_name(self, side: NamedSide) -> Option<String> {
        self.side(side).map(|side| format!(", {}", lower_first(side)))
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

    /// "2 min per leg", or "Left 2 min · right 1 min" where they differ as they are told; a time alone where nothing told sides
    /// apart.
    pub(crate) fn held(self, held: Held, of: SideName, time: impl Fn(Self, u64) -> String) -> String {
        let [left, right, body] = [held.left_ms, held.right_ms, held.body_ms].map(|ms| time(self, ms));
        if !held.has_sides() {
            return body;
        }
        let sides = if left == right {
            self.held_each(self.held_of_each(of), left)
        } else {
            self.held_sides(left, right)
        };
        if held.body_ms > 0 { format!("{sides} · {}", self.held_whole_body(body)) } else { sides }
    }

    /// "Monday".
    pub(crate) fn weekday(self, day: Day) -> &'static str {
        let index = usize::try_from(day.weekday()).unwrap_or_default();
        self.week_day_names().split(", ").nth(index).unwrap_or_default()
    }

    /// What a week strip shows: "Done this week: Monday, Thursday".
    pub(crate) fn week_in_words(self, week: &[WeekDay; 7]) -> String {
        let done = week.iter().filter(|it| it.is_done).map(|it| self.weekday(it.day));
        let done = done.collect::<Vec<_>>().join(", ");
        if done.is_empty() { self.week_none().to_owned() } else { self.week_done(done) }
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

/// A number of things as the catalogue's plurals want it.
pub(crate) fn as_count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
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
                Messages::english().next(&plan, hold.unwrap()).unwrap()
            };
            assert_eq!(["anchor", "seated"].map(next_of), ["switch to your right leg", "round 2 of 3"]);
            assert_eq!(Messages::english().next(&plan, plan.phases.len() - 1), None);
        }
    }

    #[test]
    fn a_screen_reader_hears_the_exercise_first_and_whole_words() {
        let plan = Plan::new(&Routine::hamstring(), &Options::default());
        let anchor = plan.exercises[plan.position_of("anchor").unwrap()].phases.clone();
        let said = plan.phases[anchor].iter().map(|phase| Messages::english().announcement(&plan, phase));
        assert_eq!(
            said.take(3).collect::<Vec<_>>(),
            [
                "Anchor stretch. Get ready, left leg, 10 seconds. Heel on the chair, leg straight.",
                "Anchor stretch. Hold, left leg, 20 seconds.",
                "Anchor stretch. Switch to your right leg, 5 seconds.",
            ]
        );
        let seated = plan.exercises[plan.position_of("seated").unwrap()].phases.start;
        assert_eq!(
            Messages::english().announcement(&plan, &plan.phases[seated + 1]),
            "Seated stretch. Hold, both legs, round 1 of 3, 20 seconds."
        );
    }

    #[test]
    fn what_was_held_is_told_by_sides_only_where_they_differ() {
        let held = |left_ms, right_ms, body_ms| {
            let held = Held { left_ms, right_ms, body_ms };
            Messages::english().held(held, SideName::Arm, Messages::total_duration)
        };
        assert_eq!(held(20_000, 20_900, 0), "20 s per arm", "as much as anybody can see");
        assert_eq!(held(20_000, 0, 0), "Left 20 s · right 0 s");
        assert_eq!(held(0, 0, 20_000), "20 s");
        assert_eq!(held(0, 0, 0), "0 s");
        assert_eq!(held(1_000, 2_000, 3_000), "Left 1 s · right 2 s · 3 s whole body");
        assert_eq!(held(92 * 60_000 + 59_999, 87 * 60_000, 0), "Left 92 min · right 87 min");
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
                "30 s, alternating legs",
                "30 s, alternating legs",
                "20 s per leg",
                "20 s per leg",
                "3 × 20 s, both legs",
                "20 s per leg",
                "20 s per leg",
            ]
        );
    }

    #[test]
    fn a_dose_for_one_side_says_which() {
        let mut routine = Routine::hamstring();
        for (sides, dose) in [(Sides::Left, "20 s, left leg"), (Sides::Right, "20 s, right leg")] {
            for exercise in routine.sections.iter_mut().flat_map(|section| &mut section.exercises) {
                exercise.sides = sides;
            }
            let plan = Plan::new(&routine, &Options::default());
            let anchor = plan.on_card("anchor").map(|exercise| Messages::english().dose(exercise));
            assert_eq!(anchor.as_deref(), Some(dose));
        }
    }
}
