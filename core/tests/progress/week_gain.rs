//! What a session added to its week.

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{PhaseKind, SessionRecord, Side, WeekGain, WeeklyMinutes};

use crate::generators::{cases, entry as any_entry};
use crate::{BERLIN_WINTER, day, entry, held, instant, session};

/// A session on a day of November 2026 at eight, with an id of its own.
fn on(date: i32, holds_ms: &[u64]) -> SessionRecord {
    let entries = holds_ms.iter().map(|ms| held(Side::Left, *ms)).collect();
    session(instant((2026, 11, date), 8, 0, BERLIN_WINTER), BERLIN_WINTER, entries)
}

#[test]
fn it_is_told_apart_from_what_the_week_had_before() {
    let log = [on(22, &[500_000]), on(23, &[60_000]), on(24, &[20_000, 20_000])];
    let gain = |index: usize| WeekGain::of(&log, &log[index].id, day(2026, 11, 24), 0);
    assert_eq!(gain(2), Some(WeekGain { before_ms: 60_000, added_ms: 40_000 }), "Sunday was another week");
    assert_eq!(gain(0), None, "as its session adds nothing to this one");
    let from_sunday = WeekGain::of(&log, &log[2].id, day(2026, 11, 24), 6).map(|gain| gain.before_ms);
    assert_eq!(from_sunday, Some(560_000));
}

#[test]
fn a_session_of_moves_adds_nothing_to_the_time_in_holds() {
    let mut moves = on(24, &[]);
    moves.entries.push(entry(PhaseKind::Move, Side::None, 60_000, true));
    assert_eq!(WeekGain::of(&[moves.clone()], &moves.id, day(2026, 11, 24), 0), None);
    assert_eq!(WeekGain::of(&[], "none", day(2026, 11, 24), 0), None);
}

proptest! {
    #![proptest_config(cases(128))]

    /// The finish screen and the Progress screen speak of the same minutes.
    #[test]
    fn before_and_now_are_the_week_s_minutes(
        sessions in vec((20..30_i32, vec(any_entry("[a-c]", 1..5_u16), 1..5)), 1..12),
        first_weekday in 0..7_i32,
    ) {
        let log: Vec<_> = sessions
            .into_iter()
            .enumerate()
            .map(|(i, (date, entries))| SessionRecord { id: i.to_string(), entries, ..on(date, &[]) })
            .collect();
        let today = day(2026, 11, 26);
        let [week] = WeeklyMinutes::of_last_weeks(&log, 1, today, first_weekday).try_into().expect("is one");
        for session in &log {
            if let Some(gain) = WeekGain::of(&log, &session.id, today, first_weekday) {
                prop_assert_eq!(gain.total_ms(), week.held_ms);
                prop_assert!(gain.added_ms > 0);
            }
        }
    }
}
