//! Measuring from the fingertips to the floor.

use leptos::prelude::*;
use supple_core::{LengthUnit, Measured};

use super::form::Form;
use super::guide::{Shown, Step};
use super::scale::{Scale, first_unit};
use super::state::{ReachState, Test};
use super::tries::{Fields, TryFields};
use crate::components::radio_group::RadioGroup;

/// Steps, a unit, and three tries.
#[component]
pub(super) fn FloorForm() -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let used = reach.measurements.with_untracked(|all| first_unit(all, &reach.progress.lang()));
    let unit = RwSignal::new(used);
    let fields = TryFields::new(Signal::derive(move || Scale::Length(unit.get())));
    let save = move |()| {
        if let Some(tries) = fields.take() {
            reach.save(Measured::FingertipsToFloor { unit: unit.get_untracked(), tries });
        }
    };
    let save = Callback::new(save);
    view! {
        <Form
            test=Test::Floor
            title=messages.measure_floor()
            steps=vec![
                Step { text: messages.measure_step_before(), shown: None },
                Step { text: messages.measure_step_stand(), shown: Some(Shown::Beginning) },
                Step { text: messages.measure_step_reach(), shown: Some(Shown::Going) },
                Step { text: messages.measure_step_read(), shown: Some(Shown::There) },
                Step { text: messages.measure_step_repeat(), shown: Some(Shown::ComingBack) },
            ]
            save=Signal::stored(messages.measure_save())
            on_save=save
        >
            <RadioGroup
                legend=messages.measure_unit()
                name="measure-unit"
                choices=vec![
                    (LengthUnit::Centimetres, messages.measure_unit_cm()),
                    (LengthUnit::Inches, messages.measure_unit_inches()),
                ]
                value=unit
                on_change=move |chosen| unit.set(chosen)
            />
            <Fields fields name="floor-try" on_enter=save/>
        </Form>
    }
}
