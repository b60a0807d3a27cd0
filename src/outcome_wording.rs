//! What the finish screen says of how a session ended.

use supple_core::{DayCount, Ending, Feeling, Outcome};

use crate::messages::Messages;
use crate::wording::as_count;

impl Messages {
    /// The heading above what a session came to.
    pub(crate) fn finish_title(self, outcome: Outcome) -> &'static str {
        match (outcome.milestone(), outcome.ending) {
            (Some(7), _) => self.finish_week_title(),
            (Some(30), _) => self.finish_thirty_title(),
            (Some(_), _) => self.finish_hundred_title(),
            (None, Ending::Whole) if outcome.is_first => self.finish_first_title(),
            (None, Ending::Whole) => self.finish_whole_title(),
            _ if !outcome.counts() => self.finish_open_title(),
            (None, Ending::Part) => self.finish_part_title(),
            (None, Ending::Early) => self.finish_early_title(),
        }
    }

    /// What there is to say about it: most of all, whether its day counts.
    pub(crate) fn finish_lead(self, outcome: Outcome) -> &'static str {
        match (outcome.ending, outcome.day) {
            (Ending::Whole, _) if outcome.is_first => self.finish_first_lead(),
            (Ending::Whole, _) => self.finish_whole_lead(),
            (_, DayCount::Now) if !outcome.is_today => self.finish_counts_then(),
            (Ending::Part, DayCount::Now) => self.finish_part_lead(),
            (Ending::Early, DayCount::Now) => self.finish_early_lead(),
            (_, DayCount::Before) if outcome.is_today => self.finish_counted_before(),
            (_, DayCount::NotYet) if outcome.is_today => self.finish_open_lead(),
            _ => self.finish_plain_lead(),
        }
    }

    /// "Day 4 in a row", or "4 days in a row, and today is still open."; `None` where there is no streak to speak of.
    pub(crate) fn finish_streak(self, outcome: Outcome) -> Option<String> {
        match (outcome.counts(), outcome.streak) {
            (true, 2..) => Some(self.finish_streak_day(outcome.streak)),
            (false, 2..) if outcome.day == DayCount::NotYet => Some(self.finish_streak_open(outcome.streak)),
            _ => None,
        }
    }

    /// "all 8 exercises", "3 of 8 exercises".
    pub(crate) fn finish_exercises(self, outcome: Outcome, done: usize, planned: usize) -> String {
        if outcome.ending == Ending::Whole {
            self.finish_all_exercises(as_count(planned))
        } else {
            self.finish_some_exercises(as_count(planned), done)
        }
    }

    /// "Looser".
    pub(crate) fn feeling(self, feeling: Feeling) -> &'static str {
        match feeling {
            Feeling::Looser => self.feeling_looser(),
            Feeling::Same => self.feeling_same(),
            Feeling::Sore => self.feeling_sore(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way to end, and what the screen says: a sentence that says that the day counts stands where it does, and there alone.
    #[test]
    fn the_finish_says_what_counts_and_nothing_else() {
        let messages = Messages::english();
        let said = |ending, day, is_today, is_first, streak| {
            let outcome = Outcome { ending, day, is_today, is_first, streak };
            let words = [messages.finish_title(outcome), messages.finish_lead(outcome)].join(" | ");
            messages.finish_streak(outcome).map_or(words.clone(), |streak| format!("{words} | {streak}"))
        };
        use DayCount::{Before, Never, NotYet, Now};
        use Ending::{Early, Part, Whole};
        for (spoken, words) in [
            (
                said(Whole, Now, true, true, 1),
                "First one done! | That's the whole routine. Same time tomorrow?",
            ),
            (said(Whole, Now, true, false, 1), "Well done! | That's the whole routine."),
            (said(Whole, Now, true, false, 4), "Well done! | That's the whole routine. | Day 4 in a row"),
            (said(Whole, Now, true, false, 7), "A whole week! | That's the whole routine. | Day 7 in a row"),
            (said(Whole, Before, true, false, 7), "Well done! | That's the whole routine. | Day 7 in a row"),
            (said(Whole, Never, true, false, 0), "Well done! | That's the whole routine."),
            (
                said(Part, Now, true, false, 1),
                "Done for today | You made it a little shorter, and that's fine. Today counts.",
            ),
            (
                said(Part, NotYet, true, false, 0),
                "Good start | Hold one stretch to the end and today counts.",
            ),
            (said(Early, Now, true, false, 30), "Thirty days! | That counts for today. | Day 30 in a row"),
            (said(Early, Now, true, false, 2), "Good effort | That counts for today. | Day 2 in a row"),
            (said(Early, Now, false, false, 1), "Good effort | That counts for the day you started on."),
            (said(Early, Before, true, false, 2), "Good effort | Today counted already. | Day 2 in a row"),
            (
                said(Early, NotYet, true, false, 3),
                "Good start | Hold one stretch to the end and today counts. | 3 days in a row, and today is still open",
            ),
            (said(Early, NotYet, false, false, 0), "Good start | What you did is saved."),
            (said(Early, Never, true, true, 0), "Good start | What you did is saved."),
        ] {
            assert_eq!(spoken, words);
        }
    }
}
