//! How to measure, step by step: in words that one reads, or led through them by a figure that moves and by what a session
//! would be heard with.

use gloo_timers::callback::Timeout;
use leptos::html::Div;
use leptos::prelude::*;
use supple_core::speech_ms;

use super::state::{ReachState, Test};

/// Something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    /// What to do.
    pub(super) text: &'static str,
    /// How the figure shows it; `None` for advice that nobody has to be led through.
    pub(super) shown: Option<Shown>,
}

/// What the figure does meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// It stands, or lies, where one begins.
    Beginning,
    /// It goes as far as it can.
    Going,
    /// It stays there.
    There,
    /// It comes back.
    ComingBack,
}

impl Shown {
    /// The phase of a session in which a figure does that, as `<supple-figure>` has it.
    fn phase(self) -> &'static str {
        match self {
            Self::Beginning => "prepare right paused",
            Self::Going => "prepare right",
            Self::There => "hold right",
            Self::ComingBack => "recover right",
        }
    }

    /// How long people have for it once they were told, in milliseconds.
    fn time_ms(self) -> u64 {
        match self {
            Self::Beginning => 5_000,
            Self::Going => 7_000,
            Self::There => 10_000,
            Self::ComingBack => 4_000,
        }
    }
}

/// The name of a test's figure in `library/measuring.json`.
fn figure(test: Test) -> &'static str {
    match test {
        Test::Floor => "fingertips-to-floor",
        Test::LegRaise => "straight-leg-raise",
    }
}

/// Handles to being led through the steps.
#[derive(Clone, Copy)]
struct Guide {
    reach: ReachState,
    steps: StoredValue<Vec<Step>>,
    /// The step, by its index; `None` while nobody is led.
    at: RwSignal<Option<usize>>,
    wake: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Guide {
    /// Goes to the first step at this index or after it that can be led through, says it, and goes on when it is done.
    fn go_to(self, index: usize) {
        let step = self.steps.with_value(|steps| {
            let mut rest = steps.iter().copied().enumerate().skip(index);
            rest.find_map(|(index, step)| Some((index, step.text, step.shown?)))
        });
        self.at.set(step.map(|(index, ..)| index));
        let wake = step.map(|(index, text, shown)| {
            let speech_ms = speech_ms(text, 100);
            self.reach.progress.say(text, speech_ms);
            let done_ms = u32::try_from(speech_ms + shown.time_ms()).unwrap_or(u32::MAX);
            Timeout::new(done_ms, move || self.go_to(index + 1))
        });
        self.wake.set_value(wake);
    }

    fn stop(self) {
        self.wake.set_value(None);
        self.at.set(None);
    }

    fn shown(self) -> Option<Shown> {
        let at = self.at.get()?;
        self.steps.with_value(|steps| steps.get(at).and_then(|step| step.shown))
    }
}

/// The figure, the steps, and a button to be led through them.
#[component]
pub(super) fn Steps(test: Test, steps: Vec<Step>) -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let guide = Guide {
        reach,
        steps: StoredValue::new(steps.clone()),
        at: RwSignal::new(None),
        wake: StoredValue::new_local(None),
    };
    let place = NodeRef::<Div>::new();
    place.on_load(move |place| reach.progress.show_figures(&place));
    let shows = move || match guide.shown() {
        Some(shown) => format!("{} {}", figure(test), shown.phase()),
        None => figure(test).to_owned(),
    };
    let item = move |(index, Step { text, .. }): (usize, Step)| {
        view! {
            <li aria-current=move || (guide.at.get() == Some(index)).then_some("step")>{text}</li>
        }
    };
    let is_led = move || guide.at.get().is_some();
    let press = move |_| if guide.at.get_untracked().is_some() { guide.stop() } else { guide.go_to(0) };
    let now = move || {
        let at = guide.at.get()?;
        guide.steps.with_value(|steps| steps.get(at).map(|step| step.text))
    };
    view! {
        <div class="measure-guide">
            <div class="measure-figure with-figures" node_ref=place>
                <supple-figure shows=shows></supple-figure>
            </div>
            <div class="measure-steps">
                <ol class="rules">{steps.into_iter().enumerate().map(item).collect_view()}</ol>
                <button type="button" class="button" on:click=press>
                    {move || if is_led() { messages.measure_guide_stop() } else { messages.measure_guide() }}
                </button>
                <p class="visually-hidden" role="status">{now}</p>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use supple_figures::drawings;

    use super::*;

    #[test]
    fn each_test_has_a_figure() {
        let drawn = drawings(include_str!("../../../library/measuring.json"));
        for test in [Test::Floor, Test::LegRaise] {
            assert!(drawn.iter().any(|(id, _)| id == figure(test)), "{test:?}");
        }
    }
}
