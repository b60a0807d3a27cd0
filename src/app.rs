//! The whole widget: provides its state, and shows one screen.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::click::keep_from_page;
use crate::browser::{focus, fullscreen};
use crate::components::notices::Notices;
use crate::components::start_panel::WHOLE_ROUTINE;
use crate::screens::finish::FinishScreen;
use crate::screens::hurt_before::HurtBeforeScreen;
use crate::screens::overview::Overview;
use crate::screens::player::PlayerScreen;
use crate::screens::progress::ProgressScreen;
use crate::screens::safety::SafetyScreen;
use crate::screens::too_much::TooMuchScreen;
use crate::session_controller::SessionController;
use crate::state::{AppState, Beginning, Config, Screen};

/// One widget: what it knows, and what runs its sessions.
#[derive(Clone, Copy)]
pub(crate) struct Widget {
    pub(crate) state: AppState,
    pub(crate) session: SessionController,
}

impl Widget {
    /// Reads what is kept. Call it inside the owner that the widget's view has too.
    pub(crate) fn new(config: Config) -> Self {
        let state = AppState::new(config);
        Self { state, session: SessionController::new(state) }
    }

    /// Begins to work, once it is mounted: tells the outputs how cues are to be given, and looks for an unfinished session.
    pub(crate) fn open(self) {
        // The store may have had something to say before anybody could listen.
        self.state.show_store_notices();
        self.look_at_today();
        self.session.cues().send(None);
        self.session.look_for_unfinished();
    }

    /// Another day may have begun, or another session ended, since the overview was drawn.
    pub(crate) fn look_at_today(self) {
        if self.state.screen.get_untracked() == Screen::Overview {
            self.state.forget_other_days();
            self.state.look_up_week();
        }
    }

    /// Starts at the card of an exercise, or at the beginning.
    pub(crate) fn start(self, card: Option<&str>) {
        let exercise = match card {
            None | Some(WHOLE_ROUTINE) => Some(0),
            Some(card) => self.state.plan.with_untracked(|plan| plan.position_of(card)),
        };
        if let Some(exercise) = exercise {
            self.session.start(Beginning::At(exercise));
        }
    }

    /// Starts a session of the exercise on this card alone.
    pub(crate) fn start_only(self, card: &str) {
        if let Some(position) = self.state.routine().position_of(card) {
            self.session.start(Beginning::Only(position));
        }
    }

    /// Shows the progress, unless a session is under way.
    pub(crate) fn show_progress(self) {
        match self.state.screen.get_untracked() {
            Screen::Overview | Screen::Safety(_) | Screen::HurtBefore(_) => self.state.show(Screen::Progress),
            Screen::Finish => self.session.close(Screen::Progress),
            Screen::Player | Screen::TooMuch | Screen::Progress => {}
        }
    }

    /// Another tab changed what is stored under a key, or everything if it is `None`.
    pub(crate) fn changed_elsewhere(self, key: Option<&str>) {
        let state = self.state;
        let chosen = [&format!("options:{}", state.routine().id), "personal", "carriers"];
        let chosen = chosen.map(|kind| state.storage_key(kind));
        if key.is_none_or(|key| chosen.iter().any(|chosen| chosen == key)) {
            state.reload_options();
        }
        if key.is_none_or(|key| key.starts_with(&state.storage_key("running:"))) {
            self.session.look_for_unfinished();
        }
        if key.is_none_or(|key| key.starts_with(&state.storage_key("log:"))) {
            self.look_at_today();
        }
    }
}

/// The whole widget. The overview stays where it is under the other screens, so that a person who returns finds it as they left
/// it, down to the button they pressed.
#[component]
pub(crate) fn App(widget: Widget) -> impl IntoView {
    let Widget { state, session } = widget;
    provide_context(state);
    provide_context(session);

    // The cue outputs follow the settings and the plan. `Widget::open` has told them how both begin.
    let follow_settings = move || {
        state.cue_settings.track();
        state.plan.track();
    };
    Effect::watch(follow_settings, move |(), _, _| session.cues().send(None), false);

    let is_overview = Memo::new(move |_| state.drawn.get() == Screen::Overview);

    let screens = NodeRef::<Div>::new();
    // A session may fill the screen, and nothing else. In an article on a phone it does so from its start.
    Effect::new(move |before: Option<Screen>| {
        let screen = state.screen.get();
        if let Some(screens) = screens.get_untracked() {
            match screen {
                Screen::Player if before != Some(Screen::TooMuch) => fullscreen::fill_on_phone(&screens),
                Screen::Player | Screen::TooMuch => {}
                Screen::Overview
                | Screen::Safety(_)
                | Screen::HurtBefore(_)
                | Screen::Finish
                | Screen::Progress => {
                    fullscreen::leave(&screens);
                }
            }
        }
        screen
    });

    // An effect runs after what it depends on is drawn: hidden elements can't have the focus.
    Effect::new(move |before: Option<()>| {
        // At first, `Widget::open` looks at it.
        if is_overview.get() && before.is_some() {
            widget.look_at_today();
            if let Some(opener) = state.take_opener() {
                focus::restore(&opener);
            }
        }
    });

    // A keyed list of one: each visit of a screen is a new view, which takes the focus.
    let visit = move || [(state.visits.get(), state.drawn.get())];
    let show = |(_, screen)| match screen {
        Screen::Overview => ().into_any(),
        Screen::Safety(_) => view! { <SafetyScreen/> }.into_any(),
        Screen::HurtBefore(_) => view! { <HurtBeforeScreen/> }.into_any(),
        Screen::Player => view! { <PlayerScreen/> }.into_any(),
        Screen::TooMuch => view! { <TooMuchScreen/> }.into_any(),
        Screen::Finish => view! { <FinishScreen/> }.into_any(),
        Screen::Progress => view! { <ProgressScreen/> }.into_any(),
    };
    view! {
        <div
            class="screens"
            node_ref=screens
            on:click=move |event| keep_from_page(&event)
            on:click:capture=move |event| state.ignore_on_leaving(&event)
        >
            // The player has them where they cover nothing that is to be done.
            <Show when=move || state.drawn.get() != Screen::Player>
                <Notices/>
            </Show>
            <div class="overview" hidden=move || !is_overview.get()>
                <Overview/>
            </div>
            <For each=visit key=|(visit, _)| *visit children=show/>
        </div>
    }
}
