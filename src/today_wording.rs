//! How things stand today and this week, in words.

use supple_core::{Day, Due, Today, Week, WeekGain};

use crate::messages::Messages;

impl Messages {
    /// "Done today at 07:12", "A session is due today", "Rest day. Next session: tomorrow", "Today is still open".
    pub(crate) fn today(self, week: &Week) -> String {
        if let Today::Done { hour, minute } = week.standing {
            return self.week_today_done(format!("{hour:02}:{minute:02}"));
        }
        let today = week.days.iter().find(|it| it.is_today).map(|it| it.day);
        let next = |next: Option<Day>| Some(self.week_due_next(self.near_day(next?, today?)?));
        let by_programme = match week.due {
            Some(Due::Today) => Some(self.week_due_today().to_owned()),
            Some(Due::RestDay { next: day }) => Some(followed_by(self.week_due_rest(), next(day))),
            Some(Due::Paused { next: day }) => Some(followed_by(self.week_due_paused(), next(day))),
            Some(Due::Begins(first)) => next(Some(first)),
            Some(Due::Done { .. }) | None => None,
        };
        by_programme.unwrap_or_else(|| match week.standing {
            Today::Open => self.week_today_open().to_owned(),
            Today::Back | Today::Done { .. } => self.week_back().to_owned(),
        })
    }

    /// "tomorrow", "Friday"; `None` for a day that a weekday doesn't name, because it isn't within the next six.
    fn near_day(self, day: Day, today: Day) -> Option<&'static str> {
        match day.0 - today.0 {
            1 => Some(self.week_due_tomorrow()),
            2..=6 => Some(self.weekday(day)),
            _ => None,
        }
    }

    /// "3 of 5 days this week".
    pub(crate) fn days_of_goal(self, done: u8, goal: u8) -> String {
        if done > goal { self.week_goal_beyond(done, goal) } else { self.week_goal(done, goal) }
    }

    /// "12 min in holds this week: 9 min before, 3 min just now".
    pub(crate) fn week_gain(self, gain: WeekGain) -> String {
        let [total, before, added] =
            [gain.total_ms(), gain.before_ms, gain.added_ms].map(|ms| self.total_duration(ms));
        if gain.before_ms == 0 {
            self.finish_gain_first(total)
        } else {
            self.finish_gain(added, before, total)
        }
    }
}

/// "Rest day. Next session: Friday".
fn followed_by(first: &str, second: Option<String>) -> String {
    second.map_or_else(|| first.to_owned(), |second| format!("{first}. {second}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Wednesday.
    const WEDNESDAY: Day = Day(20_782);

    #[test]
    fn a_programme_says_what_is_due_and_a_rest_day_reproaches_nobody() {
        let said = |due| Messages::english().today(&Week { due: Some(due), ..Week::of(&[], WEDNESDAY, 0) });
        let ahead = |days: i32| Some(Day(WEDNESDAY.0 + days));
        assert_eq!(said(Due::Today), "A session is due today");
        assert_eq!(said(Due::RestDay { next: ahead(1) }), "Rest day. Next session: tomorrow");
        assert_eq!(said(Due::RestDay { next: ahead(2) }), "Rest day. Next session: Friday");
        assert_eq!(said(Due::RestDay { next: ahead(7) }), "Rest day", "not \"Wednesday\"");
        assert_eq!(said(Due::Paused { next: None }), "Paused");
        assert_eq!(said(Due::Begins(Day(WEDNESDAY.0 + 1))), "Next session: tomorrow");
    }

    #[test]
    fn without_a_programme_it_is_told_what_was_done_lately() {
        let said = |standing| Messages::english().today(&Week { standing, ..Week::of(&[], WEDNESDAY, 0) });
        assert_eq!(said(Today::Done { hour: 7, minute: 5 }), "Done today at 07:05");
        assert_eq!(said(Today::Open), "Today is still open");
        assert_eq!(said(Today::Back), "Welcome back");
    }

    #[test]
    fn what_a_session_added_is_told_beside_what_was_there_before() {
        let said = |before_ms, added_ms| Messages::english().week_gain(WeekGain { before_ms, added_ms });
        assert_eq!(said(540_000, 180_000), "12 min in holds this week: 9 min before, 3 min just now");
        assert_eq!(said(0, 100_000), "1 min 40 s in holds this week, all of it just now");
    }
}
