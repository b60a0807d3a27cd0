//! Routines that a person keeps: their versions, two devices, and what a link says of itself.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use supple_core::Document;
use supple_core::sharing::{KeptRoutines, LinkError, RoutineLabel, Standing, from_fragment, to_fragment};

use crate::generators::{cases, json as any_json};

fn routine(id: &str, name: &str, edited: Option<&str>) -> String {
    let mut document = json!({ "format": 1, "id": id, "name": name, "author": { "name": "Dr Ada Wells" } });
    if let Some(edited) = edited {
        document["edited"] = json!(edited);
    }
    to_fragment(&document).expect("it is short")
}

fn names(kept: &KeptRoutines) -> Vec<&str> {
    kept.list().into_iter().map(|(_, routine)| routine.name.as_str()).collect()
}

#[test]
fn a_routine_is_kept_until_it_is_forgotten_and_can_be_kept_again() {
    let mut kept = KeptRoutines::default();
    let (hip, neck) = (routine("hip", "Hip", None), routine("neck", "Neck", None));
    assert_eq!(kept.standing(&hip), Ok(Standing::New));
    assert_eq!(kept.keep(&format!("https://example.org/#{hip}."), 10), Ok("hip".to_owned()));
    kept.keep(&neck, 20).expect("it is a link");
    assert_eq!(kept.standing(&hip), Ok(Standing::Kept));
    assert_eq!(names(&kept), ["Neck", "Hip"]);
    let first = kept.get("hip").expect("it is kept").clone();
    assert_eq!((first.author.as_deref(), first.fragment.as_str()), (Some("Dr Ada Wells"), hip.as_str()));

    kept.forget("hip", 30);
    kept.forget("unknown", 30);
    assert_eq!((names(&kept), kept.standing(&hip)), (vec!["Neck"], Ok(Standing::New)));
    kept.keep(&first.fragment, 40).expect("it is a link");
    assert_eq!(names(&kept), ["Hip", "Neck"]);
}

#[test]
fn which_of_two_versions_is_newer_is_what_its_author_says() {
    let mut kept = KeptRoutines::default();
    kept.keep(&routine("hip", "Hip", Some("2026-11-30T08:15:00Z")), 10).expect("it is a link");
    for (edited, standing) in [
        (Some("2026-11-30T08:15:01Z"), Standing::Newer),
        (Some("2026-12-01"), Standing::Newer),
        (Some("2026-11-30T04:15:01-04:00"), Standing::Newer),
        (Some("2026-11-30T10:14:59+02:00"), Standing::Older),
        (Some("2026-11-30"), Standing::Older),
        (Some("2025-12-31T23:59:59Z"), Standing::Older),
        (Some("2026-11-30T08:15:00Z"), Standing::Different),
        (Some("soon"), Standing::Different),
        (None, Standing::Different),
    ] {
        assert_eq!(kept.standing(&routine("hip", "Other hip", edited)), Ok(standing), "{edited:?}");
    }
    kept.keep(&routine("hip", "Other hip", Some("2026-12-01")), 20).expect("it is a link");
    assert_eq!(names(&kept), ["Other hip"]);
}

#[test]
fn what_is_no_routine_is_not_kept() {
    let mut kept = KeptRoutines::default();
    for document in [
        json!({}),
        json!([]),
        json!({ "id": "a" }),
        json!({ "id": " ", "name": "A" }),
        json!({ "id": 1, "name": "A" }),
    ] {
        let link = to_fragment(&document).expect("it is short");
        assert_eq!(kept.keep(&link, 10), Err(LinkError::NotALink), "{document}");
    }
    assert_eq!(kept.keep("v2-abc", 10), Err(LinkError::Newer));
    assert_eq!(kept, KeptRoutines::default());
}

#[test]
fn a_label_has_plain_texts_and_addresses_that_are_safe_to_follow() {
    let label = |document: Value| RoutineLabel::of(&document).expect("it has an id and a name");
    let plain = label(json!({
        "id": "hip", "name": "<b>Hip</b>\u{202e}\n now", "for": " Sam ", "days-per-week": 5, "edited": "2026-11-30",
        "author": { "name": "Dr Ada Wells", "url": "https://example.org/?a=b" },
    }));
    assert_eq!(plain.name, "<b>Hip</b>  now");
    assert_eq!(plain.intended_for.as_deref(), Some("Sam"));
    assert_eq!(plain.author_url.as_deref(), Some("https://example.org/?a=b"));
    assert_eq!((plain.days_per_week, plain.edited.as_deref()), (Some(5), Some("2026-11-30")));
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "https:",
        " https://a",
        "https://a b",
        "java\tscript:x",
    ] {
        let label = label(json!({ "id": "a", "name": "A", "author": { "name": "B", "url": url } }));
        assert_eq!((label.author.as_deref(), label.author_url), (Some("B"), None), "{url}");
    }
    let odd = label(
        json!({ "id": "a", "name": "x".repeat(5_000), "days-per-week": 8, "author": [], "for": {}, "edited": "é" }),
    );
    assert_eq!(odd.name.len(), 120);
    assert_eq!((odd.days_per_week, odd.author, odd.intended_for, odd.edited), (None, None, None, None));
}

/// What somebody does: keep one of a few versions, or forget.
fn device() -> impl Strategy<Value = KeptRoutines> {
    vec((0..3_usize, 0..3_usize, any::<bool>(), 1_000..1_004_u64), 0..6).prop_map(|steps| {
        let mut kept = KeptRoutines::default();
        for (id, version, keeps, now_ms) in steps {
            let id = ["a", "b", "c"][id];
            if keeps {
                let link = routine(id, &format!("Version {version}"), None);
                kept.keep(&link, now_ms).expect("it is a link");
            } else {
                kept.forget(id, now_ms);
            }
        }
        kept
    })
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn devices_come_to_the_same_whichever_is_first(a in device(), b in device(), c in device()) {
        let merge = |one: &KeptRoutines, other: &KeptRoutines| one.clone().merge(other.clone());
        prop_assert_eq!(merge(&a, &b), merge(&b, &a));
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
        prop_assert_eq!(&merge(&a, &a), &a);
        let stored = serde_json::to_string(&a).expect("it is JSON");
        prop_assert_eq!(serde_json::from_str::<KeptRoutines>(&stored).expect("it was stored"), a);
    }

    #[test]
    fn no_document_makes_a_label_panic(document in any_json()) {
        let _ = RoutineLabel::of(&document);
        if let Ok(link) = to_fragment(&document) {
            let _ = (KeptRoutines::default().keep(&link, 1), from_fragment(&link));
        }
    }
}
