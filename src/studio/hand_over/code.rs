//! The code: the same link for a phone's camera, on a screen or on paper.

use leptos::prelude::*;

use crate::studio::state::Studio;

/// White modules around a code, which scanners need.
const MARGIN: i64 = 4;

/// The code, or why there is none.
#[component]
pub(super) fn CodeWay() -> impl IntoView {
    let studio = expect_context::<Studio>();
    let messages = studio.messages;
    let link = studio.settled_link();
    let code = Memo::new(move |_| link.with(|link| link.as_ref().and_then(|link| studio.page().qr(link))));
    let drawn = move || {
        code.get().map(|code| {
            let size = i64::from(code.size) + 2 * MARGIN;
            view! {
                <p class={"soft"}>{messages.studio_code_text()}</p>
                <svg
                    class={"qr"}
                    role="img"
                    aria-label=messages.studio_code_label()
                    viewBox=format!("{} {} {size} {size}", -MARGIN, -MARGIN)
                >
                    <path d=code.path></path>
                </svg>
            }
        })
    };
    view! {
        <div class={"way"}>
            <h3>{messages.studio_code()}</h3>
            {drawn}
            <Show when=move || code.with(Option::is_none)>
                <p>{messages.studio_code_too_long()}</p>
            </Show>
        </div>
    }
}
