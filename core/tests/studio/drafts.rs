//! Drafts as they are stored: nothing is lost.

use supple_core::StorageError;
use supple_core::studio::{
    Draft, DraftEntry, Drafts, DraftsError, DraftsFile, DraftsFileError, Edit, RoutineField, StoredDraft,
};

use crate::fake_storage::{FakeStorage, Faults};
use crate::generators::good_draft;

fn named(id: &str, name: &str) -> Draft {
    Draft { id: id.to_owned(), name: name.to_owned(), ..good_draft() }
}

fn names(drafts: &Drafts<'_>) -> Vec<(String, String)> {
    let entries = drafts.list().expect("can be read");
    let readable = entries.into_iter().filter_map(|entry| match entry {
        DraftEntry::Readable(listed) => Some((listed.id, listed.name)),
        DraftEntry::Unreadable { .. } => None,
    });
    readable.collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect()
}

#[test]
fn drafts_are_saved_side_by_side_the_last_one_first() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    drafts.save(&named("a", "Hip"), None, 10).expect("is saved");
    drafts.save(&named("b", "Back"), None, 20).expect("is saved");
    let first = drafts.load("a").expect("can be read").expect("is there");
    drafts.save(&named("a", "Hips"), Some(first.revision), 30).expect("is saved");
    assert_eq!(names(&drafts), pairs(&[("a", "Hips"), ("b", "Back")]));
    let texts = storage.texts();
    assert!(texts["supple:studio:draft:a"].starts_with("{\"version\":1,"));
}

#[test]
fn a_draft_comes_back_as_it_was_whatever_is_in_it() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    for id in ["a", "A b:c%d", "ü/../x", ""] {
        let mut draft = named(id, "<b>\u{202e}🤸</b>");
        draft.apply(Edit::routine_text(RoutineField::AuthorUrl, "javascript:alert(1)"));
        drafts.save(&draft, None, 1).expect("is saved");
        assert_eq!(drafts.load(id).expect("can be read").map(|stored| stored.draft), Some(draft));
        assert_eq!(Drafts::id_of(&Drafts::key(id)).as_deref(), Some(id));
    }
    assert_eq!(drafts.list().expect("can be read").len(), 4);
    assert_eq!(Drafts::id_of("supple:legs:options:a"), None);
}

#[test]
fn what_another_tab_has_saved_is_not_overwritten() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    let known = drafts.save(&named("a", "Hip"), None, 10).expect("is saved");
    let theirs = drafts.save(&named("a", "Theirs"), Some(known), 20).expect("is saved");
    let Err(DraftsError::ChangedElsewhere(stored)) = drafts.save(&named("a", "Mine"), Some(known), 30) else {
        panic!("was saved");
    };
    assert_eq!((stored.revision, stored.draft.name.as_str()), (theirs, "Theirs"));
    assert_eq!(names(&drafts), pairs(&[("a", "Theirs")]));
    // With what one knows now, one's own is saved.
    assert!(drafts.save(&named("a", "Mine"), Some(stored.revision), 40).is_ok());
    // A new draft doesn't overwrite another of its id either.
    assert!(matches!(drafts.save(&named("a", "New"), None, 50), Err(DraftsError::ChangedElsewhere(_))));
}

#[test]
fn two_tabs_that_save_at_once_make_two_revisions() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    let known = drafts.save(&named("a", "Hip"), None, 10).expect("is saved");
    let one = drafts.save(&named("a", "One"), Some(known), 20).expect("is saved");
    let other = FakeStorage::default();
    Drafts::new(&other).save(&named("a", "Hip"), None, 10).expect("is saved");
    let two = Drafts::new(&other).save(&named("a", "Two"), Some(known), 21).expect("is saved");
    assert_ne!(one, two);
}

#[test]
fn full_storage_is_an_error_and_what_was_stored_stays() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    let known = drafts.save(&named("a", "Hip"), None, 10).expect("is saved");
    let room = storage.texts().iter().map(|(key, text)| key.len() + text.len()).sum();
    storage.refuse(Faults { room: Some(room), ..Faults::NONE });
    let longer = named("a", &"x".repeat(1_000));
    assert_eq!(drafts.save(&longer, Some(known), 20), Err(DraftsError::Storage(StorageError::Full)));
    assert_eq!(names(&drafts), pairs(&[("a", "Hip")]));
    storage.refuse(Faults::ALL);
    assert_eq!(drafts.save(&longer, Some(known), 20), Err(DraftsError::Storage(StorageError::Unavailable)));
    assert_eq!(drafts.list(), Err(StorageError::Unavailable));
    storage.refuse(Faults::NONE);
    assert!(drafts.save(&longer, Some(known), 30).is_ok(), "once there is space again");
}

#[test]
fn a_deleted_draft_is_restored() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    let known = drafts.save(&named("a", "Hip"), None, 10).expect("is saved");
    let deleted = drafts.remove("a").expect("can be deleted").expect("was there");
    assert_eq!(names(&drafts), []);
    assert_eq!(drafts.remove("a"), Ok(None));
    drafts.restore(&deleted).expect("is restored");
    assert_eq!(names(&drafts), pairs(&[("a", "Hip")]));
    // One that was deleted in another tab while it is written here is saved again.
    drafts.remove("a").expect("can be deleted");
    let again = drafts.save(&named("a", "Hips"), Some(known), 20).expect("is saved");
    assert!(again.count > known.count);
    assert!(matches!(drafts.restore(&deleted), Err(DraftsError::ChangedElsewhere(_))));
}

#[test]
fn what_cannot_be_read_is_listed_and_set_aside_before_anything_takes_its_place() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    storage.put("supple:studio:draft:a", "{\"version\":2,\"of\":\"tomorrow\"}");
    storage.put("supple:studio:draft:b", "{");
    let unreadable = |id: &str, newer| DraftEntry::Unreadable { key: Drafts::key(id), newer };
    assert_eq!(drafts.list(), Ok(vec![unreadable("a", true), unreadable("b", false)]));
    assert_eq!(drafts.load("a"), Err(DraftsError::Unreadable { newer: true }));
    assert_eq!(drafts.remove("b"), Err(DraftsError::Unreadable { newer: false }));
    drafts.save(&named("b", "Hip"), None, 77).expect("is saved");
    assert_eq!(storage.texts()["supple:set-aside:studio:draft:b:77"], "{");
    let file = drafts.file().expect("can be read").text();
    assert!(file.contains("tomorrow"), "{file}");
    let other = FakeStorage::default();
    Drafts::new(&other).merge(DraftsFile::read(&file).expect("can be read"));
    assert_eq!(other.texts()["supple:studio:draft:a"], storage.texts()["supple:studio:draft:a"]);
}

fn file(drafts: &[(&str, &str, u64)]) -> DraftsFile {
    let storage = FakeStorage::default();
    let all = Drafts::new(&storage);
    for (id, name, now_ms) in drafts {
        all.save(&named(id, name), None, *now_ms).expect("is saved");
    }
    let text = all.file().expect("can be read").text();
    DraftsFile::read(&text).expect("can be read")
}

#[test]
fn a_file_of_all_drafts_adds_what_is_missing_and_loses_neither_of_two() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    for (id, name, now_ms) in [("a", "Hip", 10), ("b", "Back", 30), ("c", "Same", 10)] {
        drafts.save(&named(id, name), None, now_ms).expect("is saved");
    }
    let from_elsewhere =
        [("a", "Newer hip", 20), ("b", "Older back", 20), ("c", "Same", 5), ("d", "Calf", 1)];
    for first in [true, false] {
        let merged = drafts.merge(file(&from_elsewhere));
        assert_eq!((merged.not_saved.len(), merged.error), (0, None));
        if first {
            assert_eq!((merged.added, merged.same, merged.both), (1, 1, 2));
        } else {
            assert_eq!(
                (merged.added, merged.same, merged.both),
                (0, 4, 0),
                "the same file once more changes nothing"
            );
        }
        let mut all = names(&drafts);
        all.sort();
        let expected = [
            ("a", "Newer hip"),
            ("a-2", "Hip"),
            ("b", "Back"),
            ("b-2", "Older back"),
            ("c", "Same"),
            ("d", "Calf"),
        ];
        assert_eq!(all, pairs(&expected));
    }
}

#[test]
fn what_there_is_no_space_for_is_handed_back() {
    let storage = FakeStorage::default();
    let drafts = Drafts::new(&storage);
    drafts.save(&named("a", "Hip"), None, 10).expect("is saved");
    storage.refuse(Faults { set: true, ..Faults::NONE });
    let merged = drafts.merge(file(&[("a", "Newer", 20), ("b", "Back", 20)]));
    let ids: Vec<_> = merged.not_saved.iter().map(|stored: &StoredDraft| stored.draft.id.as_str()).collect();
    assert_eq!((ids, merged.error), (vec!["a", "b"], Some(StorageError::Unavailable)));
    assert_eq!(names(&drafts), pairs(&[("a", "Hip")]));
}

#[test]
fn a_file_of_something_else_is_refused_with_the_reason() {
    assert_eq!(DraftsFile::read("x"), Err(DraftsFileError::SomethingElse));
    assert_eq!(
        DraftsFile::read("{\"supple\":\"backup\",\"version\":1}"),
        Err(DraftsFileError::SomethingElse)
    );
    assert_eq!(DraftsFile::read("{\"supple\":\"drafts\",\"version\":2}"), Err(DraftsFileError::Newer));
    assert_eq!(DraftsFile::read("{\"supple\":\"drafts\",\"version\":1}"), Err(DraftsFileError::Broken));
    for error in [DraftsFileError::SomethingElse, DraftsFileError::Newer, DraftsFileError::Broken] {
        assert!(error.to_string().ends_with('.'), "{error}");
    }
}
