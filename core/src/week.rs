//! The week that a person is in, and what of it is done: what the overview says to somebody who comes back.

use crate::day::{Day, local_day};
use crate::log::SessionRecord;
use crate::programme::Due;
use crate::progress::{WeekDay, week};

/// How things stand today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Today {
    /// It is done: the last hold that counts ended at this local time.
    Done {
        /// From 0 to 23.
        hour: u64,
        /// From 0 to 59.
        minute: u64,
    },
    /// Yesterday is done, and today isn't yet.
    Open,
    /// Neither is.
    Back,
}

/// A week of somebody who has been here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its days in order.
    pub days: [WeekDay; 7],
    /// How things stand on it.
    pub standing: Today,
    /// On how many of its days the person wants to stretch; `None` where they have chosen nothing.
    pub goal: Option<u8>,
    /// What is due today by the programme that they follow; `None` without one.
    pub due: Option<Due>,
}

impl Week {
    /// The earliest instant that can matter to the week of a day, in milliseconds since 1970, UTC: yesterday may be in
    /// the week before, and a journey may take a day more.
    #[must_use]
    pub fn since_ms(today: Day, first_weekday: i32) -> u64 {
        let first = today.start_of_week(first_weekday).0.min(today.0 - 1) - 2;
        u64::try_from(first).unwrap_or_default() * 86_400_000
    }

    /// The week of a day from what was logged in it, at least, of somebody who has decided nothing about their weeks. Weeks
    /// begin with this day: from 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn of(log: &[SessionRecord], today: Day, first_weekday: i32) -> Self {
        let mut standing = Today::Back;
        for session in log.iter().filter(|session| session.counts()) {
            let done = session.day();
            if done == today {
                standing = done_at(session);
            } else if done.0 == today.0 - 1 && standing == Today::Back {
                standing = Today::Open;
            }
        }
        Self { days: week(log, today, first_weekday), standing, goal: None, due: None }
    }

    /// How many of its days are done, from 0 to 7.
    #[must_use]
    pub fn days_done(&self) -> u8 {
        self.days.iter().fold(0, |done, day| done + u8::from(day.is_done))
    }
}

/// When the last full hold of a session ended, by the clock of then and there.
fn done_at(session: &SessionRecord) -> Today {
    let last = session.entries.iter().rfind(|entry| entry.full).map_or(0, |entry| entry.at_ms);
    let ended_ms = session.started_ms.saturating_add(last);
    let midnight = u64::try_from(local_day(ended_ms, session.offset_min).0).unwrap_or_default() * 24 * 60;
    let minutes = (ended_ms / 60_000).saturating_add_signed(session.offset_min.into());
    let minutes = minutes.saturating_sub(midnight) % (24 * 60);
    Today::Done { hour: minutes / 60, minute: minutes % 60 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::Entry;
    use crate::plan::PhaseKind;
    use crate::routine::Side;

    /// 22 November 2026, a Sunday.
    const SUNDAY: Day = Day(20_779);

    /// A session that began at this time of a day, two hours ahead of UTC, with a hold of a minute.
    fn session(day: Day, hour: u64, full: bool) -> SessionRecord {
        let local_ms = u64::try_from(day.0).unwrap_or_default() * 86_400_000 + hour * 3_600_000;
        let mut record =
            SessionRecord::new(local_ms.to_string(), "hamstring".to_owned(), local_ms - 7_200_000, 120);
        record.entries.push(Entry {
            exercise: "anchor".to_owned(),
            kind: PhaseKind::Hold,
            side: Side::Left,
            repeat: 1,
            held_ms: 60_000,
            planned_ms: 60_000,
            full,
            at_ms: 90_000,
            too_much: false,
        });
        record
    }

    fn done(week: Week) -> Vec<i32> {
        week.days.into_iter().filter(|it| it.is_done).map(|it| it.day.weekday()).collect()
    }

    #[test]
    fn the_days_with_a_full_hold_are_done_and_no_others() {
        let day = |ago| Day(SUNDAY.0 - ago);
        let log = [
            session(day(8), 8, true),
            session(day(5), 8, true),
            session(day(3), 8, false),
            session(day(2), 8, true),
        ];
        let week = Week::of(&log, SUNDAY, 0);
        assert_eq!(done(week), [1, 4]);
        assert_eq!((week.days[0].day, week.days[6].day), (day(6), SUNDAY));
        assert_eq!(week.standing, Today::Back);
    }

    #[test]
    fn a_week_begins_where_the_reader_says() {
        let yesterday = session(Day(SUNDAY.0 - 1), 8, true);
        let week = Week::of(std::slice::from_ref(&yesterday), SUNDAY, 6);
        assert_eq!((week.days[0].day, done(week)), (SUNDAY, vec![]));
        assert_eq!(week.standing, Today::Open, "yesterday was in another week");
        assert!(Week::since_ms(SUNDAY, 6) <= yesterday.started_ms);
        assert!(Week::since_ms(SUNDAY, 0) <= session(Day(SUNDAY.0 - 6), 0, true).started_ms);
    }

    #[test]
    fn today_is_done_at_the_local_time_of_its_last_full_hold() {
        let log = [session(Day(SUNDAY.0 - 1), 8, true), session(SUNDAY, 7, true), session(SUNDAY, 9, false)];
        assert_eq!(Week::of(&log, SUNDAY, 0).standing, Today::Done { hour: 7, minute: 1 });
    }

    #[test]
    fn a_damaged_instant_breaks_nothing() {
        let mut broken = session(SUNDAY, 7, true);
        (broken.started_ms, broken.offset_min) = (u64::MAX, i32::MIN);
        let today = broken.day();
        assert!(matches!(Week::of(&[broken], today, 0).standing, Today::Done { .. }));
    }
}
