//! What the forms of both tests have in common: a heading that takes the focus, steps, and two buttons.

use leptos::html::H4;
use leptos::prelude::*;

use super::guide::{Step, Steps};
use super::state::{ReachState, Test};
use crate::browser::focus;

/// A form that has just been opened.
#[component]
pub(super) fn Form(
    test: Test,
    title: &'static str,
    /// What to do, in order.
    steps: Vec<Step>,
    /// What is on the button that saves.
    #[prop(into)]
    save: Signal<&'static str>,
    /// Saves.
    #[prop(into)]
    on_save: Callback<()>,
    /// Where the values are typed.
    children: Children,
) -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let id = match test {
        Test::Floor => "measure-floor",
        Test::LegRaise => "measure-leg-raise",
    };
    let heading = NodeRef::<H4>::new();
    heading.on_load(|heading| focus::focus_in_place(&heading));
    view! {
        <div class="measure" role="group" aria-labelledby=id>
            <h4 class="news" id=id tabindex="-1" node_ref=heading>
                {title}
            </h4>
            <Steps test steps/>
            {children()}
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| on_save.run(())>
                    {move || save.get()}
                </button>
                <button type="button" class="button" on:click=move |_| reach.cancel(test)>
                    {reach.messages.measure_cancel()}
                </button>
            </div>
        </div>
    }
}
