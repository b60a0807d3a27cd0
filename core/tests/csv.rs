//! The log as a table: what stands in it, and that others read the same.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[path = "generators/mod.rs"]
mod generators;

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{
    ByHand, CSV_COLUMNS, CsvSeparator, CsvWords, Day, Discomfort, DiscomfortAnswers, DiscomfortLevel, Entry,
    Feeling, PhaseKind, SessionRecord, Side, csv, csv_cell,
};

use generators::{cases, entry, feeling};

const HEADS: [&str; CSV_COLUMNS] = [
    "Date",
    "Time",
    "Routine",
    "Exercise",
    "Id",
    "Kind",
    "Side",
    "Repeat",
    "Held (s)",
    "Planned (s)",
    "In full",
    "Too much",
    "Feeling",
    "Discomfort",
];

/// Reads a table as others do.
fn read(text: &str, separator: CsvSeparator) -> Vec<Vec<String>> {
    let delimiter = if separator == CsvSeparator::Comma { b',' } else { b';' };
    let text = text.strip_prefix('\u{feff}').expect("begins with a byte order mark");
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.expect("is a row as long as the others"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

fn table(log: &[SessionRecord], discomfort: &DiscomfortAnswers, separator: CsvSeparator) -> String {
    let words = CsvWords {
        heads: HEADS,
        routine: &|id| format!("The {id}"),
        exercise: &|id| format!("Stretch; \"{id}\", slowly"),
        word: &str::to_owned,
    };
    csv(log, discomfort, &words, separator)
}

/// Half past five in the afternoon of 18 November 2026, in Berlin.
fn session() -> SessionRecord {
    let hold = |side, held_ms, at_ms, too_much: bool| Entry {
        exercise: "anchor".to_owned(),
        kind: PhaseKind::Hold,
        side,
        repeat: 1,
        held_ms,
        planned_ms: 20_000,
        full: !too_much,
        at_ms,
        too_much,
    };
    SessionRecord {
        ended_ms: Some(1_795_019_460_000),
        feeling: Some(Feeling::Sore),
        entries: vec![hold(Side::Left, 20_000, 30_500, false), hold(Side::None, 8_999, 27_000_000, true)],
        ..SessionRecord::new("a".to_owned(), "hamstring".to_owned(), 1_795_019_400_000, 60)
    }
}

#[test]
fn each_entry_is_a_row() {
    let mut discomfort = DiscomfortAnswers::default();
    discomfort.answer("a", Discomfort::new(DiscomfortLevel::from(4), []), 1);
    let text = table(&[session()], &discomfort, CsvSeparator::Comma);
    let first = "Date,Time,Routine,Exercise,Id,Kind,Side,Repeat,Held (s),Planned (s),In full,Too much,Feeling,Discomfort";
    let rows = [
        r#"2026-11-18,17:30:30,The hamstring,"Stretch; ""anchor"", slowly",anchor,hold,left,1,20,20,yes,no,sore,4"#,
        // It ended after midnight.
        r#"2026-11-19,01:00:00,The hamstring,"Stretch; ""anchor"", slowly",anchor,hold,,1,8,20,no,yes,sore,4"#,
    ];
    assert_eq!(text, format!("\u{feff}{first}\r\n{}\r\n{}\r\n", rows[0], rows[1]));
}

#[test]
fn a_semicolon_separates_where_the_comma_marks_decimals() {
    let text = table(&[session()], &DiscomfortAnswers::default(), CsvSeparator::Semicolon);
    let row = r#"2026-11-18;17:30:30;The hamstring;"Stretch; ""anchor"", slowly";anchor;hold;left;1;20;20;yes;no;sore;"#;
    assert_eq!(text.lines().nth(1), Some(row));
}

#[test]
fn an_empty_log_is_a_table_without_rows() {
    let text = table(&[], &DiscomfortAnswers::default(), CsvSeparator::Comma);
    assert_eq!(read(&text, CsvSeparator::Comma), [HEADS]);
}

#[test]
fn no_time_is_made_up_for_a_session_that_was_added_by_hand() {
    let by_hand = ByHand { routine: "hamstring".to_owned(), day: Day(20_000), minutes: 10 };
    let record = by_hand.into_record(-300, u64::MAX, "0badcafe").expect("is a session");
    let text = table(&[record], &DiscomfortAnswers::default(), CsvSeparator::Comma);
    let rows = read(&text, CsvSeparator::Comma);
    assert_eq!(rows[1][..3], ["2024-10-04", "", "The hamstring"]);
    assert_eq!(rows[1][4..10], ["by hand", "hold", "", "1", "600", "600"]);
}

#[test]
fn what_looks_like_a_formula_is_none() {
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=", "=cmd|' /C calc'!A0"] {
        assert_eq!(csv_cell(text), format!("'{text}"));
    }
    for text in ["", "1", "a=b", " =1", "'=1", "Bow", "\u{e4}"] {
        assert_eq!(csv_cell(text), text);
    }
}

#[test]
fn ten_thousand_sessions_are_a_table_in_one_go() {
    let log: Vec<_> = (0..10_000).map(|i| SessionRecord { id: format!("{i}"), ..session() }).collect();
    let text = table(&log, &DiscomfortAnswers::default(), CsvSeparator::Comma);
    assert_eq!(text.lines().count(), 20_001);
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[-=+@\t\r\n\",;' a]{0,6}",
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn others_read_just_the_cells_that_were_written(
        heads in vec(name(), CSV_COLUMNS),
        routine in name(),
        exercise in name(),
        word in name(),
        semicolon in any::<bool>(),
        sessions in vec((name(), any::<u64>(), any::<i32>(), vec(entry(name(), any::<u16>()), 0..4), feeling()), 0..4),
    ) {
        let separator = if semicolon { CsvSeparator::Semicolon } else { CsvSeparator::Comma };
        let log: Vec<_> = sessions
            .into_iter()
            .map(|(id, started_ms, offset_min, entries, feeling)| SessionRecord {
                entries,
                feeling,
                ..SessionRecord::new(id, "r".to_owned(), started_ms, offset_min)
            })
            .collect();
        let words = CsvWords {
            heads: std::array::from_fn(|column| heads[column].as_str()),
            routine: &|_| routine.clone(),
            exercise: &|_| exercise.clone(),
            word: &|_| word.clone(),
        };
        let rows = read(&csv(&log, &DiscomfortAnswers::default(), &words, separator), separator);
        let (first, rows) = rows.split_first().expect("there are heads");
        prop_assert_eq!(first.clone(), heads.iter().map(|head| csv_cell(head)).collect::<Vec<_>>());
        let entries: Vec<_> = log.iter().flat_map(|session| session.entries.iter().map(move |it| (session, it))).collect();
        prop_assert_eq!(rows.len(), entries.len());
        for (row, (session, entry)) in rows.iter().zip(entries) {
            prop_assert_eq!(row.len(), CSV_COLUMNS);
            let cells = [&row[2], &row[3], &row[4], &row[5], &row[7], &row[8], &row[9]];
            let expected = [
                csv_cell(&routine),
                csv_cell(&exercise),
                csv_cell(&entry.exercise),
                csv_cell(&word),
                entry.repeat.to_string(),
                (entry.held_ms / 1_000).to_string(),
                (entry.planned_ms / 1_000).to_string(),
            ];
            prop_assert_eq!(cells.map(String::clone), expected);
            prop_assert_eq!(row[12].clone(), session.feeling.map(|_| csv_cell(&word)).unwrap_or_default());
            for cell in row {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
            }
        }
    }
}
