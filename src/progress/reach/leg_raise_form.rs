//! Measuring how far one straight leg is raised: with the phone on the shin, or by any other means and typed.

use leptos::prelude::*;
use supple_core::{Leg, Measured, MeasurementKind, Measurements};

use super::form::Form;
use super::guide::{Shown, Step};
use super::scale::Scale;
use super::sensor::Sensor;
use super::state::{ReachState, Test};
use super::tries::{Fields, TryFields};
use crate::components::radio_group::RadioGroup;

/// The leg to begin with: the one whose turn it is.
fn first_leg(measurements: &Measurements) -> Leg {
    let last_ms = |leg| {
        let last = measurements.of_kind(MeasurementKind::StraightLegRaise(leg)).next_back();
        last.map(|last| last.when_ms)
    };
    if last_ms(Leg::Left) <= last_ms(Leg::Right) { Leg::Left } else { Leg::Right }
}

/// Steps, a leg, the sensor, and three tries.
#[component]
pub(super) fn LegRaiseForm() -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let leg = RwSignal::new(reach.measurements.with_untracked(first_leg));
    let fields = TryFields::new(Signal::stored(Scale::Angle));
    let save = move |()| {
        if let Some(tries) = fields.take() {
            reach.save(Measured::StraightLegRaise { leg: leg.get_untracked(), tries });
        }
    };
    let save = Callback::new(save);
    let save_name = move || match leg.get() {
        Leg::Left => messages.measure_save_left(),
        Leg::Right => messages.measure_save_right(),
    };
    let band = messages.measured_value(Scale::Angle, MeasurementKind::StraightLegRaise(Leg::Left).band());
    view! {
        <Form
            test=Test::LegRaise
            title=messages.measure_leg_raise()
            steps=vec![
                Step { text: messages.measure_step_before(), shown: None },
                Step { text: messages.measure_step_lie(), shown: Some(Shown::Beginning) },
                Step { text: messages.measure_step_raise(), shown: Some(Shown::Going) },
                Step { text: messages.measure_step_angle(), shown: Some(Shown::There) },
                Step { text: messages.measure_step_repeat(), shown: Some(Shown::ComingBack) },
            ]
            save=Signal::derive(save_name)
            on_save=save
        >
            <p class="soft">{messages.measure_leg_raise_note(band)}</p>
            <RadioGroup
                legend=messages.measure_which_leg()
                name="measure-leg"
                choices=vec![(Leg::Left, messages.measure_left()), (Leg::Right, messages.measure_right())]
                value=leg
                on_change=move |chosen| leg.set(chosen)
            />
            <Sensor fields/>
            <Fields fields name="leg-try" on_enter=save/>
        </Form>
    }
}

#[cfg(test)]
mod tests {
    use supple_core::{Measurement, Tries};

    use super::*;

    #[test]
    fn the_legs_take_turns() {
        let raise = |leg, when_ms: u64| {
            let measured = Measured::StraightLegRaise { leg, tries: Tries::try_from(vec![700]).unwrap() };
            Measurement { id: when_ms.to_string(), when_ms, offset_min: 0, measured }
        };
        let first = |list: &[Measurement]| first_leg(&list.iter().cloned().collect());
        assert_eq!(first(&[]), Leg::Left);
        assert_eq!(first(&[raise(Leg::Left, 1)]), Leg::Right);
        assert_eq!(first(&[raise(Leg::Left, 1), raise(Leg::Right, 2)]), Leg::Left);
    }
}
