//! The overview as HTML, drawn on the host by the components that draw it in the browser.

use leptos::prelude::*;
use supple_core::Routine;

use crate::screens::App;
use crate::widget::Widget;

/// The content of `<supple-routine>`'s shadow root for the built-in routine, but for its style sheet.
#[must_use]
pub fn overview() -> String {
    Owner::new().with(|| {
        let routine = Routine::hamstring();
        let lang = routine.lang.clone();
        let widget = Widget::new(routine, lang.clone());
        let view = view! {
            <div class="supple" part="routine" lang=lang>
                <div class="mounted">
                    <App widget/>
                </div>
            </div>
        };
        view.to_html()
    })
}
