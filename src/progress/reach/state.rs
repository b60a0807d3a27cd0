//! What the panel about the person's reach knows. Its components find it in the context.

use leptos::html::Button;
use leptos::prelude::*;
use supple_core::{Measured, Measurement, MeasurementKind, Measurements};

use super::scale::Scale;
use crate::browser::{clock, dates, focus, id};
use crate::messages::Messages;
use crate::progress::state::ProgressState;

/// What can be measured, each in a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Test {
    /// Fingertips to floor.
    Floor,
    /// Straight leg raise.
    LegRaise,
}

/// Something to read, which takes the focus: the button that led here may be gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct News {
    /// Each has another one, so that the same text is heard again.
    pub(super) number: u32,
    /// What it says.
    pub(super) text: String,
    /// The id of a measurement that was deleted and can be restored.
    pub(super) undo: Option<String>,
}

/// Handles to what the panel knows.
#[derive(Clone, Copy)]
pub(super) struct ReachState {
    /// The screen's state.
    pub(super) progress: ProgressState,
    /// The texts of the interface.
    pub(super) messages: Messages,
    /// All that is measured, without what is deleted.
    pub(super) measurements: Memo<Measurements>,
    /// Which form is open.
    pub(super) open: RwSignal<Option<Test>>,
    /// What there is to say.
    pub(super) news: RwSignal<Option<News>>,
    floor_button: NodeRef<Button>,
    leg_raise_button: NodeRef<Button>,
    changes: RwSignal<u32>,
}

impl ReachState {
    /// Reads the measurements, and reads them again whenever the log is: a backup may have brought some.
    pub(super) fn new(progress: ProgressState) -> Self {
        let changes = RwSignal::new(0);
        let measurements = Memo::new(move |_| {
            progress.log.track();
            changes.track();
            progress.with_store(|store, now_ms| store.measurements(now_ms))
        });
        Self {
            progress,
            messages: progress.messages,
            measurements,
            open: RwSignal::new(None),
            news: RwSignal::new(None),
            floor_button: NodeRef::new(),
            leg_raise_button: NodeRef::new(),
            changes,
        }
    }

    /// The button that opens a form.
    pub(super) fn button(self, test: Test) -> NodeRef<Button> {
        match test {
            Test::Floor => self.floor_button,
            Test::LegRaise => self.leg_raise_button,
        }
    }

    /// Closes a form without saving, and gives the focus back to the button that opened it.
    pub(super) fn cancel(self, test: Test) {
        self.open.set(None);
        if let Some(button) = self.button(test).get_untracked() {
            focus::focus_in_place(&button);
        }
    }

    /// Saves what was measured just now, closes the form, and says what it means.
    pub(super) fn save(self, measured: Measured) {
        let (kind, scale) = (measured.kind(), Scale::of(&measured));
        let mean = measured.tries().mean();
        let offset_min = clock::offset_min();
        self.progress.with_store(|store, now_ms| {
            let id = format!("{now_ms}-{}", id::random());
            store.add_measurement(Measurement { id, when_ms: now_ms, offset_min, measured }, now_ms);
        });
        self.open.set(None);
        self.changes.update(|changes| *changes += 1);
        let saved = self
            .messages
            .measure_saved(self.messages.measured_value(scale, mean), self.messages.measurement_kind(kind));
        let change = self.measurements.with_untracked(|all| all.change(kind));
        let change = change.map(|change| self.messages.measured_change(kind, scale, change));
        self.tell(change.map_or(saved.clone(), |change| format!("{saved} {change}")), None);
    }

    /// Deletes the last measurement of a kind. It can be restored.
    pub(super) fn delete_last(self, kind: MeasurementKind) {
        let last = self.measurements.with_untracked(|all| all.of_kind(kind).next_back().cloned());
        let Some(last) = last else { return };
        self.progress.with_store(|store, now_ms| store.delete_measurement(&last.id, now_ms));
        self.changes.update(|changes| *changes += 1);
        let value = self.messages.measured_value(Scale::of(&last.measured), last.mean());
        let day = dates::date(last.day(), &self.progress.lang());
        self.tell(self.messages.measure_deleted(day, value), Some(last.id));
    }

    /// Takes a deletion back.
    pub(super) fn restore(self, id: &str) {
        self.progress.with_store(|store, now_ms| store.restore_measurement(id, now_ms));
        self.changes.update(|changes| *changes += 1);
        self.tell(self.messages.measure_restored().to_owned(), None);
    }

    fn tell(self, text: String, undo: Option<String>) {
        self.news.update(|news| {
            let number = news.as_ref().map_or(0, |news| news.number) + 1;
            *news = Some(News { number, text, undo });
        });
    }
}
