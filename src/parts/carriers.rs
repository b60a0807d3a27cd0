//! The choices about what carries the cues, and a try of each.

use supple_core::{Carriers, CueKind, VOICE_PERCENT, Wordiness};

use super::controls::{Choice, by, radio, stepper, toggle};
use crate::browser::field;
use crate::markup::{Element, Text, button, el, text_el};
use crate::text;
use crate::widget::{Topic, Widget};

/// The kinds of cues, in the order in which a session gives them.
const KINDS: [CueKind; 8] = [
    CueKind::Ready,
    CueKind::Begin,
    CueKind::Halfway,
    CueKind::Last(1),
    CueKind::Switch,
    CueKind::Recover,
    CueKind::Next,
    CueKind::Done,
];

pub(crate) fn carriers(widget: Widget) -> Element {
    let voice = |wordiness: Wordiness, label: &'static str| {
        let is_on = move || widget.follow(Topic::Options, |model| model.carriers.voice == wordiness);
        radio("voice", label, is_on, move || widget.change_carriers(|carriers| carriers.voice = wordiness))
    };
    // Filled by the carrier of the voice, since a browser's voices may arrive late.
    let voices = el("select", "field voices").on("change", move |event| {
        let name = field::text(&event);
        widget.change_carriers(|carriers| carriers.voice_name = name);
    });
    let tries = KINDS.map(|kind| button("button small", move || widget.check(kind)).text(text::check(kind)));
    el("div", "options-group")
        .child(stepper(widget, volume()))
        .child(
            el("fieldset", "choices")
                .child(text_el("legend", "", "Voice"))
                .child(voice(Wordiness::Off, "Off"))
                .child(voice(Wordiness::Short, "Short"))
                .child(voice(Wordiness::Full, "Full")),
        )
        .child(el("label", "labelled").child(text_el("span", "", "Whose voice")).child(voices))
        .child(stepper(widget, rate()))
        .child(switch(widget, "Vibrate", |it| it.vibration, |it, on| it.vibration = on))
        .child(switch(widget, "Flash the edge of the screen", |it| it.flash, |it, on| it.flash = on))
        .child(switch(
            widget,
            "Pocket mode: goes on with the screen locked (may stop your music)",
            |it| it.pocket,
            |it, on| it.pocket = on,
        ))
        .child(switch(
            widget,
            "Sound through an iPhone's silent switch (may stop your music)",
            |it| it.silent,
            |it, on| it.silent = on,
        ))
        .child(
            el("details", "tries")
                .child(text_el("summary", "", "Try each cue"))
                .child(el("div", "actions").children(tries)),
        )
}

fn switch(
    widget: Widget,
    label: impl Into<Text>,
    read: fn(&Carriers) -> bool,
    write: fn(&mut Carriers, bool),
) -> Element {
    let is_on = move || widget.follow(Topic::Options, |model| read(&model.carriers));
    toggle(label, is_on, move |on| widget.change_carriers(|carriers| write(carriers, on)))
}

fn volume() -> Choice {
    Choice {
        label: "Sound",
        exercise: String::new(),
        read: |model, _| (model.carriers.volume.into(), 0, 100),
        write: |model, _, next| model.carriers.volume = next.try_into().unwrap_or_default(),
        next: by::<10>,
        shown: |percent| if percent == 0 { "Off".to_owned() } else { format!("{percent} %") },
    }
}

fn rate() -> Choice {
    Choice {
        label: "Speed of the voice",
        exercise: String::new(),
        read: |model, _| (model.carriers.rate.into(), VOICE_PERCENT.0.into(), VOICE_PERCENT.1.into()),
        write: |model, _, next| model.carriers.rate = next.try_into().unwrap_or(VOICE_PERCENT.0),
        next: by::<25>,
        shown: |percent| format!("{percent} %"),
    }
}
