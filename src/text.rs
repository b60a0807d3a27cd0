//! Words and numbers for the person, in one place.

use supple_core::{
    Addition, CueKind, Dose, Entry, Phase, PhaseKind, Plan, PlannedExercise, Routine, Side, Sides, Snapshot,
};

pub(crate) const ROUTINE_CHANGED: &str =
    "The routine has changed since you stopped, so that session can't go on. What you did is in your log.";

pub(crate) const NO_ROOM_TO_ADD: &str = "The browser's storage for this site is full, so nothing was added. Removing other data of this site makes room.";

pub(crate) const FILE_UNREADABLE: &str = "The browser couldn't read this file. Nothing was changed.";

pub(crate) const NO_TRACK: &str =
    "This browser plays no track here, so pocket mode is off. Leave the screen on.";

pub(crate) const GAVE_WAY: &str = "Paused: another routine on this page has begun.";

/// Whole seconds that a remaining time shows: a hold of 20 s begins with 20 and ends when 1 is over.
pub(crate) fn seconds_left(ms: u64) -> u64 {
    ms.div_ceil(1_000)
}

/// "42" below a minute, else "1:05".
pub(crate) fn countdown(seconds: u64) -> String {
    if has_minutes(seconds) { clock(seconds) } else { seconds.to_string() }
}

/// Whether a countdown shows minutes too, and is longer for it.
pub(crate) fn has_minutes(seconds: u64) -> bool {
    seconds >= 60
}

/// "1:05".
pub(crate) fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "11 min" for a plan, rounded to the nearest minute; "45 s" below one.
pub(crate) fn about(ms: u64) -> String {
    if ms < 60_000 { seconds(ms) } else { format!("{} min", (ms + 30_000) / 60_000) }
}

/// "8 min left", begun ones too; "45 s left" in the last one. It changes seldom, for the sake of calm. "about 8 min left"
/// of an estimate.
pub(crate) fn time_left(ms: u64, is_estimate: bool) -> String {
    let about = estimate(is_estimate);
    match left(ms) {
        Left::Minutes(minutes) => format!("{about}{minutes} min left"),
        Left::Seconds(seconds) => format!("{about}{seconds} s left"),
    }
}

/// What stands before a time that is estimated.
pub(crate) fn estimate(is_estimate: bool) -> &'static str {
    if is_estimate { "about " } else { "" }
}

/// Whole seconds to show: those that are left, or in an open phase those that have passed.
pub(crate) fn seconds_shown(snapshot: &Snapshot) -> u64 {
    if snapshot.open { snapshot.elapsed_ms / 1_000 } else { seconds_left(snapshot.remaining_ms) }
}

/// What [`time_left`] says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Left {
    Minutes(u64),
    Seconds(u64),
}

/// The same before it is words, to know when these change.
pub(crate) fn left(ms: u64) -> Left {
    let seconds = seconds_left(ms);
    if has_minutes(seconds) { Left::Minutes(seconds.div_ceil(60)) } else { Left::Seconds(seconds) }
}

/// "20 s", "2 min", "2 min 5 s"; what was held is never rounded up.
pub(crate) fn seconds(ms: u64) -> String {
    let seconds = ms / 1_000;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// "20 s · each leg", "3 × 20 s · both legs together".
pub(crate) fn dose(exercise: &PlannedExercise) -> String {
    let once = seconds(exercise.dose_ms);
    let amount =
        if exercise.repeats > 1 { format!("{} × {once}", u32::from(exercise.repeats)) } else { once };
    match sides(exercise.sides) {
        "" => amount,
        sides => format!("{amount} · {sides}"),
    }
}

fn sides(sides: Sides) -> &'static str {
    match sides {
        Sides::None => "",
        Sides::Together => "both legs together",
        Sides::Alternating => "legs in turn",
        Sides::Each => "each leg",
    }
}

/// "Anchor stretch, left leg".
pub(crate) fn exercise_and_leg(routine: &Routine, entry: &Entry) -> String {
    let name = routine.name_of(&entry.exercise);
    match entry.side.leg() {
        "" => name.to_owned(),
        leg => format!("{name}, {}", leg.to_ascii_lowercase()),
    }
}

/// "Too much: Anchor stretch, left leg.", each once; empty if nothing was.
pub(crate) fn too_much(routine: &Routine, entries: &[Entry]) -> String {
    let mut text = String::new();
    for (i, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.too_much) {
        let same =
            |other: &Entry| other.too_much && other.side == entry.side && other.exercise == entry.exercise;
        if !entries.iter().take(i).any(same) {
            text += if text.is_empty() { "Too much: " } else { "; " };
            text += &exercise_and_leg(routine, entry);
        }
    }
    text
}

/// What a phase asks for, in two or three words.
pub(crate) fn what(phase: &Phase) -> &'static str {
    match phase.kind {
        PhaseKind::Prepare => "Get ready",
        PhaseKind::Move => "Move",
        PhaseKind::Hold => "Hold",
        PhaseKind::Switch => "Switch legs",
        PhaseKind::Recover => "Come back up",
    }
}

/// "Hold · Left leg".
pub(crate) fn what_and_leg(phase: &Phase) -> String {
    match phase.side.leg() {
        "" => what(phase).to_owned(),
        leg => format!("{} · {leg}", what(phase)),
    }
}

/// What the kinds of cues are called where each can be tried, and what a voice then says.
pub(crate) fn check(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Ready => "Get ready",
        CueKind::Next => "Next exercise",
        CueKind::Begin => "Begin",
        CueKind::Halfway => "Halfway",
        CueKind::Last(_) => "Last seconds",
        CueKind::Switch => "Switch legs",
        CueKind::Recover => "Come back up",
        CueKind::Done => "Done",
    }
}

/// "Repeat 2 of 3"; empty for a single one.
pub(crate) fn repeat(phase: &Phase) -> String {
    let (repeat, repeats) = (u32::from(phase.repeat), u32::from(phase.repeats));
    if repeats > 1 { format!("Repeat {repeat} of {repeats}") } else { String::new() }
}

/// What comes after a phase: "Right leg, hold 20 s".
pub(crate) fn next(plan: &Plan, index: usize) -> String {
    let (Some(now), Some(next)) = (plan.phases.get(index), plan.phases.get(index + 1)) else {
        return "That was the last one".to_owned();
    };
    let name = plan.exercises.get(next.exercise).map_or("", |exercise| exercise.name.as_str());
    if now.exercise != next.exercise {
        return name.to_owned();
    }
    let duration = estimate(next.open).to_owned() + &seconds(next.duration_ms);
    match next.kind {
        PhaseKind::Prepare => name.to_owned(),
        PhaseKind::Move => format!("Move for {duration}"),
        PhaseKind::Hold => format!("Hold for {duration}"),
        PhaseKind::Switch => match next.side {
            Side::Left => "Switch to your left leg".to_owned(),
            Side::Right | Side::Both | Side::None => "Switch to your right leg".to_owned(),
        },
        PhaseKind::Recover => repeat(next),
    }
}

/// What a screen reader says when a phase begins: "Hold, left leg, 20 s. Anchor stretch."
pub(crate) fn announce(plan: &Plan, phase: &Phase) -> String {
    let name = plan.exercises.get(phase.exercise).map_or("", |exercise| exercise.name.as_str());
    let duration = estimate(phase.open).to_owned() + &seconds(phase.duration_ms);
    let mut said = what(phase).to_owned();
    let mut add = |part: &str| {
        said += ", ";
        said += &part.to_ascii_lowercase();
    };
    if phase.side != Side::None {
        add(phase.side.leg());
    }
    if phase.repeats > 1 && phase.kind == PhaseKind::Hold {
        add(&repeat(phase));
    }
    format!("{said}, {duration}. {name}.")
}

/// "0:12 · Left leg · Anchor stretch".
pub(crate) fn tab_title(plan: &Plan, snapshot: &Snapshot) -> String {
    let Some(phase) = plan.phases.get(snapshot.phase) else { return String::new() };
    let name = plan.exercises.get(phase.exercise).map_or("", |exercise| exercise.name.as_str());
    let left = clock(seconds_shown(snapshot));
    match phase.side.leg() {
        "" => format!("{left} · {name}"),
        leg => format!("{left} · {leg} · {name}"),
    }
}

/// "1.5 ×" for 150 percent.
pub(crate) fn scale(percent: u32) -> String {
    let (whole, part) = (percent / 100, percent % 100);
    match part {
        0 => format!("{whole} ×"),
        part if part % 10 == 0 => format!("{whole}.{} ×", part / 10),
        part => format!("{whole}.{part:02} ×"),
    }
}

/// "1 day", "3 days".
pub(crate) fn days(count: u32) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}

/// "1 session", "12 sessions".
fn sessions(count: usize) -> String {
    if count == 1 { "1 session".to_owned() } else { format!("{count} sessions") }
}

/// What a backup would add to the log, with the first and the last day in words.
pub(crate) fn addition(addition: Addition, days: Option<(String, String)>) -> String {
    let Addition { new, fuller, known, .. } = addition;
    let Some((first, last)) = days else {
        return "Nothing new: all that is in this file is here already.".to_owned();
    };
    let mut text = format!("{} will be added, from {first}", sessions(new + fuller));
    if last != first {
        text += &format!(" to {last}");
    }
    if fuller > 0 {
        text += &format!("; {fuller} of them to replace a part that is here");
    }
    if known > 0 {
        text += &format!("; {known} {} here already", if known == 1 { "is" } else { "are" });
    }
    text + "."
}

/// What was added to the log.
pub(crate) fn added(addition: Addition) -> String {
    format!("Added: {}.", sessions(addition.new + addition.fuller))
}

/// What is said where a browser opens no page, as in some frames.
pub(crate) const NO_PAGE_OPENS: &str =
    "This browser lets no page open from here. A backup file goes to another device as well.";

/// Whether repeats can be chosen for a dose.
pub(crate) fn can_repeat(dose: Dose) -> bool {
    matches!(dose, Dose::Hold { repeats, .. } if repeats.min < repeats.max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use supple_core::{Options, Routine};

    #[test]
    fn doses_read_as_a_person_would_say_them() {
        let routine = Routine::hamstring();
        let plan = Plan::new(&routine, &Options { partner: true, ..Options::default() });
        let doses: Vec<String> = plan.exercises.iter().map(dose).collect();
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

    #[test]
    fn what_a_backup_adds_is_said_in_whole_sentences() {
        let said = |new, fuller, known, days: Option<(&str, &str)>| {
            let all = Addition { new, fuller, known, ..Addition::default() };
            addition(all, days.map(|(first, last)| (first.to_owned(), last.to_owned())))
        };
        let days = Some(("3 March", "20 November"));
        assert_eq!(
            said(12, 0, 30, days),
            "12 sessions will be added, from 3 March to 20 November; 30 are here already."
        );
        assert_eq!(said(1, 0, 0, Some(("3 March", "3 March"))), "1 session will be added, from 3 March.");
        assert_eq!(
            said(1, 1, 1, days),
            "2 sessions will be added, from 3 March to 20 November; 1 of them to replace a part that is here; 1 is here already."
        );
        assert_eq!(said(0, 0, 2, None), "Nothing new: all that is in this file is here already.");
        assert_eq!(added(Addition { new: 1, fuller: 1, ..Addition::default() }), "Added: 2 sessions.");
    }

    #[test]
    fn a_countdown_shows_whole_seconds_until_each_is_over() {
        for (ms, shown) in
            [(20_000, "20"), (19_001, "20"), (19_000, "19"), (1, "1"), (0, "0"), (60_000, "1:00")]
        {
            assert_eq!(countdown(seconds_left(ms)), shown, "{ms} ms");
        }
    }

    #[test]
    fn what_was_held_is_never_rounded_up() {
        assert_eq!(seconds(19_999), "19 s");
        assert_eq!(seconds(125_000), "2 min 5 s");
        assert_eq!(scale(50), "0.5 ×");
        assert_eq!(scale(125), "1.25 ×");
        assert_eq!(scale(1_000), "10 ×");
    }
}
