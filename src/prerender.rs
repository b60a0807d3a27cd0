//! The overview as HTML, drawn at build time by the components that draw it in the browser.

use std::rc::Rc;

use leptos::prelude::*;
use supple_core::{Options, Plan, Routine, Store};

use crate::app::{App, Widget};
use crate::host::NoHost;
use crate::messages::Messages;
use crate::state::Config;
use crate::structured_data;

/// The built-in routine's name, and how long it takes: what an element shows before it has fetched anything.
#[must_use]
pub fn facade() -> (String, String) {
    let routine = Routine::hamstring();
    let plan = Plan::new(&routine, &Options::default());
    (routine.name, Messages::english().length(&plan))
}

/// The built-in routine for search engines: a JSON-LD document on one line, which may stand in a `<script>` as it is.
#[must_use]
pub fn structured_data() -> String {
    let routine = Routine::hamstring();
    structured_data::exercise_plan(&routine, &Plan::new(&routine, &Options::default()))
}

/// The routine in short, for the page itself: reader modes, and whatever else sees no shadow roots. The widget has no slot
/// for it, so it is not rendered beside the overview.
#[must_use]
pub fn outline() -> String {
    let routine = Routine::hamstring();
    let plan = Plan::new(&routine, &Options::default());
    let messages = Messages::english();
    let items = plan.exercises.iter().map(|planned| {
        view! { <li>{format!("{}: {}", planned.name, messages.dose(planned))}</li> }
    });
    Owner::new().with(|| {
        view! {
            <p>{routine.summary.clone()}</p>
            <ol>{items.collect_view()}</ol>
        }
        .to_html()
    })
}

/// The content of `<supple-routine>`'s shadow root for the built-in routine, but for its style sheet.
#[must_use]
pub fn overview() -> String {
    Owner::new().with(|| {
        let routine = Routine::hamstring();
        let widget = Widget::new(Config {
            routine,
            site: None,
            first_weekday: 0,
            store: Store::in_memory(),
            host: Rc::new(NoHost),
            now_ms: 0,
        });
        widget.state.drawn_pieces.set(usize::MAX);
        let view = view! {
            <div class="supple" part="routine">
                <div class="mounted" lang=Messages::english().language()>
                    <App widget/>
                </div>
            </div>
        };
        view.to_html()
    })
}
