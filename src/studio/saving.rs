//! The drafts on the device: which of them is open, and whether it is saved.

use leptos::prelude::*;
use supple_core::StorageError;
use supple_core::studio::{
    Draft, DraftEntry, Drafts, DraftsError, DraftsFile, Edit, History, ListedDraft, Revision, StoredDraft,
};

use super::hand_over::save_file;
use super::state::{Studio, Tab};
use crate::browser::local_storage::LocalStorage;
use crate::browser::{clock, dates, events, id};
use crate::messages::Messages;
use crate::wording::as_count;

/// What became of the last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// There was none yet.
    Nothing,
    /// It is on the device.
    Yes,
    /// There is no space left.
    Full,
    /// The browser stores nothing here.
    Refused,
}

/// How the open draft is saved.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    known: RwSignal<Option<Revision>>,
    pub(super) state: RwSignal<Saved>,
    /// When the draft was changed last, in milliseconds since 1970; 0 for a new one.
    changed_ms: RwSignal<u64>,
    /// Changes whenever the list of drafts may have.
    news: RwSignal<()>,
    /// The draft that was deleted last.
    pub(super) deleted: RwSignal<Option<StoredDraft>>,
}

impl Saving {
    /// The draft that was changed last, or a new one.
    pub(super) fn open(messages: Messages) -> (History, Self) {
        let drafts = Drafts::new(&LocalStorage);
        let listed = drafts.list().unwrap_or_default();
        let last = listed.into_iter().find_map(|entry| match entry {
            DraftEntry::Readable(ListedDraft { id, .. }) => drafts.load(&id).ok().flatten(),
            DraftEntry::Unreadable { .. } => None,
        });
        let revision = last.as_ref().map(|stored| stored.revision);
        let draft = last.map_or_else(|| new_draft(messages), |stored| stored.draft);
        let saving = Self {
            known: RwSignal::new(revision),
            state: RwSignal::new(Saved::Nothing),
            changed_ms: RwSignal::new(revision.map(|revision| revision.changed_ms).unwrap_or_default()),
            news: RwSignal::new(()),
            deleted: RwSignal::new(None),
        };
        (History::new(draft), saving)
    }

    /// When the draft was changed last, as a document says it; empty for a new one.
    pub(super) fn edited(self) -> String {
        match self.changed_ms.get() {
            0 => String::new(),
            changed_ms => dates::iso_time(changed_ms),
        }
    }
}

/// A draft with nothing in it but what every routine has.
fn new_draft(messages: Messages) -> Draft {
    let mut draft = Draft::new(&format!("routine-{}", id::random()), "en", messages.studio_first_section());
    draft.apply(Edit::routine_text(supple_core::studio::RoutineField::Name, messages.studio_first_name()));
    draft.apply(Edit::SetSafety(vec![messages.studio_first_caution().to_owned()]));
    draft
}

impl Studio {
    /// Saves the draft. Where that can't be done, it stays in memory, and the person is told.
    pub(super) fn save(self) {
        let now_ms = clock::now().wall_ms;
        self.saving.changed_ms.set(now_ms);
        let outcome = self.save_over(self.saving.known.get_untracked(), now_ms);
        let outcome = match outcome {
            Err(DraftsError::ChangedElsewhere(theirs)) => {
                // Both have changed it: ours stays in sight, and theirs is one step back.
                let StoredDraft { revision, draft } = *theirs;
                self.history.update(|history| history.put_beneath(draft));
                self.say(self.messages.studio_changed_in_both().to_owned());
                self.save_over(Some(revision), now_ms)
            }
            outcome => outcome,
        };
        self.saving.state.set(match outcome {
            Ok(revision) => {
                self.saving.known.set(Some(revision));
                Saved::Yes
            }
            Err(DraftsError::Storage(StorageError::Full)) => Saved::Full,
            Err(_) => Saved::Refused,
        });
        self.saving.news.notify();
    }

    fn save_over(self, known: Option<Revision>, now_ms: u64) -> Result<Revision, DraftsError> {
        self.with_draft_now(|draft| Drafts::new(&LocalStorage).save(draft, known, now_ms))
    }

    /// Takes over what other tabs do to the open draft, for as long as the app is there.
    pub(super) fn follow_other_tabs(self) {
        let listener = events::on_storage_change(move |key| {
            self.saving.news.notify();
            let own = self.with_draft_now(|draft| Drafts::key(&draft.id));
            if key.is_none_or(|key| key == own) {
                self.take_over();
            }
        });
        let listener = StoredValue::new_local(Some(listener));
        on_cleanup(move || drop(listener.try_update_value(Option::take)));
    }

    fn take_over(self) {
        let id = self.with_draft_now(|draft| draft.id.clone());
        let Ok(Some(StoredDraft { revision, draft })) = Drafts::new(&LocalStorage).load(&id) else { return };
        self.saving.known.set(Some(revision));
        self.saving.changed_ms.set(revision.changed_ms);
        if self.with_draft_now(|ours| *ours != draft) {
            self.history.update(|history| history.take_over(draft));
            self.say(self.messages.studio_changed_elsewhere().to_owned());
        }
    }

    /// The drafts on the device, those first that were changed last.
    pub(super) fn drafts(self) -> Vec<DraftEntry> {
        self.saving.news.track();
        Drafts::new(&LocalStorage).list().unwrap_or_default()
    }

    /// Opens a draft that is on the device.
    pub(super) fn open_draft(self, id: &str) {
        match Drafts::new(&LocalStorage).load(id) {
            Ok(Some(StoredDraft { revision, draft })) => {
                self.show(draft, Some(revision), revision.changed_ms);
            }
            Ok(None) => self.say(self.messages.studio_draft_gone().to_owned()),
            Err(_) => self.say(self.messages.studio_draft_unreadable().to_owned()),
        }
    }

    /// Begins a new draft beside the others.
    pub(super) fn begin(self) {
        self.show(new_draft(self.messages), None, 0);
        self.say(self.messages.studio_begun().to_owned());
    }

    /// Begins a draft with what was read from elsewhere. It has an id of its own, unless it is one's own routine again that
    /// isn't here.
    pub(super) fn begin_with(self, mut draft: Draft, keeps_id: bool) {
        let is_taken = |id: &str| !matches!(Drafts::new(&LocalStorage).load(id), Ok(None));
        if !keeps_id || draft.id.is_empty() || is_taken(&draft.id) {
            draft.id = format!("routine-{}", id::random());
        }
        self.show(draft, None, 0);
        self.save();
    }

    fn show(self, draft: Draft, revision: Option<Revision>, changed_ms: u64) {
        self.picked.update(std::collections::BTreeSet::clear);
        self.opened.update(std::collections::BTreeSet::clear);
        self.fresh.update(std::collections::BTreeSet::clear);
        self.saving.known.set(revision);
        self.saving.changed_ms.set(changed_ms);
        self.saving.state.set(Saved::Nothing);
        self.history.set(History::new(draft));
        self.tab.set(Tab::Routine);
        self.focus_soon("studio-routine".to_owned());
    }

    /// Deletes a draft. It can be restored until another one is deleted.
    pub(super) fn delete_draft(self, id: &str) {
        match Drafts::new(&LocalStorage).remove(id) {
            Ok(stored) => {
                let name = stored.as_ref().map(|stored| stored.draft.name.clone()).unwrap_or_default();
                self.saving.deleted.set(stored);
                self.say(self.messages.studio_draft_deleted(name));
                if self.with_draft_now(|draft| draft.id == id) {
                    self.show(new_draft(self.messages), None, 0);
                }
                self.focus_soon("studio-drafts".to_owned());
            }
            Err(_) => self.say(self.messages.studio_draft_unreadable().to_owned()),
        }
        self.saving.news.notify();
    }

    /// Restores the draft that was deleted last.
    pub(super) fn restore_draft(self) {
        let Some(stored) = self.saving.deleted.get_untracked() else { return };
        match Drafts::new(&LocalStorage).restore(&stored) {
            Ok(()) => {
                self.saving.deleted.set(None);
                self.open_draft(&stored.draft.id);
                self.say(self.messages.studio_draft_restored(stored.draft.name));
            }
            Err(_) => self.say(self.messages.studio_draft_not_restored().to_owned()),
        }
        self.saving.news.notify();
    }

    /// Hands all drafts to the person as one file.
    pub(super) fn save_all_drafts(self) {
        match Drafts::new(&LocalStorage).file() {
            Ok(file) => save_file(self, format!("supple-drafts-{}.json", clock::today().iso()), file.text()),
            Err(_) => self.say(self.messages.studio_not_saved_refused().to_owned()),
        }
    }

    /// Adds the drafts of a file to those on the device. None of either is lost.
    pub(super) fn add_drafts(self, file: DraftsFile) {
        let merged = Drafts::new(&LocalStorage).merge(file);
        self.saving.news.notify();
        self.say(match merged.error {
            None => self.messages.studio_drafts_added(as_count(merged.added + merged.both)),
            Some(_) => self.messages.studio_drafts_not_added(as_count(merged.not_saved.len())),
        });
        self.take_over();
    }

    /// What the routine's file is called: after the routine, in letters that every system takes.
    pub(super) fn file_name(self) -> String {
        let name = self.with_draft(|draft| draft.name.to_lowercase());
        let words: Vec<String> = name
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let name: String = words.join("-").chars().take(40).collect();
        if name.is_empty() { "routine.json".to_owned() } else { format!("{name}.json") }
    }

    /// The routine's document as a file has it: for an editor it says how it is written.
    pub(super) fn file_text(self) -> String {
        let edited = untrack(move || self.saving.edited());
        let document = self.with_draft_now(|draft| draft.to_document(&edited));
        let mut file = serde_json::Map::new();
        let schema = format!("{}embed/v1/routine.schema.json", self.page().site());
        file.insert("$schema".to_owned(), schema.into());
        if let serde_json::Value::Object(document) = document {
            file.extend(document);
        }
        serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
    }
}
