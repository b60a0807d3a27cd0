//! Telling texts and files apart.

use supple_core::Library;
use supple_core::studio::Drafts;
use supple_core::studio::import::{ExerciseSource, Import, Refused, import};

use crate::fake_storage::FakeStorage;
use crate::generators::good_draft;

#[test]
fn each_kind_is_known_by_what_is_in_it() {
    let hips = Library::document("hips").expect("is built in");
    assert!(matches!(import(hips.as_bytes()), Ok(Import::Routine(draft, _)) if draft.id == "hips"));
    let marked = format!("\u{feff}\n{hips}");
    assert!(matches!(import(marked.as_bytes()), Ok(Import::Routine(..))));
    let storage = FakeStorage::default();
    Drafts::new(&storage).save(&good_draft(), None, 1).expect("is saved");
    let file = Drafts::new(&storage).file().expect("can be read").text();
    assert!(matches!(import(file.as_bytes()), Ok(Import::Drafts(file)) if file.drafts.len() == 1));
    let text = import("Cat and cow 30 s".as_bytes());
    assert!(matches!(text, Ok(Import::Exercises(exercises)) if exercises.source == ExerciseSource::Text));
    assert!(matches!(import(b"[ ] Cat and cow\n[ ] Cobra"), Ok(Import::Exercises(_))));
}

#[test]
fn a_link_is_one_only_if_nothing_else_is_in_the_text() {
    let code = "v1-eJyrVkpUslIyV6oFAA_-x";
    for link in [
        format!("https://example.org/routines/shared/#{code}"),
        format!("  http://localhost:8080/a/routines/shared/#{code}\n"),
        format!("#{code}"),
        code.to_owned(),
    ] {
        assert_eq!(import(link.as_bytes()), Ok(Import::Link(code.to_owned())), "{link}");
    }
    for other in [format!("See #{code}"), format!("{code}!"), "v1-".to_owned()] {
        assert!(!matches!(import(other.as_bytes()), Ok(Import::Link(_))), "{other}");
    }
}

#[test]
fn what_is_none_of_these_is_refused_with_the_reason() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec();
    let webp = b"RIFF\x10\0\0\0WEBPVP8 ".to_vec();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0".to_vec();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
    for picture in [png, jpeg, webp, heic, b"GIF89a\x01\0".to_vec(), svg] {
        assert_eq!(import(&picture), Err(Refused::Picture), "{picture:?}");
    }
    for document in [b"%PDF-1.7".to_vec(), b"PK\x03\x04\x14\0".to_vec()] {
        assert_eq!(import(&document), Err(Refused::Document));
    }
    assert_eq!(import(b" \n\t"), Err(Refused::Empty));
    assert_eq!(import(b"<!DOCTYPE html><html></html>"), Err(Refused::WebPage));
    assert_eq!(import(b"\xff\xfe\xfd"), Err(Refused::NotText));
    assert_eq!(import(b"a\0b"), Err(Refused::NotText));
    assert_eq!(import(b"{\"a\": 1}"), Err(Refused::SomethingElse));
    assert_eq!(import(b"[1, 2]"), Err(Refused::SomethingElse));
    assert!(matches!(import(b"{\"format\": 1, \"sections\": ["), Err(Refused::NotJson(_))));
    assert_eq!(import(&vec![b'a'; 5_000_001]), Err(Refused::TooLarge(5_000_001)));
    for refused in [
        Refused::Empty,
        Refused::TooLarge(9_000_000),
        Refused::Picture,
        Refused::Document,
        Refused::WebPage,
        Refused::NotText,
        Refused::NotJson("x".to_owned()),
        Refused::SomethingElse,
        Refused::TooManyLines(9_999),
    ] {
        assert!(refused.to_string().ends_with('.'), "{refused}");
    }
}

#[test]
fn a_text_that_begins_like_a_picture_is_a_text() {
    assert!(matches!(import(b"BM stretch 30 s"), Ok(Import::Exercises(_))));
}

#[test]
fn text_in_utf_16_is_read() {
    let bytes: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("Cat and cow".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(matches!(import(&bytes), Ok(Import::Exercises(exercises)) if exercises.items().len() == 1));
}

#[test]
fn a_text_of_too_many_lines_is_refused() {
    let lines = "Cat and cow\n".repeat(1_001);
    assert_eq!(import(lines.as_bytes()), Err(Refused::TooManyLines(1_001)));
    assert!(import("Cat and cow\n".repeat(1_000).as_bytes()).is_ok());
}
