//! What the studio knows, as signals and memos.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use serde_json::Value;
use supple_core::sharing::to_fragment;
use supple_core::studio::{
    Draft, Durations, Edit, FieldProblem, History, Item, ItemField, ItemKey, Place, durations, notes,
    problems,
};

use super::bindings::StudioPage;
use super::field::field_of;
use super::saving::Saving;
use crate::browser::{clock, dates, focus};
use crate::messages::Messages;

/// How long nobody has to change anything until what follows from it is made anew.
const SETTLES_AFTER: Duration = Duration::from_millis(500);

/// How long what was said stays, unless something else happens before.
const SAID_FOR: Duration = Duration::from_secs(10);

/// As long as that takes, a button is pressed.
const PRESS_LASTS: Duration = Duration::from_millis(300);

/// Where the page for recipients is, seen from the site.
const RECEIVING: &str = "routines/shared/#";

/// What is in sight where there is no space for everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tab {
    Library,
    Routine,
    Preview,
    HandOver,
}

impl Tab {
    pub(super) const ALL: [Self; 4] = [Self::Library, Self::Routine, Self::Preview, Self::HandOver];

    /// What becomes of the routine. On a desk one of these two is beside it.
    pub(super) const OUTCOMES: [Self; 2] = [Self::Preview, Self::HandOver];

    /// What it is called.
    pub(super) fn label(self, messages: Messages) -> &'static str {
        match self {
            Self::Library => messages.studio_library(),
            Self::Routine => messages.studio_routine(),
            Self::Preview => messages.studio_preview(),
            Self::HandOver => messages.studio_hand_over(),
        }
    }

    /// Its name in the style sheet.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Routine => "routine",
            Self::Preview => "preview",
            Self::HandOver => "hand-over",
        }
    }
}

/// Provided as context.
#[derive(Clone, Copy)]
pub(super) struct Studio {
    pub(super) messages: Messages,
    page: StoredValue<StudioPage, LocalStorage>,
    pub(super) history: RwSignal<History>,
    pub(super) saving: Saving,
    /// The exercises that are selected. Some may be gone.
    pub(super) picked: RwSignal<BTreeSet<ItemKey>>,
    /// The exercises whose fields are open.
    pub(super) opened: RwSignal<BTreeSet<ItemKey>>,
    pub(super) tab: RwSignal<Tab>,
    /// Which of [`Tab::OUTCOMES`] was in sight last.
    pub(super) outcome: Memo<Tab>,
    /// The fields of a new exercise in which nothing has to stand yet.
    pub(super) fresh: RwSignal<BTreeSet<Place>>,
    said: RwSignal<String>,
    problems: Memo<Vec<FieldProblem>>,
    durations: Memo<Durations>,
    document: Memo<Value>,
    settled: RwSignal<Value>,
    link: Memo<Option<String>>,
    settled_link: Memo<Option<String>>,
}

impl Studio {
    /// Opens the draft that was changed last, or a new one.
    pub(super) fn open(page: StudioPage) -> Self {
        let messages = Messages::english();
        let (history, saving) = Saving::open(messages);
        let history = RwSignal::new(history);
        let site = page.site();
        let problems = Memo::new(move |_| history.with(|history| problems(history.draft())));
        let durations = Memo::new(move |_| history.with(|history| durations(history.draft())));
        let document = Memo::new(move |_| {
            let edited = saving.edited();
            history.with(|history| history.draft().to_document(&edited))
        });
        let settled = RwSignal::new(document.get_untracked());
        Effect::new(move |before: Option<Option<TimeoutHandle>>| {
            if let Some(Some(before)) = before {
                before.clear();
            }
            let document = document.get();
            // The page may be gone by then.
            let settle = move || drop(settled.try_set(document));
            set_timeout_with_handle(settle, SETTLES_AFTER).ok()
        });
        let said = RwSignal::new(String::new());
        Effect::new(move |before: Option<Option<TimeoutHandle>>| {
            if let Some(Some(before)) = before {
                before.clear();
            }
            if said.with(String::is_empty) {
                return None;
            }
            set_timeout_with_handle(move || drop(said.try_set(String::new())), SAID_FOR).ok()
        });
        let link_to =
            move |document: &Value| Some(format!("{site}{RECEIVING}{}", to_fragment(document).ok()?));
        let link = {
            let link_to = link_to.clone();
            Memo::new(move |_| document.with(&link_to))
        };
        let settled_link = Memo::new(move |_| settled.with(&link_to));
        let tab = RwSignal::new(Tab::Library);
        let outcome = Memo::new(move |before: Option<&Tab>| {
            let now = tab.get();
            if Tab::OUTCOMES.contains(&now) { now } else { before.copied().unwrap_or(Tab::Preview) }
        });
        Self {
            messages,
            page: StoredValue::new_local(page),
            history,
            saving,
            picked: RwSignal::new(BTreeSet::new()),
            opened: RwSignal::new(BTreeSet::new()),
            tab,
            outcome,
            fresh: RwSignal::new(BTreeSet::new()),
            said,
            problems,
            durations,
            document,
            settled,
            link,
            settled_link,
        }
    }

    /// What the app has of the browser and of libraries.
    pub(super) fn page(self) -> StudioPage {
        self.page.get_value()
    }

    /// Reads the draft, which is tracked.
    pub(super) fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.history.with(|history| read(history.draft()))
    }

    /// Reads the draft as it is now.
    pub(super) fn with_draft_now<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.history.with_untracked(|history| read(history.draft()))
    }

    /// The document as it was when the person last paused.
    pub(super) fn settled(self) -> RwSignal<Value> {
        self.settled
    }

    /// The document as it is now: what is copied is never a word behind.
    pub(super) fn document(self) -> Memo<Value> {
        self.document
    }

    /// The link of that; `None` where no link can hold it.
    pub(super) fn link(self) -> Memo<Option<String>> {
        self.link
    }

    /// The link as it was when the person last paused, for what takes a while to draw.
    pub(super) fn settled_link(self) -> Memo<Option<String>> {
        self.settled_link
    }

    /// The routine as plain text, as of today.
    pub(super) fn notes(self) -> Memo<String> {
        Memo::new(move |_| {
            let today = dates::date(clock::today(), "en-GB");
            self.with_draft(|draft| notes(draft, &today, &self.messages))
        })
    }

    /// The routine's name.
    pub(super) fn name(self) -> String {
        self.with_draft_now(|draft| draft.name.clone())
    }

    /// Whether there is no exercise yet.
    pub(super) fn is_empty(self) -> bool {
        self.with_draft(|draft| draft.items().next().is_none())
    }

    /// How often an exercise of the library is in the routine.
    pub(super) fn uses_of(self, id: &str) -> usize {
        self.with_draft(|draft| draft.items().filter(|item| item.of() == Some(id)).count())
    }

    /// How long it takes, in words.
    pub(super) fn total(self) -> String {
        let total_ms = self.durations.with(|durations| durations.total_ms);
        self.messages.studio_total(self.messages.duration(total_ms))
    }

    /// How long one exercise takes with all of its sides and repeats, in milliseconds, where that is known.
    pub(super) fn item_ms(self, key: ItemKey) -> Option<u64> {
        self.durations.with(|durations| durations.items.get(&key).copied())
    }

    /// Whether anything isn't right yet. Nobody is told so of a routine in which there is nothing.
    pub(super) fn has_problems(self) -> bool {
        !self.is_empty() && self.problems.with(|problems| !problems.is_empty())
    }

    /// Whether the person is told of a problem: not of what is missing where they haven't been yet.
    fn is_told(self, problem: &FieldProblem) -> bool {
        !(problem.is_missing() && self.fresh.with(|fresh| fresh.contains(&field_of(problem.place))))
    }

    /// Goes to the first thing that isn't right yet, and tells of all the others, too.
    pub(super) fn go_to_first_problem(self) {
        let first = self.problems.with_untracked(|problems| problems.first().map(|problem| problem.place));
        if let Some(place) = first {
            self.fresh.update(BTreeSet::clear);
            self.go_to(place);
        }
    }

    /// Everything that the person is told isn't right yet: where, in words, and what would put it right where no field does.
    pub(super) fn problems(self) -> Vec<(Place, String, Option<Edit>)> {
        if self.is_empty() {
            return Vec::new();
        }
        let told = |problem: &FieldProblem| {
            (problem.place, self.sentence(problem), self.with_draft(|draft| draft.mend(problem)))
        };
        self.problems.with(|problems| problems.iter().filter(|it| self.is_told(it)).map(told).collect())
    }

    /// What isn't right in a field; empty where all is.
    pub(super) fn problem_at(self, place: Place) -> String {
        if self.is_empty() {
            return String::new();
        }
        let is_here =
            |problem: &&FieldProblem| field_of(problem.place) == field_of(place) && self.is_told(problem);
        self.problems.with(|problems| {
            let here = problems.iter().filter(is_here);
            here.map(|problem| self.sentence(problem)).collect::<Vec<_>>().join(" ")
        })
    }

    /// A problem in words, with the name of its field where it has one.
    fn sentence(self, problem: &FieldProblem) -> String {
        let FieldProblem { place, sentence } = problem;
        if problem.is_missing()
            && let Some(wanted) = self.messages.wanted(*place)
        {
            return wanted.to_owned();
        }
        match self.messages.field_name(*place) {
            Some(field) => format!("{field} {sentence}"),
            None => sentence.clone(),
        }
    }

    /// Whether anything of an exercise isn't right yet.
    pub(super) fn item_has_problem(self, key: ItemKey) -> bool {
        let is_here = |problem: &FieldProblem| {
            matches!(problem.place, Place::Item(item, _) if item == key) && self.is_told(problem)
        };
        self.problems.with(|problems| problems.iter().any(is_here))
    }

    /// What a problem is of, for a list of all of them; empty for the routine itself.
    pub(super) fn owner_of(self, place: Place) -> String {
        self.with_draft(|draft| match place {
            Place::Routine(_) => String::new(),
            Place::Section(key, _) => draft.section(key).map(|it| it.name.clone()).unwrap_or_default(),
            Place::Item(key, _) => {
                draft.item(key).map(|item: &Item| self.messages.item_name(item)).unwrap_or_default()
            }
        })
    }

    /// Goes to a field, and opens what it is in.
    pub(super) fn go_to(self, place: Place) {
        self.tab.set(Tab::Routine);
        if let Place::Item(key, field) = place
            && field != ItemField::Whole
        {
            self.opened.update(|opened| {
                opened.insert(key);
            });
        }
        self.focus_soon(super::field::field_id(place));
    }

    /// From now on something has to stand in a field. That is once the press is over with which the field was left: what appears
    /// below it would move what is pressed.
    pub(super) fn expect_soon(self, place: Place) {
        // The page may be gone by then.
        let expect = move || {
            let _ = self.fresh.try_update(|fresh| fresh.remove(&field_of(place)));
        };
        set_timeout(expect, PRESS_LASTS);
    }

    /// Brings a part into sight. Who asks for what becomes of the routine is told of everything that it lacks.
    pub(super) fn show_part(self, tab: Tab) {
        if Tab::OUTCOMES.contains(&tab) {
            self.fresh.update(BTreeSet::clear);
        }
        self.tab.set(tab);
    }

    /// Focuses what has this id, once it is there.
    pub(super) fn focus_soon(self, id: String) {
        focus::focus_by_id_soon(id);
    }

    /// Tells the person something, on the screen and in a screen reader.
    pub(super) fn say(self, text: String) {
        // The page may be gone by then.
        let _ = self.said.try_set(text);
    }

    /// Takes back what was said: it isn't about what has changed since.
    pub(super) fn say_no_more(self) {
        if !self.said.with_untracked(String::is_empty) {
            self.said.set(String::new());
        }
    }

    /// What the person was told last, as long as that matters.
    pub(super) fn said(self) -> String {
        self.said.get()
    }
}
