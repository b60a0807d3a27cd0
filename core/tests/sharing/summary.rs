//! Summaries for the author of a routine.

use proptest::prelude::*;
use serde_json::json;
use supple_core::sharing::{
    Hurt, LinkError, RoutineSummary, from_fragment, is_summary, summary_from_fragment, summary_to_fragment,
    to_fragment,
};
use supple_core::{Day, Entry, Measurements, PhaseKind, SessionRecord, Side};

use crate::generators::{cases, documents::measurements};

const DAY_MS: u64 = 86_400_000;
const TODAY: Day = Day(20_787); // 30 November 2026

fn entry(exercise: &str, kind: PhaseKind, side: Side, held_ms: u64, too_much: bool) -> Entry {
    Entry {
        exercise: exercise.to_owned(),
        kind,
        side,
        repeat: 1,
        held_ms,
        planned_ms: held_ms,
        full: !too_much,
        at_ms: held_ms,
        too_much,
    }
}

fn session(routine: &str, ago: u64, entries: Vec<Entry>) -> SessionRecord {
    let day = u64::try_from(TODAY.0).expect("it is after 1970");
    let started_ms = (day - ago) * DAY_MS + 3_600_000;
    let id = format!("{started_ms}-{}", entries.len());
    SessionRecord { entries, ..SessionRecord::new(id, routine.to_owned(), started_ms, 0) }
}

fn log() -> Vec<SessionRecord> {
    use PhaseKind::{Hold, Move};
    vec![
        session(
            "hip",
            1,
            vec![
                entry("cat-cow", Move, Side::None, 45_000, false),
                entry("anchor", Hold, Side::Left, 30_000, false),
                entry("anchor", Hold, Side::Right, 12_000, true),
                entry("anchor", Hold, Side::Right, 3_000, true),
            ],
        ),
        session("hip", 1, vec![entry("seated", Hold, Side::Both, 20_000, false)]),
        session(
            "hip",
            3,
            vec![
                entry("anchor", Hold, Side::Right, 5_000, true),
                entry("lying", Hold, Side::None, 9_000, true),
            ],
        ),
        session("neck", 2, vec![entry("anchor", Hold, Side::Left, 60_000, true)]),
        session("hip", 200, vec![entry("anchor", Hold, Side::Left, 60_000, true)]),
        session("hip", 0, vec![]),
    ]
}

fn summary() -> RoutineSummary {
    RoutineSummary::of(&log(), "hip", "Hip", TODAY, |id| format!("<{id}>"))
}

#[test]
fn a_summary_has_what_was_done_of_that_routine_in_twelve_weeks() {
    let summary = summary();
    assert_eq!((summary.name.as_str(), summary.made.as_str()), ("Hip", "2026-11-30"));
    assert_eq!(
        (summary.days.as_slice(), summary.sessions),
        (["2026-11-27".to_owned(), "2026-11-29".to_owned()].as_slice(), 3)
    );
    assert_eq!((summary.left_s, summary.right_s, summary.body_s, summary.moved_s), (50, 40, 9, 45));
    let hurt = |exercise: &str, side, times| Hurt { exercise: exercise.to_owned(), side, times };
    assert_eq!(summary.hurts, [hurt("<anchor>", Side::Right, 2), hurt("<lying>", Side::None, 1)]);
    assert!(summary.measurements.is_empty() && !summary.is_empty());
    assert!(RoutineSummary::of(&log(), "other", "Other", TODAY, str::to_owned).is_empty());
}

#[test]
fn measurements_are_in_it_only_if_the_person_wishes() {
    let measured = |day: i32| {
        json!({ "id": day.to_string(), "when_ms": i64::from(TODAY.0 - day) * 86_400_000, "offset_min": 0,
            "measured": { "fingertips-to-floor": { "unit": "cm", "tries": [100 + day] } } })
    };
    let stored = json!({ "measurements": [measured(2), measured(9), measured(400)] });
    let measurements: Measurements = serde_json::from_value(stored).expect("they are measurements");
    let told: Vec<_> = summary().with_measurements(&measurements, TODAY).measurements;
    let days: Vec<_> = told.iter().map(|it| (it.day.as_str(), it.leg, it.tenths)).collect();
    assert_eq!(days, [("2026-11-21", None, 109), ("2026-11-28", None, 102)]);
}

#[test]
fn a_summary_goes_into_a_link_and_comes_back() {
    let link = summary_to_fragment(&summary()).expect("it is short");
    assert!(link.starts_with("s1-") && link.len() < 400, "{}", link.len());
    assert_eq!(
        summary_from_fragment(&format!("https://example.org/routines/shared/#{link}.")),
        Ok(summary())
    );
    assert!(is_summary(&link) && is_summary("#s2-x") && !is_summary("v1-x") && !is_summary(""));
    // Neither is taken for the other.
    assert_eq!(from_fragment(&link), Err(LinkError::NotALink));
    let routine = to_fragment(&json!({ "id": "hip", "name": "Hip" })).expect("it is short");
    assert_eq!(summary_from_fragment(&routine), Err(LinkError::NotALink));
    for end in 3..link.len() {
        let read = summary_from_fragment(&link[..end]);
        assert!(read == Err(LinkError::CutOff) || read == Ok(summary()), "{end}");
    }
    assert_eq!(summary_from_fragment("s2-abc"), Err(LinkError::Newer));
}

#[test]
fn a_summary_by_anybody_has_plain_texts_and_days_that_are_days() {
    let mut odd = summary();
    odd.name = "A\nB\u{202e}".to_owned();
    odd.days.push("<script>".to_owned());
    odd.hurts.push(Hurt { exercise: "\u{7}".to_owned(), side: Side::Left, times: 1 });
    let read = summary_from_fragment(&summary_to_fragment(&odd).expect("it is short")).expect("it is one");
    assert_eq!((read.name.as_str(), read.days, read.hurts), ("A B", summary().days, summary().hurts));
    odd.made = "today".to_owned();
    let link = summary_to_fragment(&odd).expect("it is short");
    assert_eq!(summary_from_fragment(&link), Err(LinkError::NotALink));
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_measurements_come_back_as_they_were(measurements in measurements()) {
        let summary = summary().with_measurements(&measurements, TODAY);
        let link = summary_to_fragment(&summary).expect("it is short");
        prop_assert_eq!(summary_from_fragment(&link), Ok(summary));
    }
}
