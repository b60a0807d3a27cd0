//! What is written is read, and anything else is refused with a reason.

use proptest::prelude::*;
use supple_core::{Backup, BackupError, SessionRecord};

use crate::generators::{cases, hold, json, mutated};
use crate::sessions::{backup, records, session};

#[test]
fn the_file_says_what_it_is_and_holds_the_log_and_nothing_else() {
    let text = backup(vec![session(0, 1)]).into_text();
    assert_eq!(
        text,
        r#"{"app":"supple","kind":"backup","version":1,"made_ms":1795000000000,"archives":[{"entries":[["seated","hold","both",1,20000,20000,true,25000]],"shapes":[["hamstring",60,false,[0]]],"sessions":[["1795000000000-0badcafe",1795000000000,400000,0]]}]}"#
    );
    assert_eq!(Backup::read(&text), Ok(backup(vec![session(0, 1)])));
}

#[test]
fn an_empty_log_is_a_file_too() {
    assert_eq!(Backup::read(&backup(Vec::new()).into_text()), Ok(backup(Vec::new())));
}

#[test]
fn ten_thousand_sessions_are_a_file_of_less_than_a_megabyte() {
    let whole = backup((0..10_000).map(|ago| session(ago, 12)).collect());
    let text = whole.clone().into_text();
    assert!(text.len() < 1_000_000, "{} bytes", text.len());
    assert_eq!(Backup::read(&text), Ok(whole));
}

#[test]
fn other_files_are_refused() {
    for text in [
        "",
        "garbage",
        "\u{0}\u{1}\u{fffd}PNG",
        "null",
        "[]",
        "{}",
        r#"{"version":1,"sessions":[]}"#,
        r#"{"app":"supple","version":1,"made_ms":1,"archives":[]}"#,
        r#"{"app":"stretchy","kind":"backup","version":1,"made_ms":1,"archives":[]}"#,
        r#"{"app":"supple","kind":"routine","version":1,"made_ms":1,"archives":[]}"#,
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    ] {
        assert_eq!(Backup::read(text), Err(BackupError::NotABackup), "{text}");
    }
}

#[test]
fn files_of_a_newer_version_are_refused_with_any_content() {
    for rest in ["", r#","archives":7"#, r#","made_ms":1,"archives":[]"#] {
        let text = format!(r#"{{"app":"supple","kind":"backup","version":2{rest}}}"#);
        assert_eq!(Backup::read(&text), Err(BackupError::Newer), "{text}");
    }
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let text = backup(vec![session(0, 3), session(1, 2)]).into_text();
    for end in r#"{"app":"supple","kind":"backup""#.len()..text.len() {
        assert_eq!(Backup::read(&text[..end]), Err(BackupError::Damaged), "{end}");
    }
}

#[test]
fn a_file_with_anything_wrong_in_it_is_refused() {
    let text = backup(vec![session(0, 3), session(1, 2)]).into_text();
    for (was, is) in [
        (r#""version":1"#, r#""version":0"#),
        (r#""version":1"#, r#""version":"1""#),
        (r#""made_ms":1795000000000"#, r#""made_ms":-1"#),
        (r#""hold""#, r#""rest""#),
        (r#""both""#, r#""neither""#),
        ("[0,1]]", "[0,9]]"),
        (r#"cafe",1795000000000,400000"#, r#"cafe",8640000000000001,400000"#),
        (r#""sessions":"#, r#""session":"#),
        (r#""archives":["#, r#""archives":[7,"#),
    ] {
        let changed = text.replacen(was, is, 1);
        assert_ne!(changed, text, "{was}");
        assert_eq!(Backup::read(&changed), Err(BackupError::Damaged), "{is}");
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_parsed() {
    let text = format!("{}{}", backup(Vec::new()).into_text(), " ".repeat(10_000_000));
    assert_eq!(Backup::read(&text), Err(BackupError::TooLarge));
}

#[test]
fn a_few_bytes_that_unpack_to_more_than_a_browser_holds_are_refused() {
    let archive = |entries: usize, sessions: usize| {
        let row = r#"["seated","hold","both",1,20000,20000,true,25000]"#;
        let zeros = vec!["0"; entries].join(",");
        let sessions: Vec<_> = (0..sessions).map(|i| format!(r#"["{i}",1,1,0]"#)).collect();
        format!(
            r#"{{"entries":[{row}],"shapes":[["x",0,true,[{zeros}]]],"sessions":[{}]}}"#,
            sessions.join(",")
        )
    };
    let file = |archives: &[String]| {
        format!(
            r#"{{"app":"supple","kind":"backup","version":1,"made_ms":1,"archives":[{}]}}"#,
            archives.join(",")
        )
    };
    assert_eq!(Backup::read(&file(&[archive(5_001, 1)])), Err(BackupError::TooMany));
    assert_eq!(Backup::read(&file(&[archive(5_000, 201)])), Err(BackupError::TooMany));
    assert_eq!(Backup::read(&file(&[archive(1, 30_001)])), Err(BackupError::TooMany));
    assert_eq!(Backup::read(&file(&[archive(1, 20_000), archive(1, 10_001)])), Err(BackupError::TooMany));
    assert_eq!(Backup::read(&format!("[{}0]", "0,".repeat(3_000_001))), Err(BackupError::TooMany));
    let most = Backup::read(&file(&[archive(2, 30_000)])).expect("is as much as may be");
    assert_eq!(most.sessions.len(), 30_000);
}

fn valid_file() -> serde_json::Value {
    let text = backup(vec![session(0, 3), session(1, 2), session(2, 3)]).into_text();
    serde_json::from_str(&text).expect("is JSON")
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_log_is_read_as_it_was_written(records in records(), made_ms in any::<u64>()) {
        let backup = Backup { made_ms, ..backup(records) };
        prop_assert_eq!(Backup::read(&backup.clone().into_text()), Ok(backup));
    }

    /// A file that is almost what we wrote is read as one that we could have written, or refused.
    #[test]
    fn a_changed_file_is_read_or_refused(file in mutated(valid_file())) {
        if let Ok(read) = Backup::read(&file.to_string()) {
            prop_assert_eq!(Backup::read(&read.clone().into_text()), Ok(read));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(
        text in any::<String>(),
        value in json(),
        at in any::<prop::sample::Index>(),
        byte in any::<char>(),
    ) {
        let _ = Backup::read(&text);
        let field = |name| format!(r#"{{"app":"supple","kind":"backup","version":1,"made_ms":1,"{name}":{value}}}"#);
        for text in [value.to_string(), field("archives"), field("version"), field("made_ms")] {
            let _ = Backup::read(&text);
        }
        // A valid file with one character changed.
        let good = backup(vec![session(0, 2), SessionRecord { entries: vec![hold(7)], ..session(1, 1) }]).into_text();
        let mut changed: Vec<char> = good.chars().collect();
        let at = at.index(changed.len());
        changed[at] = byte;
        let changed: String = changed.into_iter().collect();
        if let Ok(read) = Backup::read(&changed) {
            prop_assert_eq!(Backup::read(&read.clone().into_text()), Ok(read));
        }
    }
}
