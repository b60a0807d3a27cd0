//! Sentences about weeks, put together from texts of the catalogue.

use supple_core::{MuscleGroup, RestOfWeek, ThisWeek, WEEKLY_MINUTES, WeeksKept};

use crate::messages::Messages;

impl Messages {
    /// What the goal asks of the rest of a week: "2 more days reach your goal. 4 days left this week."
    pub(in crate::progress) fn rest_of_week(self, week: &ThisWeek) -> String {
        match week.rest() {
            RestOfWeek::Kept => self.goal_kept().to_owned(),
            RestOfWeek::Free => self.pause_in_week().to_owned(),
            RestOfWeek::Days { more, left } => {
                format!("{} {}", self.goal_more(more.into()), self.goal_left(left.into()))
            }
            RestOfWeek::Over => self.goal_over(self.weekday(week.first)),
        }
    }

    /// "3 weeks in a row with your goal met · best 6". Where there are none in a row, the most there ever were.
    pub(in crate::progress) fn weeks_kept(self, kept: WeeksKept) -> String {
        match kept.current {
            0 => self.goal_weeks_none(kept.best),
            current if current == kept.best => self.goal_weeks(current.into()),
            current => format!("{} · {}", self.goal_weeks(current.into()), self.goal_weeks_best(kept.best)),
        }
    }

    /// What people call a group of muscles.
    pub(in crate::progress) fn muscle_group(self, group: MuscleGroup) -> &'static str {
        match group {
            MuscleGroup::Neck => self.muscles_neck(),
            MuscleGroup::ChestAndShoulders => self.muscles_chest_and_shoulders(),
            MuscleGroup::Forearms => self.muscles_forearms(),
            MuscleGroup::BackAndWaist => self.muscles_back_and_waist(),
            MuscleGroup::HipFlexors => self.muscles_hip_flexors(),
            MuscleGroup::Buttocks => self.muscles_buttocks(),
            MuscleGroup::InnerThighs => self.muscles_inner_thighs(),
            MuscleGroup::FrontThighs => self.muscles_front_thighs(),
            MuscleGroup::Hamstrings => self.muscles_hamstrings(),
            MuscleGroup::CalvesAndFeet => self.muscles_calves_and_feet(),
            MuscleGroup::Other => self.muscles_elsewhere(),
        }
    }

    /// Whether the times of both sides are the same as they are told.
    pub(in crate::progress) fn is_told_once(self, left_ms: u64, right_ms: u64) -> bool {
        self.total_duration(left_ms) == self.total_duration(right_ms)
    }

    /// "Left 4 min · right 3 min 30 s", "4 min each side", "Nothing yet".
    pub(in crate::progress) fn minutes_of_sides(self, left_ms: u64, right_ms: u64) -> String {
        let [left, right] = [left_ms, right_ms].map(|ms| self.total_duration(ms));
        match (left_ms.max(right_ms), left == right) {
            (0, _) => self.minutes_none().to_owned(),
            (_, true) => self.minutes_each(left),
            (_, false) => self.held_sides(left, right),
        }
    }

    /// "Hamstrings: left 4 min, right 3 min 30 s. The band is 5 to 10 min a week."
    pub(in crate::progress) fn minutes_in_words(
        self,
        group: MuscleGroup,
        left_ms: u64,
        right_ms: u64,
    ) -> String {
        let name = self.muscle_group(group);
        let [left, right] = [left_ms, right_ms].map(|ms| self.total_duration(ms));
        let minutes = match (left_ms.max(right_ms), left == right) {
            (0, _) => self.minutes_none_in_words(name),
            (_, true) => self.minutes_each_in_words(name, left),
            (_, false) => self.minutes_sides_in_words(name, left, right),
        };
        format!("{minutes} {}", self.minutes_band(WEEKLY_MINUTES.0, WEEKLY_MINUTES.1))
    }

    /// The headings of a table with a column for each side, after a first one.
    pub(in crate::progress) fn columns_by_side(self, first: fn(Self) -> &'static str) -> Vec<&'static str> {
        vec![first(self), self.minutes_column_left(), self.minutes_column_right()]
    }

    /// "120 days done in the last 53 weeks, and 8 more in part."
    pub(in crate::progress) fn year_summary(self, done: u64, partly: u64) -> String {
        let done = self.year_done(done);
        if partly == 0 { self.year_in_words(done) } else { self.year_in_words_partly(done, partly) }
    }
}

#[cfg(test)]
mod tests {
    use supple_core::{Day, Goal, Pauses};

    use super::*;

    /// A Wednesday whose week began on Monday 23 November 2026.
    const WEDNESDAY: Day = Day(20_782);

    fn kept(days: &[i32], goal: u8) -> WeeksKept {
        let mut chosen = Goal::default();
        chosen.choose(goal, Day(20_000), 1);
        let days: Vec<_> = days.iter().map(|ago| Day(WEDNESDAY.0 - ago)).collect();
        WeeksKept::of(&days, &chosen, &Pauses::default(), WEDNESDAY, 0)
    }

    #[test]
    fn a_week_is_told_by_its_days_and_what_is_left_of_it() {
        let messages = Messages::english();
        let told = |days: &[i32], goal| {
            let week = kept(days, goal).this_week;
            (messages.days_of_goal(week.done, week.goal), messages.rest_of_week(&week))
        };
        let (days, rest) = told(&[2, 1], 3);
        assert_eq!(
            (days.as_str(), rest.as_str()),
            ("2 of 3 days this week", "1 more day reaches your goal. 5 days left this week.")
        );
        assert_eq!(told(&[2, 1, 0], 3).1, "That's your goal for this week. Any more is a bonus.");
        assert_eq!(told(&[], 7).1, "What you've done counts. A new week starts on Monday.");
    }

    #[test]
    fn weeks_in_a_row_are_told_with_the_best_where_that_is_more() {
        let messages = Messages::english();
        let last_week = [9, 8, 7];
        let long_ago = [30, 29, 28, 23, 22, 21];
        let both = [&long_ago[..], &last_week].concat();
        assert_eq!(messages.weeks_kept(kept(&last_week, 3)), "1 week in a row with your goal met");
        assert_eq!(messages.weeks_kept(kept(&both, 3)), "1 week in a row with your goal met · best 2");
        assert_eq!(messages.weeks_kept(kept(&long_ago, 3)), "Most weeks in a row: 2");
    }

    #[test]
    fn minutes_are_told_by_sides_only_where_they_differ() {
        let (messages, hamstrings) = (Messages::english(), MuscleGroup::Hamstrings);
        assert_eq!(
            messages.minutes_in_words(hamstrings, 240_000, 210_000),
            "Hamstrings: left 4 min, right 3 min 30 s. The band is 5 to 10 min a week."
        );
        assert_eq!(messages.minutes_of_sides(240_000, 240_900), "4 min each side");
        assert_eq!(messages.minutes_of_sides(0, 0), "Nothing yet");
        assert_eq!(
            messages.minutes_in_words(hamstrings, 0, 0),
            "Hamstrings: nothing yet this week. The band is 5 to 10 min a week."
        );
    }

    #[test]
    fn a_year_is_told_in_one_sentence() {
        let messages = Messages::english();
        assert_eq!(messages.year_summary(120, 0), "120 days done in the last 53 weeks.");
        assert_eq!(messages.year_summary(1, 8), "1 day done in the last 53 weeks, and 8 more in part.");
    }
}
