//! Three fields for the tries of a test, each checked where it is.

use leptos::html::Input;
use leptos::prelude::*;
use supple_core::{ReadingError, Tries};
use web_sys::KeyboardEvent;

use super::scale::{Scale, read_tries};
use super::state::ReachState;
use crate::browser::focus;

/// What is typed into the fields. A field is checked once the person has left it, and all of them before saving.
#[derive(Clone, Copy)]
pub(super) struct TryFields {
    texts: [RwSignal<String>; Tries::MAX],
    checked: [RwSignal<bool>; Tries::MAX],
    inputs: [NodeRef<Input>; Tries::MAX],
    scale: Signal<Scale>,
}

impl TryFields {
    /// Empty ones.
    pub(super) fn new(scale: Signal<Scale>) -> Self {
        Self {
            texts: std::array::from_fn(|_| RwSignal::new(String::new())),
            checked: std::array::from_fn(|_| RwSignal::new(false)),
            inputs: std::array::from_fn(|_| NodeRef::new()),
            scale,
        }
    }

    /// The mean of what is typed, as long as all of it is right. It is tracked.
    fn mean(self) -> Option<i32> {
        let texts = self.texts.map(|text| text.get());
        read_tries(&texts, self.scale.get()).ok().map(|tries| tries.mean())
    }

    /// What there is to say at a field. An empty one is wrong only where all are.
    fn error(self, field: usize) -> Option<ReadingError> {
        let texts = self.texts.map(|text| text.get());
        let is_checked = self.checked.get(field).is_some_and(|checked| checked.get());
        let error = self.scale.get().read(texts.get(field).filter(|_| is_checked)?).err()?;
        let may_be_empty = field > 0 || texts.iter().any(|text| !text.trim().is_empty());
        (error != ReadingError::Blank || !may_be_empty).then_some(error)
    }

    /// The tries, if all of them are right; else the first wrong field has the focus and says why.
    pub(super) fn take(self) -> Option<Tries> {
        for checked in self.checked {
            checked.set(true);
        }
        let texts = self.texts.map(|text| text.get_untracked());
        match read_tries(&texts, self.scale.get_untracked()) {
            Ok(tries) => Some(tries),
            Err((field, _)) => {
                if let Some(input) = self.inputs.get(field).and_then(|input| input.get_untracked()) {
                    focus::focus_in_place(&input);
                }
                None
            }
        }
    }

    /// The first empty field, counted from 0. It is tracked.
    pub(super) fn next(self) -> Option<usize> {
        self.texts.iter().position(|text| text.with(|text| text.trim().is_empty()))
    }

    /// Fills a field with what a sensor says, in tenths.
    pub(super) fn fill(self, field: usize, tenths: i32) {
        if let Some(text) = self.texts.get(field) {
            text.set(format!("{}.{}", tenths / 10, tenths % 10));
        }
    }
}

/// The fields, and the mean of what is in them.
#[component]
pub(super) fn Fields(
    fields: TryFields,
    /// Begins the ids of the fields.
    name: &'static str,
    /// Called when somebody presses Enter in a field.
    #[prop(into)]
    on_enter: Callback<()>,
) -> impl IntoView {
    let messages = expect_context::<ReachState>().messages;
    let mean = move || {
        fields.mean().map(|mean| messages.measure_mean(messages.measured_value(fields.scale.get(), mean)))
    };
    view! {
        <div class="try-fields">
            {(0..Tries::MAX).map(|field| view! { <TryField fields field name on_enter/> }).collect_view()}
        </div>
        <p class="measure-mean">{mean}</p>
    }
}

/// One of them.
#[component]
fn TryField(fields: TryFields, field: usize, name: &'static str, on_enter: Callback<()>) -> impl IntoView {
    let messages = expect_context::<ReachState>().messages;
    let (id, error_id) = (format!("{name}-{field}"), format!("{name}-{field}-error"));
    let error = Memo::new(move |_| fields.error(field));
    let text = fields.texts[field];
    let checked = fields.checked[field];
    let check = move || checked.set(text.with_untracked(|text| !text.trim().is_empty()));
    let key = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            on_enter.run(());
        }
    };
    let described_by = error_id.clone();
    view! {
        <div class="try-field">
            <label for=id.clone()>{messages.measure_try(field + 1)}</label>
            <input
                class="field"
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                maxlength="20"
                prop:value=move || text.get()
                aria-invalid=move || error.get().map(|_| "true")
                aria-describedby=move || error.get().map(|_| described_by.clone())
                node_ref=fields.inputs[field]
                on:input=move |event| text.set(event_target_value(&event))
                on:change=move |_| check()
                on:keydown=key
            />
            <p class="field-error" id=error_id>
                {move || error.get().map(|error| messages.reading_error(fields.scale.get(), error))}
            </p>
        </div>
    }
}
