//! How the person's back feels today, and what follows from it: the gentle version, or no session at all.

use leptos::prelude::*;

use crate::browser::clock;
use crate::components::radio_group::RadioGroup;
use crate::components::toggle::Toggle;
use crate::state::AppState;

/// How a back may feel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Back {
    Fine,
    Sore,
    Sharp,
}

/// The question, before a session, and what it means for it. `is_sharp` says whether there should be no session today.
#[component]
pub(crate) fn BackToday(is_sharp: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let messages = state.messages;
    let is_fine = RwSignal::new(false);
    let feeling = Signal::derive(move || match (is_sharp.get(), state.is_sore()) {
        (true, _) => Some(Back::Sharp),
        (false, true) => Some(Back::Sore),
        (false, false) => is_fine.get().then_some(Back::Fine), // nobody's answer is given for them
    });
    let answer = move |back| {
        is_sharp.set(back == Some(Back::Sharp));
        is_fine.set(back == Some(Back::Fine));
        state.set_sore(back == Some(Back::Sore));
    };
    let means = move || match feeling.get() {
        None | Some(Back::Fine) => ().into_any(),
        Some(Back::Sore) => view! { <p>{gentle_version(state)}</p> }.into_any(),
        Some(Back::Sharp) => view! {
            <p>
                <strong>{messages.back_not_today()}</strong>
                ". "
                {messages.back_not_today_text()}
            </p>
        }
        .into_any(),
    };
    view! {
        <div class="back-today">
            <RadioGroup
                legend=messages.back_question()
                name="back"
                choices=vec![
                    (Some(Back::Fine), messages.back_fine()),
                    (Some(Back::Sore), messages.back_sore()),
                    (Some(Back::Sharp), messages.back_sharp()),
                ]
                value=feeling
                on_change=answer
            />
            <div role="status">{means}</div>
        </div>
    }
}

/// The same answer later in the day, and on another one.
#[component]
pub(crate) fn SoreToggle() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <Toggle
            label=state.messages.option_sore()
            hint=gentle_version(state)
            checked=Signal::derive(move || state.is_sore())
            on_change=move |is_sore| state.set_sore(is_sore)
        />
    }
}

/// "Gentle version: Side steps, Half lunges."
fn gentle_version(state: AppState) -> String {
    let routine = state.routine();
    let easier = routine.exercises().filter_map(|exercise| exercise.easier.as_ref());
    let names: Vec<&str> = easier.map(|easier| easier.name.as_str()).collect();
    if names.is_empty() {
        state.messages.back_gentle_plain().to_owned()
    } else {
        state.messages.back_gentle(names.join(", "))
    }
}

impl AppState {
    /// Whether the person's back is sore today.
    fn is_sore(self) -> bool {
        self.options.with(|options| options.sore_on.is_some())
    }

    /// Keeps for today whether the person's back is sore.
    fn set_sore(self, is_sore: bool) {
        self.update_options(|options| options.sore_on = is_sore.then(|| clock::today().0));
    }
}
