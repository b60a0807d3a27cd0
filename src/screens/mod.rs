//! One file a screen, and the switch between them.

mod finish;
mod overview;
mod player;
mod progress;
mod safety;

use leptos::html;
use leptos::prelude::*;

use crate::browser::focus;
use crate::parts::notices::Notices;
use crate::widget::{Screen, Widget};

/// The whole widget. The overview stays where it is under the other screens, so that coming back finds it as it
/// was left, down to the button that was pressed.
#[component]
pub(crate) fn App(widget: Widget) -> impl IntoView {
    let top = NodeRef::<html::Div>::new();
    let pressed = StoredValue::new_local(None::<web_sys::HtmlElement>);
    Effect::new(move |before: Option<Screen>| {
        let now = widget.screen.get();
        if let Some(before) = before.filter(|before| *before != now) {
            if before == Screen::Overview {
                pressed.set_value(top.get_untracked().and_then(|top| focus::current(&top)));
            }
            if now == Screen::Overview {
                if let Some(button) = pressed.with_value(Clone::clone) {
                    focus::give_back(&button);
                }
            } else if let Some(top) = top.get_untracked() {
                focus::show_top(&top);
            }
        }
        now
    });
    let screen = Memo::new(move |_| match widget.screen.get() {
        Screen::Safety { .. } => Screen::Safety { exercise: 0 },
        other => other,
    });
    let other_screen = move || match screen.get() {
        Screen::Overview => ().into_any(),
        Screen::Safety { .. } => view! { <safety::Safety widget/> }.into_any(),
        Screen::Player => view! { <player::Player widget/> }.into_any(),
        Screen::Finish => view! { <finish::Finish widget/> }.into_any(),
        Screen::Progress => view! { <progress::ProgressScreen widget/> }.into_any(),
    };
    view! {
        <div class="screens" node_ref=top>
            <div class="overview" hidden=move || screen.get() != Screen::Overview>
                <overview::Overview widget/>
            </div>
            {other_screen}
            <Notices widget/>
        </div>
    }
}

/// A screen over the overview: a region named by its heading, which takes the focus when it appears.
#[component]
pub(crate) fn Heading(
    /// The heading's text.
    #[prop(into)]
    text: Signal<String>,
    /// Its id in the widget.
    id: &'static str,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            focus::take(&heading);
        }
    });
    view! {
        <h2 class="heading" id=id tabindex="-1" node_ref=heading>
            {text}
        </h2>
    }
}
