//! The overview as HTML, drawn on the host by the components that draw it in the browser.

use leptos::prelude::*;
use supple_core::{Options, Plan, Routine};

use crate::screens::App;
use crate::structured_data;
use crate::text;
use crate::widget::Widget;

/// The built-in routine's name, and how long it takes: what an element shows before it has fetched anything.
#[must_use]
pub fn facade() -> (String, String) {
    let routine = Routine::hamstring();
    let plan = Plan::new(&routine, &Options::default());
    let length = format!("{} · {} exercises", text::about(plan.total_ms()), plan.exercises.len());
    (routine.name, length)
}

/// The built-in routine for search engines: a JSON-LD document on one line, which may stand in a `<script>` as it is.
#[must_use]
pub fn structured_data() -> String {
    let routine = Routine::hamstring();
    structured_data::exercise_plan(&routine, &Plan::new(&routine, &Options::default()))
}

/// The content of `<supple-routine>`'s shadow root for the built-in routine, but for its style sheet.
#[must_use]
pub fn overview() -> String {
    Owner::new().with(|| {
        let routine = Routine::hamstring();
        let lang = routine.lang.clone();
        let widget = Widget::new(routine, lang.clone());
        let view = view! {
            <div class="supple" part="routine" lang=lang>
                <div class="mounted">
                    <App widget/>
                </div>
            </div>
        };
        view.to_html()
    })
}
