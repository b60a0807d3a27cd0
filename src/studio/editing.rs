//! Changing the draft: each change can be undone, is saved at once, and is said aloud where it can't be heard otherwise.

use std::collections::BTreeSet;

use leptos::prelude::*;
use supple_core::studio::{Applied, Edit, History, ItemField, ItemKey, Place, SectionKey, Spot};

use super::field::field_id;
use super::state::{Studio, Tab};
use crate::browser::{clock, focus};
use crate::wording::as_count;

/// What an exercise of one's own has to have. Its author isn't told so before they had the time to write it.
const ASKED_FOR: [ItemField; 3] = [ItemField::Name, ItemField::Seconds, ItemField::Steps(None)];

impl Studio {
    /// Changes the draft, and saves it.
    pub(super) fn edit(self, edit: Edit) {
        self.apply(edit);
    }

    fn apply(self, edit: Edit) -> Applied {
        let now = clock::now();
        let applied = self.history.try_update(|history| history.apply(edit, now.monotonic_ms));
        let applied = applied.unwrap_or_default();
        if applied.changed {
            self.say_no_more();
            self.save();
        }
        applied
    }

    /// Takes the last step back.
    pub(super) fn undo(self) {
        if self.step(History::undo) {
            self.say(self.messages.studio_undone().to_owned());
        } else {
            self.say(self.messages.studio_nothing_to_undo().to_owned());
        }
    }

    /// Goes a step in the history, and saves what is there then. Returns whether there was a step.
    fn step(self, go: fn(&mut History) -> bool) -> bool {
        // What moves loses the focus in some browsers.
        let focused = focus::id_of_focused();
        let is_done = self.history.try_update(go) == Some(true);
        if is_done {
            self.save();
        }
        if let Some(id) = focused {
            self.focus_soon(id);
        }
        is_done
    }

    /// Does once more what was undone last.
    pub(super) fn redo(self) {
        if self.step(History::redo) {
            self.say(self.messages.studio_redone().to_owned());
        } else {
            self.say(self.messages.studio_nothing_to_redo().to_owned());
        }
    }

    /// Adds an exercise of the library at the end.
    pub(super) fn add_use(self, id: &str) {
        let applied = self.apply(Edit::AddUse { of: id.to_owned(), at: None });
        if let Some(key) = applied.added.first() {
            let count = self.with_draft_now(|draft| draft.items().count());
            self.say(self.messages.studio_added(as_count(count), self.item_name_now(*key)));
        }
    }

    /// Adds an exercise of the author's own at the end, and goes to its name.
    pub(super) fn add_own(self) {
        let applied = self.apply(Edit::AddOwn { at: None });
        if let Some(key) = applied.added.first() {
            self.fresh.update(|fresh| fresh.extend(ASKED_FOR.map(|field| Place::Item(*key, field))));
            self.tab.set(Tab::Routine);
            self.opened.update(|opened| {
                opened.insert(*key);
            });
            self.focus_soon(field_id(Place::Item(*key, ItemField::Name)));
        }
    }

    /// Adds a section at the end, and goes to its name.
    pub(super) fn add_section(self) {
        let applied = self.apply(Edit::AddSection { name: self.messages.studio_new_section().to_owned() });
        if let Some(key) = applied.section {
            self.focus_soon(format!("section-{key}-name"));
        }
    }

    /// Removes exercises. There is no question: it can be undone.
    pub(super) fn remove(self, keys: Vec<ItemKey>) {
        let said = match keys.as_slice() {
            [key] => self.messages.studio_removed_named(self.item_name_now(*key)),
            keys => self.messages.studio_removed(as_count(keys.len())),
        };
        let next = self.beside(&keys);
        if self.apply(Edit::Remove(keys)).changed {
            self.say(said);
            self.focus_soon(
                next.map_or_else(|| "studio-routine".to_owned(), |key| format!("item-{key}-whole")),
            );
        }
    }

    /// The exercise that will be where those were.
    fn beside(self, keys: &[ItemKey]) -> Option<ItemKey> {
        self.with_draft_now(|draft| {
            let all: Vec<ItemKey> = draft.items().map(|item| item.key).collect();
            let first = all.iter().position(|key| keys.contains(key))?;
            let stays = |key: &&ItemKey| !keys.contains(key);
            all.iter().skip(first).find(stays).or_else(|| all.iter().rev().find(stays)).copied()
        })
    }

    /// Adds a copy of each exercise behind it.
    pub(super) fn duplicate(self, keys: Vec<ItemKey>) {
        let applied = self.apply(Edit::Duplicate(keys));
        if applied.changed {
            self.say(self.messages.studio_duplicated(as_count(applied.added.len())));
        }
    }

    /// Moves an exercise to the one before.
    pub(super) fn move_up(self, key: ItemKey) {
        self.move_by(key, Edit::MoveUp(key), "up");
    }

    /// Moves an exercise to the one behind.
    pub(super) fn move_down(self, key: ItemKey) {
        self.move_by(key, Edit::MoveDown(key), "down");
    }

    fn move_by(self, key: ItemKey, edit: Edit, button: &str) {
        // What moves loses the focus in some browsers.
        let id = focus::id_of_focused().unwrap_or_else(|| format!("item-{key}-{button}"));
        if self.apply(edit).changed {
            self.say_place(key);
        } else {
            self.say(self.messages.studio_no_further().to_owned());
        }
        self.focus_soon(id);
    }

    /// Moves an exercise to where it was dragged.
    pub(super) fn move_item(self, item: ItemKey, to: Spot) {
        if self.apply(Edit::Move { item, to }).changed {
            self.say_place(item);
        }
    }

    /// "Cat-cow, now 2 of 5".
    fn say_place(self, key: ItemKey) {
        let place = self.with_draft_now(|draft| {
            let index = draft.items().position(|item| item.key == key)?;
            Some((index + 1, draft.items().count()))
        });
        if let Some((place, count)) = place {
            self.say(self.messages.studio_moved(count, self.item_name_now(key), place));
        }
    }

    /// Moves a section by some places.
    pub(super) fn move_section(self, section: SectionKey, by: isize) {
        let from = self.with_draft_now(|draft| draft.sections.iter().position(|it| it.key == section));
        let Some(to) = from.and_then(|from| from.checked_add_signed(by)) else { return };
        if self.apply(Edit::MoveSection { section, to }).changed {
            let (name, count) = self.with_draft_now(|draft| {
                let name = draft.section(section).map(|section| section.name.clone());
                (name.unwrap_or_default(), draft.sections.len())
            });
            self.say(self.messages.studio_moved(count, name, to + 1));
            self.focus_soon(format!("section-{section}-name"));
        }
    }

    /// Moves a section to where it was dragged.
    pub(super) fn drop_section(self, section: SectionKey, to: usize) {
        self.apply(Edit::MoveSection { section, to });
    }

    /// Removes a section and all that is in it.
    pub(super) fn remove_section(self, section: SectionKey) {
        let name = self.with_draft_now(|draft| draft.section(section).map(|section| section.name.clone()));
        if self.apply(Edit::RemoveSection(section)).changed {
            self.say(self.messages.studio_removed_named(name.unwrap_or_default()));
            self.focus_soon("studio-routine".to_owned());
        }
    }

    /// Selects an exercise, or no longer.
    pub(super) fn pick(self, key: ItemKey, is_picked: bool) {
        self.picked.update(|picked| {
            if is_picked {
                picked.insert(key);
            } else {
                picked.remove(&key);
            }
        });
    }

    /// Selects all exercises.
    pub(super) fn pick_all(self) {
        let all = self.with_draft_now(|draft| draft.items().map(|item| item.key).collect());
        self.picked.set(all);
    }

    /// Selects none. What did it goes with the selection, so the focus goes to the first exercise that was selected.
    pub(super) fn pick_none(self) {
        let first = untrack(move || self.picked_items().first().copied());
        self.picked.update(BTreeSet::clear);
        if let Some(key) = first {
            self.focus_soon(format!("item-{key}-whole"));
        }
    }

    /// The exercises that are selected, in their order.
    pub(super) fn picked_items(self) -> Vec<ItemKey> {
        let picked = self.picked.get();
        self.with_draft(|draft| {
            draft.items().map(|item| item.key).filter(|key| picked.contains(key)).collect()
        })
    }

    /// Opens the fields of an exercise, or closes them.
    pub(super) fn toggle_open(self, key: ItemKey) {
        self.opened.update(|opened| {
            if !opened.remove(&key) {
                opened.insert(key);
            }
        });
    }

    /// Closes the fields of an exercise, and goes back to what opened them.
    pub(super) fn close(self, key: ItemKey) {
        self.opened.update(|opened| {
            opened.remove(&key);
        });
        self.focus_soon(format!("item-{key}-edit"));
    }

    fn item_name_now(self, key: ItemKey) -> String {
        self.with_draft_now(|draft| {
            draft.item(key).map(|item| self.messages.item_name(item)).unwrap_or_default()
        })
    }
}
