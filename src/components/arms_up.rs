//! Somebody with both arms up, for the moments that are no exercise: something is done, or is about to begin. It belongs to no
//! routine, so that those of other authors have it too.

use leptos::prelude::*;

// Each shape has a part in braces, so that none of them becomes HTML in the module.
const FLOOR: &str = "M20 114h80";
const LIMBS: &str = "M36 14l17 34M84 14l-17 34M54 76l-8 34M66 76l8 34";
const TRUNK: &str = "M56 48h8l-1 28h-6z";

/// Says nothing that isn't said in words beside it.
#[component]
pub(crate) fn ArmsUp() -> impl IntoView {
    view! {
        <svg class="arms-up" viewBox="0 0 120 120" aria-hidden="true" focusable="false">
            <path class="floor" d={FLOOR}></path>
            <path class="limbs" d={LIMBS}></path>
            <path class="trunk" d={TRUNK}></path>
            <circle cx={60} cy="27" r="10"></circle>
        </svg>
    }
}
