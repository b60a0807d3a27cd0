//! The log as a table for spreadsheets.

use supple_core::{CSV_COLUMNS, CsvSeparator, CsvWords, DiscomfortAnswers, csv};

use super::log_backup::LogBackup;
use crate::browser::{clock, numbers};
use crate::messages::Messages;

impl LogBackup {
    /// Hands the log to the person as a table.
    pub(super) fn save_table(self) {
        let state = self.state();
        let log = state.with_store(supple_core::Store::log);
        if log.is_empty() {
            self.tell(state.messages.csv_empty().to_owned());
            return;
        }
        let separator =
            if numbers::has_decimal_comma() { CsvSeparator::Semicolon } else { CsvSeparator::Comma };
        let discomfort: DiscomfortAnswers = state.with_store(supple_core::Store::document);
        let (messages, names) = (state.messages, state.names());
        let words = CsvWords {
            heads: messages.csv_heads(),
            routine: &|id| names.routine(id).to_owned(),
            exercise: &|id| names.exercise(id).to_owned(),
            word: &|word| messages.csv_word(word).to_owned(),
        };
        let text = csv(&log, &discomfort, &words, separator);
        self.hand_over(format!("supple-{}.csv", clock::today().iso()), "text/csv", text);
    }
}

impl Messages {
    /// The heads of the columns.
    fn csv_heads(self) -> [&'static str; CSV_COLUMNS] {
        [
            self.csv_date(),
            self.csv_time(),
            self.csv_routine(),
            self.csv_exercise(),
            self.csv_exercise_id(),
            self.csv_kind(),
            self.csv_sides(),
            self.csv_repeat(),
            self.csv_held(),
            self.csv_planned(),
            self.csv_in_full(),
            self.csv_too_much(),
            self.csv_feeling(),
            self.csv_discomfort(),
        ]
    }

    /// What a cell says in place of a word of [`CsvWords::word`].
    fn csv_word(self, word: &'static str) -> &'static str {
        match word {
            "hold" => self.phase_hold(),
            "move" => self.phase_move(),
            "left" => self.player_left(),
            "right" => self.player_right(),
            "both" => self.csv_both(),
            "yes" => self.csv_yes(),
            "no" => self.csv_no(),
            "looser" => self.feeling_looser(),
            "same" => self.feeling_same(),
            "sore" => self.feeling_sore(),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_table_is_one_of_the_catalogue() {
        let words = ["hold", "move", "left", "right", "both", "yes", "no", "looser", "same", "sore"];
        let said = words.map(|word| Messages::english().csv_word(word));
        assert_eq!(said, ["Hold", "Move", "Left", "Right", "Both", "Yes", "No", "Looser", "Same", "Sore"]);
    }

    #[test]
    fn no_two_columns_have_the_same_head() {
        let mut heads = Messages::english().csv_heads();
        heads.sort_unstable();
        assert!(heads.windows(2).all(|pair| pair[0] != pair[1]), "{heads:?}");
    }
}
