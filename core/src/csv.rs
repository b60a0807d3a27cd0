//! The log as a table for spreadsheets: a row for each entry.
//!
//! The text is as RFC 4180 says, in UTF-8 with a byte order mark, without which Excel takes it for something else. Cells hold
//! texts and whole numbers alone, so that it doesn't matter whether a comma or a point marks decimals.
//!
//! Quoting is that of `csv-core`, which the `csv` crate is made of: the latter makes the module of the Progress screen 17 KB
//! larger, after compression, and the former one and a half.

use csv_core::{Terminator, WriteResult, Writer, WriterBuilder};

use crate::day::local_day;
use crate::discomfort::DiscomfortAnswers;
use crate::log::{Entry, Feeling, SessionRecord};
use crate::routine::Side;

/// How many columns the table has.
pub const CSV_COLUMNS: usize = 14;

/// What separates cells. Excel expects that of the person's settings: a semicolon wherever the comma marks decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvSeparator {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
}

/// The words of a table, in the person's language, and what is known besides the log.
pub struct CsvWords<'a> {
    /// The heads of the columns, in order: date, time, routine, exercise, exercise's id, kind, side, repeat, held seconds,
    /// planned seconds, in full, too much, feeling, discomfort.
    pub heads: [&'a str; CSV_COLUMNS],
    /// The name of a routine, by its id.
    pub routine: &'a dyn Fn(&str) -> String,
    /// The name of an exercise, by its id; [`BY_HAND`](crate::BY_HAND) is one of them.
    pub exercise: &'a dyn Fn(&str) -> String,
    /// What a cell says instead of one of these words: `hold`, `move`, `left`, `right`, `both`, `yes`, `no`, `looser`,
    /// `same`, `sore`.
    pub word: &'a dyn Fn(&'static str) -> String,
}

/// The table of a log, oldest session first.
///
/// Date and time are those at which an entry ended, where the person was when the session began: `2026-11-22` and
/// `18:05:30`. The time is blank where nobody knows it, since the session was added by hand. Seconds are whole ones, of which
/// each was really held. Feeling and discomfort are those of the session, and blank where the person didn't say.
#[must_use]
pub fn csv(
    log: &[SessionRecord],
    discomfort: &DiscomfortAnswers,
    words: &CsvWords<'_>,
    separator: CsvSeparator,
) -> String {
    let mut table = Table::new(separator);
    table.row(words.heads);
    for session in log {
        let routine = (words.routine)(&session.routine);
        let feeling = session.feeling.map(|feeling| (words.word)(feeling_name(feeling))).unwrap_or_default();
        let level = discomfort.of_session(&session.id);
        let level = level.map(|said| said.level().points().to_string()).unwrap_or_default();
        for entry in &session.entries {
            let [date, time] = date_and_time(session, entry);
            let yes_or_no = |is| (words.word)(if is { "yes" } else { "no" });
            let side = match entry.side {
                Side::None => String::new(),
                Side::Left | Side::Right | Side::Both => (words.word)(entry.side.name()),
            };
            table.row([
                date.as_str(),
                &time,
                &routine,
                &(words.exercise)(&entry.exercise),
                &entry.exercise,
                &(words.word)(entry.kind.name()),
                &side,
                &entry.repeat.to_string(),
                &(entry.held_ms / 1_000).to_string(),
                &(entry.planned_ms / 1_000).to_string(),
                &yes_or_no(entry.full),
                &yes_or_no(entry.too_much),
                &feeling,
                &level,
            ]);
        }
    }
    table.into_text()
}

/// A cell that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it. Names come
/// from pages that may have written anything into them.
#[must_use]
pub fn csv_cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

fn feeling_name(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Looser => "looser",
        Feeling::Same => "same",
        Feeling::Sore => "sore",
    }
}

/// When an entry ended, by the local time of its session.
fn date_and_time(session: &SessionRecord, entry: &Entry) -> [String; 2] {
    let ended_ms = session.started_ms.saturating_add(entry.at_ms);
    if session.is_by_hand() {
        return [session.day().iso(), String::new()];
    }
    let seconds = i128::from(ended_ms / 1_000) + i128::from(session.offset_min) * 60;
    let of_day = seconds.rem_euclid(24 * 60 * 60);
    let time = format!("{:02}:{:02}:{:02}", of_day / 3_600, of_day / 60 % 60, of_day % 60);
    [local_day(ended_ms, session.offset_min).iso(), time]
}

/// Rows of cells as one text.
struct Table {
    writer: Writer,
    bytes: Vec<u8>,
}

impl Table {
    fn new(separator: CsvSeparator) -> Self {
        let delimiter = match separator {
            CsvSeparator::Comma => b',',
            CsvSeparator::Semicolon => b';',
        };
        let writer = WriterBuilder::new().delimiter(delimiter).terminator(Terminator::CRLF).build();
        Self { writer, bytes: "\u{feff}".into() }
    }

    fn row(&mut self, cells: [&str; CSV_COLUMNS]) {
        for (column, cell) in cells.into_iter().enumerate() {
            if column > 0 {
                self.write(Writer::delimiter);
            }
            let cell = csv_cell(cell);
            let mut rest = cell.as_bytes();
            self.write(|writer, output| {
                let (result, read, written) = writer.field(rest, output);
                rest = rest.get(read..).unwrap_or_default();
                (result, written)
            });
        }
        self.write(Writer::terminator);
    }

    /// Has the writer write until it is done with its input.
    fn write(&mut self, mut step: impl FnMut(&mut Writer, &mut [u8]) -> (WriteResult, usize)) {
        let mut output = [0; 256];
        loop {
            let (result, written) = step(&mut self.writer, &mut output);
            self.bytes.extend_from_slice(output.get(..written).unwrap_or_default());
            if result == WriteResult::InputEmpty {
                return;
            }
        }
    }

    fn into_text(self) -> String {
        // Always UTF-8: whole texts went in, with ASCII between them.
        String::from_utf8(self.bytes).unwrap_or_default()
    }
}
