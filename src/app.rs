//! The whole widget: provides its state, and shows one screen.

use leptos::prelude::*;

use crate::browser::focus;
use crate::components::notices::Notices;
use crate::components::start_panel::WHOLE_ROUTINE;
use crate::screens::finish::FinishScreen;
use crate::screens::overview::Overview;
use crate::screens::player::PlayerScreen;
use crate::screens::progress::ProgressScreen;
use crate::screens::safety::SafetyScreen;
use crate::screens::too_much::TooMuchScreen;
use crate::session_controller::SessionController;
use crate::state::{AppState, Config, Screen};

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
        self.state.with_store(|_, _| ());
        self.session.look_for_unfinished();
    }

    /// Starts at the card of an exercise, or at the beginning.
    pub(crate) fn start(self, card: Option<&str>) {
        let exercise = match card {
            None | Some(WHOLE_ROUTINE) => Some(0),
            Some(card) => self.state.plan.with_untracked(|plan| plan.position_of(card)),
        };
        if let Some(exercise) = exercise {
            self.session.start(exercise);
        }
    }

    /// Shows the progress: from the overview, or from the end of a session.
    pub(crate) fn show_progress(self) {
        match self.state.screen.get_untracked() {
            Screen::Overview => self.state.show(Screen::Progress),
            Screen::Finish => self.session.close(Screen::Progress),
            Screen::Safety { .. } | Screen::Player | Screen::TooMuch | Screen::Progress => {}
        }
    }

    /// Another tab changed what is stored under a key, or everything if it is `None`.
    pub(crate) fn changed_elsewhere(self, key: Option<&str>) {
        let state = self.state;
        let options = state.storage_key(&format!("options:{}", state.routine().id));
        let cue_settings = state.storage_key("carriers");
        if key.is_none_or(|key| key == options || key == cue_settings) {
            state.reload_options();
        }
        if key.is_none_or(|key| key.starts_with(&state.storage_key("running:"))) {
            self.session.look_for_unfinished();
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

    // The cue outputs follow the settings and the plan, and need to hear of both before the first session.
    Effect::new(move |_| {
        state.cue_settings.track();
        state.plan.track();
        session.cues().send(None);
    });

    let screen = Memo::new(move |_| state.screen.get());
    let other_screen = move || match screen.get() {
        Screen::Overview => None,
        Screen::Safety { .. } => Some(view! { <SafetyScreen/> }.into_any()),
        Screen::Player => Some(view! { <PlayerScreen/> }.into_any()),
        Screen::TooMuch => Some(view! { <TooMuchScreen/> }.into_any()),
        Screen::Finish => Some(view! { <FinishScreen/> }.into_any()),
        Screen::Progress => Some(view! { <ProgressScreen/> }.into_any()),
    };
    let is_overview = Memo::new(move |_| screen.get() == Screen::Overview);

    // An effect runs after what it depends on is drawn: hidden elements can't have the focus.
    Effect::new(move |_| {
        if is_overview.get()
            && let Some(opener) = state.take_opener()
        {
            focus::restore(&opener);
        }
    });

    view! {
        <div class="screens">
            <Notices/>
            <div class="overview" hidden=move || !is_overview.get()>
                <Overview/>
            </div>
            {other_screen}
        </div>
    }
}
