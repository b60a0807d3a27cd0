//! Typed texts become values, or a reason why not.

use proptest::prelude::*;
use supple_core::{FLOOR_MM, LengthUnit, ReadingError, read_angle, read_length};

use crate::generators::cases;

const CM: LengthUnit = LengthUnit::Centimetres;
const INCHES: LengthUnit = LengthUnit::Inches;

fn out_of_range(most: i32) -> Result<i32, ReadingError> {
    Err(ReadingError::OutOfRange { least: 0, most })
}

#[test]
fn a_comma_is_as_good_as_a_point() {
    for text in
        ["12,5", "12.5", " 12.5 ", "12,50", "012.5", "+12.5", "12.5 cm", "12,5cm", "12.5 CM", "12.5\u{a0}cm"]
    {
        assert_eq!(read_length(text, CM), Ok(125), "{text}");
    }
    for text in ["72,5", "72.5", "72.5\u{b0}", "72.5 \u{b0}"] {
        assert_eq!(read_angle(text), Ok(725), "{text}");
    }
}

#[test]
fn lengths_are_kept_in_millimetres_whatever_was_typed() {
    let read = [("0", 0), ("5", 50), (".5", 5), ("5.", 50), ("7.04", 70), ("7.05", 71), ("100", 1_000)];
    for (text, mm) in read {
        assert_eq!(read_length(text, CM), Ok(mm), "{text}");
    }
    for (text, mm) in [("0", 0), ("1", 25), ("5", 127), ("5 in", 127), ("5\"", 127), ("5″", 127), ("39", 991)]
    {
        assert_eq!(read_length(text, INCHES), Ok(mm), "{text}");
    }
}

#[test]
fn what_is_blank_is_said_to_be_blank() {
    for text in ["", " ", "\t\n", "\u{a0}"] {
        assert_eq!(read_length(text, CM), Err(ReadingError::Blank));
        assert_eq!(read_angle(text), Err(ReadingError::Blank));
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let texts = [
        "abc",
        "-",
        "+",
        ",",
        ".",
        "cm",
        "1,2,3",
        "1.234,5",
        "1e3",
        "0x10",
        "1/2",
        "NaN",
        "inf",
        "12 5",
        "--5",
        "5 in",
        "5 kg",
        "\u{661}\u{662}",
    ];
    for text in texts {
        assert_eq!(read_length(text, CM), Err(ReadingError::NotANumber), "{text}");
        assert_eq!(read_angle(text), Err(ReadingError::NotANumber), "{text}");
    }
}

#[test]
fn what_nobody_can_reach_is_refused_with_what_can_be() {
    for text in
        ["-5", "\u{2212}5", "\u{2013}5", "-0.01", "500", "100.1", "99999999999999999999999", "-99999999999"]
    {
        assert_eq!(read_length(text, CM), out_of_range(100), "{text}");
    }
    for text in ["-1", "40", "500"] {
        assert_eq!(read_length(text, INCHES), out_of_range(39), "{text}");
    }
    for text in ["-5", "180.1", "500"] {
        assert_eq!(read_angle(text), out_of_range(180), "{text}");
    }
    // Nothing is less than nothing.
    assert_eq!(read_length("-0", CM), Ok(0));
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn any_text_is_read_or_refused(text in "[-+\u{2212}0-9,.\"cmin \u{b0}]{0,9}|.*") {
        for unit in [CM, INCHES] {
            prop_assert!(read_length(&text, unit).is_ok_and(|mm| FLOOR_MM.contains(&mm)) || read_length(&text, unit).is_err());
        }
        let _ = read_angle(&text);
    }

    /// What is shown of a value is what was typed.
    #[test]
    fn tenths_are_shown_as_they_were_typed(tenths in 0..=390_i32, comma in any::<bool>()) {
        let text = format!("{}{}{}", tenths / 10, if comma { ',' } else { '.' }, tenths % 10);
        for unit in [CM, INCHES] {
            let mm = read_length(&text, unit).expect("is within the range");
            prop_assert_eq!(unit.tenths(mm), tenths, "{:?}", unit);
        }
        prop_assert_eq!(read_angle(&text), Ok(tenths));
    }
}
