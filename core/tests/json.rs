//! Our JSON against serde_json's: the same texts are read, to the same values, and nothing brings it down.

#![allow(clippy::expect_used, clippy::panic, reason = "so a test fails")]

#[path = "generators/mod.rs"]
mod generators;

use generators::{cases, json};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use supple_core::json::{Object, Value, read};

/// The same value as serde_json would have it, if the numbers are whole.
fn as_serde(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(flag) => (*flag).into(),
        Value::Number(number) => serde_json::from_str(number).expect("is a number"),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(as_serde).collect(),
        Value::Object(Object(fields)) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), as_serde(value)));
            serde_json::Value::Object(fields.collect())
        }
    }
}

/// Whether we say of a text what serde_json says of it.
fn agree(text: &str) {
    let ours = read(text);
    match serde_json::from_str::<serde_json::Value>(text) {
        // Its numbers end where floating-point numbers end; ours are kept as they are written.
        Err(error) if error.to_string().contains("number out of range") => {}
        theirs => assert_eq!(ours.as_ref().map(as_serde).ok(), theirs.ok(), "{text}"),
    }
}

#[test]
fn what_is_json_and_what_is_not_is_told_apart() {
    for text in [
        "",
        " ",
        "null",
        " null ",
        "nul",
        "nulll",
        "NULL",
        "true",
        "false",
        "truefalse",
        "0",
        "-0",
        "-",
        "+1",
        "01",
        "1.",
        ".5",
        "1.5",
        "-1.5e3",
        "1e",
        "1e+",
        "1E-2",
        "1 2",
        "0x1",
        "NaN",
        "Infinity",
        "\"\"",
        "\"",
        "\"a",
        "'a'",
        "\"a\nb\"",
        "\"a\tb\"",
        "\"\u{7f}\"",
        "\"\\n\\t\\r\\b\\f\\/\\\\\\\"\"",
        "\"\\a\"",
        "\"\\",
        "\"\\u0041\"",
        "\"\\u004\"",
        "\"\\u+041\"",
        "\"\\u00é1\"",
        "\"\\uD83E\\uDDB5\"",
        "\"\\uD83E\"",
        "\"\\uDDB5\"",
        "\"\\uD83E\\u0041\"",
        "\"\\uD83E\\n\"",
        "\"\\uD83Ex\"",
        "\"\u{1f9b5}\"",
        "[]",
        "[ ]",
        "[1,2]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[",
        "]",
        "[1",
        "{}",
        "{ }",
        "{\"a\":1}",
        "{\"a\" : 1 , \"b\":[]}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{1:2}",
        "{",
        "{\"a\":1",
        "// a\n1",
        "1 // a",
        "\u{feff}1",
        "\u{a0}1",
        "\u{0}",
        "{\"a\":1,\"a\":2}",
        "[[[[]]]]",
        "[}",
        "{]",
    ] {
        agree(text);
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (text, said) in [
        ("", "a value is missing in line 1, column 1"),
        ("{\n  \"a\": 1\n  \"b\": 2\n}", "a comma or a closing bracket is missing in line 3, column 3"),
        ("{\n  \"é\" 1\n}", "a colon is missing in line 2, column 7"),
        ("[1, 2,]", "a value is missing in line 1, column 7"),
        ("{a: 1}", "a name in quotes is missing in line 1, column 2"),
        ("[1] 2", "there is something after the end in line 1, column 5"),
        ("[\"a\n\"]", "a text has a line break or another control character in it in line 1, column 4"),
        ("[\"\\x\"]", "an escape is not one that JSON has in line 1, column 4"),
        ("[\"a", "a text has no end in line 1, column 4"),
        ("[-]", "a digit is missing in line 1, column 3"),
    ] {
        assert_eq!(read(text).expect_err(text).to_string(), said);
    }
}

#[test]
fn brackets_without_end_are_refused_before_the_stack_is() {
    for open in ["[", "{\"a\":", "[{\"a\":["] {
        let said = read(&open.repeat(300_000)).expect_err("is too deep").to_string();
        assert!(said.starts_with("there are too many lists and objects within one another"), "{said}");
    }
    assert!(read(&format!("{}{}", "[".repeat(100), "]".repeat(100))).is_ok());
}

#[test]
fn of_a_name_that_comes_twice_the_last_value_counts() {
    let Ok(Value::Object(mut object)) = read(r#"{"a":1,"b":2,"a":3}"#) else { panic!("is an object") };
    assert_eq!(object.get("a").and_then(Value::as_u64), Some(3));
    assert_eq!(object.take("a"), Some(3_u64.into()));
    assert_eq!((object.take("a"), object.0.len()), (None, 1));
}

#[test]
fn numbers_are_whole_and_within_their_range_or_none() {
    let number = |text: &str| read(text).expect("is JSON");
    for (text, as_u64, as_i32) in [
        ("0", Some(0), Some(0)),
        ("60", Some(60), Some(60)),
        ("-60", None, Some(-60)),
        ("1.0", None, None),
        ("1e3", None, None),
        ("2147483648", Some(2_147_483_648), None),
        ("18446744073709551615", Some(u64::MAX), None),
        ("18446744073709551616", None, None),
        ("\"1\"", None, None),
    ] {
        assert_eq!((number(text).as_u64(), number(text).as_i32()), (as_u64, as_i32), "{text}");
    }
}

/// Pieces that JSON is made of, and some that it is not.
fn pieces() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\"a\"",
        "\"\\u",
        "00e9",
        "d83e",
        "null",
        "true",
        "1",
        "-",
        "0",
        ".5",
        "e2",
        " ",
        "\n",
        "é",
        "\u{1f9b5}",
        "\u{1}",
        "\"k\":",
        "{}",
        "[]",
    ]);
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn any_text_is_taken_as_serde_json_takes_it(text in prop_oneof![pieces(), any::<String>()]) {
        agree(&text);
    }

    #[test]
    fn any_value_is_read_as_it_was_written_by_either(value in json()) {
        let ours = read(&value.to_string()).expect("is JSON");
        agree(&value.to_string());
        agree(&format!("{value:#}"));
        prop_assert_eq!(ours.to_string(), value.to_string());
    }

    #[test]
    fn any_text_may_be_in_it(text in any::<String>()) {
        let value = Value::Text(text.clone());
        prop_assert_eq!(serde_json::from_str::<String>(&value.to_string()).expect("is JSON"), text);
        prop_assert_eq!(read(&value.to_string()), Ok(value));
    }
}
