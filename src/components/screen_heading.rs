//! The heading of a screen. It takes the focus when the screen appears, and brings the top of the widget into view.

use leptos::html::H2;
use leptos::prelude::*;

use crate::browser::focus;

/// The heading; its id names the screen for screen readers.
#[component]
pub(crate) fn ScreenHeading(id: &'static str, children: Children) -> impl IntoView {
    let heading = NodeRef::<H2>::new();
    heading.on_load(focus::focus_heading_soon);
    view! {
        <h2 class="heading" id=id tabindex="-1" node_ref=heading>
            {children()}
        </h2>
    }
}
