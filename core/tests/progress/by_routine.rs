//! What was done of each routine.

use supple_core::{SessionRecord, sessions_by_routine};

use crate::{day, done_on};

fn session(routine: &str, day_of_month: i32) -> SessionRecord {
    SessionRecord { routine: routine.to_owned(), ..done_on(day(2026, 11, day_of_month)) }
}

#[test]
fn the_routine_that_was_done_last_is_the_first_and_its_sessions_stay_in_order() {
    let log = [session("hips", 1), session("gone", 2), session("hips", 3), session("morning", 4)];
    let routines = sessions_by_routine(&log);
    let days =
        |sessions: &Vec<&SessionRecord>| sessions.iter().map(|record| record.day().0).collect::<Vec<_>>();
    let shown: Vec<_> = routines.iter().map(|(id, sessions)| (*id, days(sessions))).collect();
    let of = |day_of_month| day(2026, 11, day_of_month).0;
    assert_eq!(shown, [("morning", vec![of(4)]), ("hips", vec![of(1), of(3)]), ("gone", vec![of(2)])]);
    assert!(sessions_by_routine(&[]).is_empty());
}
