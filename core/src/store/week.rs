//! The week that a person is in, beside what they have decided about their weeks.

use super::Store;
use crate::day::Day;
use crate::goal::Goal;
use crate::programme::Programme;
use crate::progress::Progress;
use crate::week::Week;

impl Store {
    /// The week of a day, for somebody who has been here before; `None` before the first session. Weeks begin with
    /// `first_weekday`: from 0 for Monday to 6 for Sunday. No more of the log is read than matters to it: that of the week, and
    /// where there is a programme, that since it began.
    #[must_use]
    pub fn week(&self, today: Day, first_weekday: i32, now_ms: u64) -> Option<Week> {
        let programme: Programme = self.document(now_ms);
        let week_ms = Week::since_ms(today, first_weekday);
        let since_ms =
            programme.started(today).map_or(week_ms, |first| Week::since_ms(first, 0).min(week_ms));
        let log = self.log_since(since_ms, now_ms)?;
        let due = programme.due(&Progress::of(&log, today).days, &self.document(now_ms), today);
        let goal: Goal = self.document(now_ms);
        let week = Week::of(&log, today, first_weekday);
        Some(Week { due, goal: goal.chosen_in_week(week.days[0].day), ..week })
    }
}
