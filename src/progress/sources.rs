//! The studies behind what the Progress screen suggests.

use leptos::prelude::*;

use super::state::ProgressState;
use crate::messages::Messages;

/// A study that can be looked up.
#[derive(Clone, Copy)]
pub(super) struct StudySource {
    /// What it is called, briefly.
    name: fn(Messages) -> &'static str,
    /// Its lasting address.
    url: &'static str,
}

/// Thomas 2018: at least five days and five minutes a week.
pub(super) const DAYS_SOURCE: StudySource =
    StudySource { name: Messages::goal_source_days, url: "https://hdl.handle.net/10447/293353" };

/// Ingram 2025: the largest gains at about ten minutes a week.
pub(super) const MINUTES_SOURCE: StudySource =
    StudySource { name: Messages::goal_source_minutes, url: "https://doi.org/10.1007/s40279-024-02143-9" };

/// A link to a study.
#[component]
pub(super) fn Source(source: StudySource) -> impl IntoView {
    let messages = expect_context::<ProgressState>().messages;
    view! {
        <a href=source.url rel="noopener">
            {(source.name)(messages)}
        </a>
    }
}
