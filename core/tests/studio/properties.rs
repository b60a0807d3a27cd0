//! What must hold for any draft, any edit, any document and any bytes.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::studio::import::{Import, import, read_text};
use supple_core::studio::{
    Draft, Drafts, DraftsFile, Edit, HISTORY_STEPS, History, Place, durations, problems,
};
use supple_core::{Library, Options, Plan, Routine};

use crate::fake_storage::FakeStorage;
use crate::generators::{draft, edit, good_draft, text};

#[path = "../generators/mod.rs"]
mod documents;
use documents::{cases, json, mutated, mutated_document};

fn parse(document: &str) -> Option<Routine> {
    Routine::parse(&Library::built_in().complete(document).ok()?).ok()
}

/// What embeds are told about a document.
fn has_problems(document: &str) -> bool {
    parse(document).is_none()
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_edits_leave_a_draft_in_which_each_thing_has_a_key_of_its_own(draft in draft()) {
        let keys: Vec<u32> =
            draft.sections.iter().flat_map(|section| {
                std::iter::once(section.key).chain(section.items.iter().map(|item| item.key))
            }).collect();
        prop_assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len());
        prop_assert_eq!(&draft.id, "of-a-person");
    }

    #[test]
    fn a_draft_its_document_and_its_draft_are_the_same(draft in draft()) {
        let document = draft.to_document("2026-11-30");
        let (again, _) = Draft::from_document(&document.to_string()).expect("is a routine");
        prop_assert_eq!(again.to_document("2026-11-30"), document);
        prop_assert_eq!(problems(&again).len(), problems(&draft).len());
    }

    #[test]
    fn a_draft_has_problems_exactly_if_its_document_has_for_those_who_embed_it(draft in draft()) {
        let found = problems(&draft);
        prop_assert_eq!(found.is_empty(), !has_problems(&draft.to_document("").to_string()), "{:?}", found);
        for problem in found {
            prop_assert!(problem.sentence.ends_with('.') && problem.sentence.len() < 500, "{:?}", problem);
            match problem.place {
                Place::Routine(_) => {}
                Place::Section(key, _) => prop_assert!(draft.section(key).is_some()),
                Place::Item(key, _) => prop_assert!(draft.item(key).is_some()),
            }
        }
    }

    #[test]
    fn the_time_a_draft_takes_is_the_plans_and_is_always_there(draft in draft()) {
        let durations = durations(&draft);
        prop_assert_eq!(durations.items.values().sum::<u64>(), durations.total_ms);
        prop_assert!(durations.items.keys().all(|key| draft.item(*key).is_some()));
        if let Some(routine) = parse(&draft.to_document("").to_string()) {
            prop_assert_eq!(durations.total_ms, Plan::new(&routine, &Options::default()).total_ms());
        }
    }

    #[test]
    fn undoing_everything_and_redoing_it_comes_to_the_same(edits in vec((edit(), 0..3_000_u64), 0..HISTORY_STEPS)) {
        let mut history = History::new(good_draft());
        let mut now_ms = 0;
        for (edit, later_ms) in edits {
            now_ms += later_ms;
            history.apply(edit, now_ms);
        }
        let last = history.draft().clone();
        while history.undo() {}
        prop_assert_eq!(history.draft(), &good_draft());
        while history.redo() {}
        prop_assert_eq!(history.draft(), &last);
    }

    #[test]
    fn a_draft_is_the_same_after_it_was_stored_and_in_a_file(draft in draft()) {
        let storage = FakeStorage::default();
        let drafts = Drafts::new(&storage);
        drafts.save(&draft, None, 1).expect("is saved");
        let stored = drafts.load(&draft.id).expect("can be read").expect("is there");
        prop_assert_eq!(&stored.draft, &draft);
        let file = DraftsFile::read(&drafts.file().expect("can be read").text()).expect("can be read");
        prop_assert_eq!(file.drafts, vec![stored]);
    }

    #[test]
    fn merging_a_file_loses_no_draft(ours in vec((0..4_u8, 0..3_u64, "[ab]{0,2}"), 0..5), theirs in vec((0..4_u8, 0..3_u64, "[ab]{0,2}"), 0..5)) {
        let all = |drafts: &Drafts<'_>| -> BTreeSet<String> {
            drafts.file().expect("can be read").drafts.into_iter().map(|stored| stored.draft.name).collect()
        };
        let fill = |list: Vec<(u8, u64, String)>| {
            let storage = FakeStorage::default();
            for (id, now_ms, name) in list {
                let draft = Draft { id: id.to_string(), name, ..good_draft() };
                // The first of several of the same id stays.
                let _saved = Drafts::new(&storage).save(&draft, None, now_ms);
            }
            storage
        };
        let (ours, theirs) = (fill(ours), fill(theirs));
        let (ours, theirs) = (Drafts::new(&ours), Drafts::new(&theirs));
        let expected: BTreeSet<String> = all(&ours).union(&all(&theirs)).cloned().collect();
        let merged = ours.merge(theirs.file().expect("can be read"));
        prop_assert_eq!(merged.error, None);
        prop_assert_eq!(all(&ours), expected);
    }

    #[test]
    fn a_valid_routine_is_the_same_after_it_was_a_draft(document in mutated_document()) {
        let document = document.to_string();
        if let (Some(routine), Ok((draft, _))) = (parse(&document), Draft::from_document(&document)) {
            prop_assert_eq!(parse(&draft.to_document("").to_string()), Some(routine));
        }
    }

    #[test]
    fn a_changed_draft_of_a_written_routine_is_the_same_after_it_was_a_draft(document in mutated(good_draft().to_document("2026-11-30"))) {
        let document = document.to_string();
        if let (Some(routine), Ok((draft, _))) = (parse(&document), Draft::from_document(&document)) {
            prop_assert_eq!(parse(&draft.to_document("").to_string()), Some(routine));
        }
    }

    #[test]
    fn no_json_makes_a_draft_panic(document in json(), sections in json()) {
        let mut document = document;
        if let Some(object) = document.as_object_mut() {
            object.insert("sections".to_owned(), sections);
        }
        if let Ok((draft, _)) = Draft::from_document(&document.to_string()) {
            problems(&draft);
            durations(&draft);
        }
        let _read = import(document.to_string().as_bytes());
    }

    #[test]
    fn no_text_makes_the_import_panic_and_what_was_understood_is_in_it(text in text()) {
        for part in read_text(&text).parts() {
            let mut before = 0;
            for span in &part.spans {
                prop_assert!(part.line.get(span.bytes.clone()).is_some() && span.bytes.start >= before, "{:?}", part);
                before = span.bytes.end;
            }
            for (bytes, gap) in part.not_understood() {
                prop_assert_eq!(part.line.get(bytes), Some(gap));
            }
        }
        let mut draft = Draft::new("new", "en", "Exercises");
        if let Ok(Import::Exercises(exercises)) = import(text.as_bytes()) {
            draft.apply(exercises.edit("Exercises"));
        }
        problems(&draft);
    }

    #[test]
    fn lines_like_those_that_people_write_are_understood_or_marked(
        words in vec(prop::sample::select(vec![
            "2", "30", "x", "×", "s", "sec", "min", "sets", "of", "reps", "each", "side", "left", "only", "hold", "for",
            "-", "–", ":", ",", "(", ")", "/", "1.5", "a", "day", "rest", "Cat and cow", "Calf stretch", "times", "\"", "é",
        ]), 0..14)
    ) {
        let line = words.join(" ");
        for part in read_text(&line).parts() {
            let mut before = 0;
            for span in &part.spans {
                prop_assert!(part.line.get(span.bytes.clone()).is_some() && span.bytes.start >= before, "{:?}", part);
                before = span.bytes.end;
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_32_kb_of_noise_make_the_import_panic(bytes in vec(any::<u8>(), 0..32_768), printable in vec(32..127_u8, 0..32_768)) {
        let _read = import(&bytes);
        let _read = import(&printable);
        let _draft = Draft::from_document(&String::from_utf8_lossy(&bytes));
        let _file = DraftsFile::read(&String::from_utf8_lossy(&printable));
    }

    #[test]
    fn one_edit_more_is_one_step(draft in draft(), edit in edit()) {
        let mut history = History::new(draft.clone());
        let applied = history.apply(edit, 0);
        prop_assert_eq!(history.can_undo(), applied.changed);
        if history.undo() {
            prop_assert_eq!(history.draft(), &draft);
        }
    }
}

#[test]
fn an_edit_of_nothing_is_no_change() {
    let mut draft = good_draft();
    assert!(!draft.apply(Edit::Import { items: Vec::new(), at: None }).changed);
    assert!(!draft.apply(Edit::AddSections(Vec::new())).changed);
}
