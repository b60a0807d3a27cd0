//! The days of a week, and how many of each week were done.

use supple_core::{Day, Side, days_by_week, week};

use crate::{day, done_on, held, instant, session};

#[test]
fn a_week_shows_what_is_done_open_and_still_ahead() {
    let thursday = day(2026, 11, 19);
    let log = [-4, -3, -1, 0, 9].map(|days| done_on(Day(thursday.0 + days)));
    let read = |first_weekday| {
        week(&log, thursday, first_weekday).map(|it| match (it.is_done, it.is_today, it.is_ahead) {
            (done, true, false) => {
                if done {
                    'T'
                } else {
                    't'
                }
            }
            (true, false, _) => 'x',
            (false, false, true) => ' ',
            (false, false, false) => '-',
            (_, true, true) => panic!("today is not ahead"),
        })
    };
    assert_eq!(String::from_iter(read(0)), "x-xT   ", "Monday to Sunday");
    assert_eq!(String::from_iter(read(6)), "xx-xT  ", "Sunday to Saturday");
}

#[test]
fn a_session_without_a_full_hold_marks_no_day_of_the_week() {
    let today = day(2026, 11, 19);
    let record = session(instant((2026, 11, 19), 8, 0, 0), 0, vec![held(Side::Left, 5_000)]);
    assert!(week(&[record], today, 0).iter().all(|day| !day.is_done));
}

#[test]
fn days_are_counted_by_week_up_to_the_present_one() {
    let today = day(2026, 11, 19); // a Thursday
    let days = [-70, -49, -17, -11, -10, -3, -2, 0, 5].map(|days| Day(today.0 + days));
    assert_eq!(days_by_week::<8>(&days, today, 0), [1, 0, 0, 0, 0, 2, 1, 3]);
    assert_eq!(days_by_week::<8>(&days, today, 6), [1, 0, 0, 0, 0, 1, 2, 3]);
    assert_eq!(days_by_week::<8>(&[], today, 0), [0; 8]);
}
