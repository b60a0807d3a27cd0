//! The studio: the page on which people write routines of their own and hand them over. An app of its own beside the widget,
//! with what both have in common; nobody else loads it.

mod about_routine;
pub mod bindings;
mod bulk_bar;
mod catalogue;
mod drafts_panel;
mod editing;
mod field;
mod hand_over;
mod icon_button;
mod import_line;
mod import_panel;
mod item_editor;
mod item_row;
mod library_panel;
mod note_words;
mod own_editor;
mod preview;
mod print_sheet;
mod problem_list;
mod routine_panel;
mod saving;
mod section_part;
mod state;
mod steps_editor;
mod top_bar;
mod words;

use leptos::prelude::*;

use self::hand_over::HandOver;
use self::library_panel::LibraryPanel;
use self::preview::Preview;
use self::print_sheet::PrintSheet;
use self::routine_panel::RoutinePanel;
use self::state::Studio;
use self::top_bar::{OutcomeTabs, Toast, TopBar};
use crate::browser::studio_keys::{self, StudioKey};

/// The library, the routine, and what becomes of it; and the same on paper.
#[component]
fn StudioApp(studio: Studio) -> impl IntoView {
    provide_context(studio);
    studio.follow_other_tabs();
    let listener = studio_keys::on_press(move |key| match key {
        StudioKey::Undo => studio.undo(),
        StudioKey::Redo => studio.redo(),
        // Only what has the focus can be moved, and it has taken these.
        StudioKey::Up | StudioKey::Down => {}
    });
    let listener = StoredValue::new_local(Some(listener));
    on_cleanup(move || drop(listener.try_update_value(Option::take)));
    view! {
        <div
            class={"studio"}
            data-tab=move || studio.tab.get().name()
            data-outcome=move || studio.outcome.get().name()
        >
            <TopBar/>
            <LibraryPanel/>
            <RoutinePanel/>
            <div class={"outcome"}>
                <OutcomeTabs/>
                <Preview/>
                <HandOver/>
            </div>
        </div>
        <Toast/>
        <PrintSheet/>
    }
}
