//! Routines in links: there and back, worn, cut off, altered, of other versions, and far too long.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::{Compress, Compression, FlushCompress};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use supple_core::sharing::{LINK_MAX, LinkError, WeightOf, from_fragment, to_fragment, weights};

use crate::generators::{cases, json as any_json, mutated_document};

/// A routine as physiotherapists write them: eight exercises of the library, with doses of their own.
fn eight_exercises() -> Value {
    json!({
        "format": 1, "id": "sam-left-hip-7f3k", "lang": "en", "name": "Sam’s left hip", "for": "Sam, left hip",
        "author": { "name": "Dr Ada Wells" }, "days-per-week": 5, "edited": "2026-11-30T08:15:00Z",
        "safety": ["Go only as far as a gentle pull. If it hurts, stop."],
        "sections": [{ "id": "main", "name": "Stretches", "exercises": [
            { "use": "cat-cow", "seconds": 40 },
            { "use": "knee-to-chest", "seconds": 30, "repeats": 2 },
            { "use": "figure-four-lying", "seconds": 30, "repeats": 2 },
            { "use": "kneeling-hip-flexor", "seconds": 45, "repeats": 2, "sides": "left" },
            { "use": "hamstring-strap", "seconds": 30, "repeats": 3 },
            { "use": "childs-pose", "seconds": 60, "repeats": 1 },
            { "use": "standing-quad", "seconds": 30, "repeats": 1 },
            { "use": "calf-wall", "seconds": 30, "repeats": 2 },
        ] }],
    })
}

fn link() -> String {
    to_fragment(&eight_exercises()).expect("it is short")
}

/// A link of that text, made by somebody who has no dictionary.
fn link_of(text: &[u8]) -> String {
    let mut packed = Vec::with_capacity(text.len() + 100);
    let mut stream = Compress::new(Compression::best(), true);
    stream.compress_vec(text, &mut packed, FlushCompress::Finish).expect("it is memory alone");
    format!("v1-{}", URL_SAFE_NO_PAD.encode(packed))
}

#[test]
fn eight_exercises_take_about_200_characters() {
    assert!((150..=210).contains(&link().len()), "{}: {}", link().len(), link());
}

#[test]
fn a_link_that_was_sent_once_is_read_for_ever() {
    // Made by the first version. If this fails, every link that people have is broken: leave the dictionary alone.
    let sent = include_str!("first-link.txt").trim();
    assert_eq!(from_fragment(sent), Ok(eight_exercises().to_string()));
}

#[test]
fn a_link_that_others_made_needs_no_dictionary() {
    let text = eight_exercises().to_string();
    assert_eq!(from_fragment(&link_of(text.as_bytes())), Ok(text));
}

#[test]
fn worn_links_are_read() {
    let (link, document) = (link(), Ok(eight_exercises().to_string()));
    let broken = |between: &str| format!("{}{between}{}", &link[..60], &link[60..]);
    for worn in [
        format!("https://example.org/supple/routines/shared/#{link}"),
        format!("https://example.org/v2-beta/routines/shared/?fbclid=v9-x#{link}"),
        format!(" #{link}."),
        format!("<{link}>"),
        format!("({link})"),
        format!("{link}&utm_source=newsletter"),
        format!("{link}?fbclid=IwAR0"),
        format!("{link} and more words"),
        format!("{link}_"),
        broken("\n"),
        broken("=\r\n"),
        broken(" \u{ad}"),
        broken("\u{200b}"),
        broken("%0A"),
        broken("%20"),
        link.replace('-', "%2D"),
        link.replace('-', "%2d"),
        link.replacen('-', "\u{2011}", 1),
        link.replacen('-', "–", 1),
    ] {
        assert_eq!(from_fragment(&worn), document, "{worn}");
    }
}

#[test]
fn every_beginning_is_refused_or_the_same() {
    let (link, document) = (link(), eight_exercises().to_string());
    for end in 0..link.len() {
        match from_fragment(&link[..end]) {
            Ok(read) => assert_eq!(read, document, "{end}"),
            Err(LinkError::NotALink) => assert!(end < 3, "{end}"),
            Err(error) => assert_eq!(error, LinkError::CutOff, "{end}"),
        }
    }
}

#[test]
fn a_changed_letter_is_noticed() {
    let link = link();
    let document = eight_exercises().to_string();
    for at in 3..link.len() {
        for letter in ["A", "q", "_"] {
            let mut changed = link.clone();
            changed.replace_range(at..=at, letter);
            match from_fragment(&changed) {
                Ok(read) => assert_eq!(read, document, "{changed}"),
                Err(error) => assert!(
                    matches!(error, LinkError::Altered | LinkError::CutOff | LinkError::Swells),
                    "{error:?} at {at}"
                ),
            }
        }
    }
    assert_eq!(from_fragment(&link.to_lowercase()), Err(LinkError::Altered));
}

#[test]
fn what_is_newer_is_said_to_be_newer() {
    assert_eq!(from_fragment(&link().replacen("v1", "v2", 1)), Err(LinkError::Newer));
    assert_eq!(from_fragment("v99-anything"), Err(LinkError::Newer));
    let mut document = eight_exercises();
    document["format"] = json!(99);
    assert_eq!(from_fragment(&to_fragment(&document).expect("it is short")), Err(LinkError::Newer));
}

#[test]
fn what_is_no_link_is_said_to_be_none() {
    for text in
        ["", "#", "v", "v1", "progress", "v0-abc", "s1-abc", "v99999999999-x", "javascript:alert(1)", "é%é%"]
    {
        assert_eq!(from_fragment(text), Err(LinkError::NotALink), "{text}");
    }
    assert_eq!(from_fragment(&link_of(b"no JSON")), Err(LinkError::NotALink));
    assert_eq!(from_fragment(&link_of(&[0xff])), Err(LinkError::Altered));
}

#[test]
fn a_megabyte_is_refused_and_so_is_a_bomb() {
    assert_eq!(from_fragment(&format!("v1-{}", "A".repeat(1_000_000))), Err(LinkError::TooLong));
    let bomb = link_of(&vec![b' '; 40_000_000]);
    assert!(bomb.len() < LINK_MAX, "{}", bomb.len());
    assert_eq!(from_fragment(&bomb), Err(LinkError::Swells));
    assert_eq!(to_fragment(&json!("-".repeat(1_000_000))), Err(LinkError::TooLong));
}

#[test]
fn deep_nesting_is_refused() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(from_fragment(&link_of(deep.as_bytes())), Err(LinkError::NotALink));
}

#[test]
fn what_makes_a_link_long_is_said_biggest_first() {
    let mut document = eight_exercises();
    document["summary"] =
        json!("A few words that nothing else has: quiet, brave, jumping foxes, 20 of them.");
    let first = |document: &Value| weights(document).first().map(|weight| weight.of.clone());
    assert_eq!(first(&document), Some(WeightOf::Field("summary".to_owned())));

    document["sections"][0]["exercises"][3] = json!({
        "id": "own", "name": "An exercise of my own", "dose": { "kind": "move", "seconds": 30 },
        "steps": ["Words that no other exercise has: zigzag, hopscotch, kaleidoscope, marmalade.", "Then rest quietly."],
    });
    assert_eq!(first(&document), Some(WeightOf::Exercise { section: 0, exercise: 3 }));

    let weights = weights(&document);
    assert_eq!(weights.iter().filter(|weight| matches!(weight.of, WeightOf::Exercise { .. })).count(), 8);
    assert!(weights.is_sorted_by_key(|weight| std::cmp::Reverse(weight.characters)));
    let link = to_fragment(&document).expect("it is short");
    assert!(weights.iter().all(|weight| weight.characters < link.len()));
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn every_document_comes_back_as_it_was(document in prop_oneof![any_json(), mutated_document()]) {
        let newer = document.get("format").and_then(Value::as_u64).is_some_and(|format| format > 1);
        let link = to_fragment(&document).expect("it is short");
        prop_assert!(link.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"-_".contains(&letter)));
        let read = if newer { Err(LinkError::Newer) } else { Ok(document.to_string()) };
        prop_assert_eq!(from_fragment(&link), read);
    }

    #[test]
    fn no_beginning_of_a_link_is_another_routine(document in mutated_document(), end in any::<prop::sample::Index>()) {
        let link = to_fragment(&document).expect("it is short");
        if let Ok(read) = from_fragment(&link[..end.index(link.len())]) {
            prop_assert_eq!(read, document.to_string());
        }
    }

    #[test]
    fn no_changed_bytes_panic(at in any::<prop::sample::Index>(), byte: u8) {
        let mut bytes = URL_SAFE_NO_PAD.decode(&link()[3..]).expect("it is a link");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let read = from_fragment(&format!("v1-{}", URL_SAFE_NO_PAD.encode(bytes)));
        prop_assert!(read.is_err() || read == Ok(eight_exercises().to_string()));
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_noise_panics(noise in vec(any::<u8>(), 0..32_768)) {
        let letters = format!("v1-{}", URL_SAFE_NO_PAD.encode(&noise));
        prop_assert!(from_fragment(&letters).is_err());
        prop_assert!(from_fragment(&String::from_utf8_lossy(&noise)).is_err());
        // Noise that begins as a stream does.
        let begun = [link_of(b"{}").as_str(), &URL_SAFE_NO_PAD.encode(&noise)].concat();
        let _ = from_fragment(&begun);
    }
}
