//! A session as the person sees it: what to do, which leg, how long.

use leptos::ev::Event;
use supple_core::{
    Command, CueKind, Exercise, Phase, PhaseKind, Plan, PlannedExercise, Routine, Side, State,
};

use super::heading;
use crate::browser::keyboard::{self, Key};
use crate::browser::{focus, fullscreen};
use crate::markup::{Element, Text, button, el, text_el};
use crate::parts::facts::{fact, facts, list};
use crate::parts::ring::ring;
use crate::text;
use crate::widget::{Topic, Widget};

/// What the "+10 s" button adds.
const EXTEND_MS: u64 = 10_000;

pub(crate) fn player(widget: Widget) -> Element {
    let class = move || {
        let doing = phase(widget, |_, phase| phase.kind.is_logged()).unwrap_or_default();
        let running = widget.state() == Some(State::Running);
        Some(Text::Borrowed(match (doing, running) {
            (true, true) => "player doing running",
            (true, false) => "player doing",
            (false, true) => "player running",
            (false, false) => "player",
        }))
    };
    let stage = el("div", if at_own_pace(widget) { "stage own-pace" } else { "stage" })
        .child(doing(widget))
        .child(moving_figure(widget))
        .child(el("div", "dial").live_children(move || ring(widget)).child(remaining(widget)))
        .child(guidance(widget));
    el("section", "")
        .live("class", class)
        .attr("aria-labelledby", "player-title")
        .on("keydown", move |event| {
            if let Some(key) = keyboard::take(&event) {
                press(widget, key, &event);
            }
        })
        .child(place(widget))
        .child(stage)
        .child(controls(widget))
        .child(keys())
        .child(announcer(widget))
        .child(el("div", "edge").attr("aria-hidden", "true"))
}

fn press(widget: Widget, key: Key, event: &Event) {
    match key {
        Key::Space => widget.pause_or_resume(),
        Key::Left => widget.command(Command::Previous),
        Key::Right => widget.command(Command::Next),
        Key::Escape => widget.command(Command::Stop),
        Key::Plus => widget.command(Command::Extend(EXTEND_MS)),
        Key::Restart => widget.command(Command::RestartExercise),
        Key::TooMuch => widget.too_much(),
        Key::Fullscreen => fullscreen::toggle(event),
    }
}

/// Reads the phase, now and whenever it changes.
fn phase<T>(widget: Widget, read: impl FnOnce(&Plan, &Phase) -> T) -> Option<T> {
    widget.follow(Topic::Phase, |model| {
        let session = model.session.as_ref()?;
        Some(read(session.plan(), session.phase()?))
    })
}

/// Whether the session has phases that last until the person says that they are done.
fn at_own_pace(widget: Widget) -> bool {
    widget.read(|model| model.session.as_ref().is_some_and(|session| session.plan().is_estimate()))
}

/// Whether the phase lasts until the person says that they are done.
fn is_open(widget: Widget) -> bool {
    phase(widget, |_, phase| phase.open).unwrap_or_default()
}

fn exercise_of<'a>(plan: &'a Plan, phase: &Phase) -> Option<&'a PlannedExercise> {
    plan.exercises.get(phase.exercise)
}

/// Where in the whole, and how long it still takes.
fn place(widget: Widget) -> Element {
    let index = move || phase(widget, |_, phase| phase.exercise).unwrap_or_default();
    let count = move || phase(widget, |plan, _| plan.exercises.len()).unwrap_or_default();
    let left = move || {
        let snapshot = widget.follow(Topic::Minute, |_| widget.snapshot());
        let is_estimate = phase(widget, |plan, _| plan.is_estimate()).unwrap_or_default();
        text::time_left(snapshot.map_or(0, |snapshot| snapshot.left_ms), is_estimate)
    };
    let segments = widget.read(|model| {
        let plan = model.session.as_ref().map(|session| session.plan().exercises.as_slice());
        plan.unwrap_or_default().iter().map(|exercise| exercise.total_ms).collect::<Vec<_>>()
    });
    let segments = segments.into_iter().enumerate().map(|(i, total_ms)| {
        el("span", "").style("--share", total_ms.to_string()).live("class", move || {
            let class = match i.cmp(&index()) {
                std::cmp::Ordering::Less => "segment over",
                std::cmp::Ordering::Equal => "segment now",
                std::cmp::Ordering::Greater => "segment",
            };
            Some(class.into())
        })
    });
    let words = el("p", "place-text")
        .child(el("span", "").live_text(move || format!("Exercise {} of {}", index() + 1, count())))
        .child(el("span", "time-left").live_text(left));
    el("div", "place")
        .child(el("div", "segments").attr("aria-hidden", "true").children(segments))
        .child(words)
}

/// What to do now, and with which leg.
fn doing(widget: Widget) -> Element {
    let what = move || {
        let doing = phase(widget, |_, phase| text::what(phase)).unwrap_or_default();
        match widget.state() {
            Some(State::Paused) => "Paused",
            Some(State::Away) => "You were away. Go on from here?",
            _ => doing,
        }
    };
    let name = move || {
        phase(widget, |plan, phase| exercise_of(plan, phase).map(|exercise| exercise.name.clone()))
            .flatten()
            .unwrap_or_default()
    };
    let legs = move || {
        let side = phase(widget, |_, phase| phase.side).unwrap_or(Side::None);
        let legs = match side {
            Side::None => return Vec::new(),
            Side::Both => vec![text_el("span", "leg on", "Both legs")],
            Side::Left | Side::Right => vec![leg(side, Side::Left, "Left"), leg(side, Side::Right, "Right")],
        };
        vec![el("p", "legs").children(legs)]
    };
    el("div", "doing-now")
        .child(el("p", "what").live_text(what))
        .child(heading("player-title").live_text(name))
        .live_children(legs)
}

/// One leg, on the side of the screen where the person has it. Only the working one is named aloud.
fn leg(working: Side, side: Side, name: &'static str) -> Element {
    if working == side {
        el("span", "leg on").text(name).text(" leg")
    } else {
        text_el("span", "leg", name).attr("aria-hidden", "true")
    }
}

/// The figure does what the session does: the exercise, the phase, the side, and whether time stands still.
fn moving_figure(widget: Widget) -> Element {
    let shown = move || {
        let doing = phase(widget, |plan, phase| {
            let exercise = exercise_of(plan, phase)?;
            Some(format!("{} {} {}", exercise.id, phase.kind.name(), phase.side.name()))
        });
        let doing = doing.flatten()?;
        Some(if widget.state() == Some(State::Running) { doing } else { doing + " paused" }.into())
    };
    el("supple-figure", "").live("shows", shown)
}

fn remaining(widget: Widget) -> Element {
    let seconds = move |topic| {
        let snapshot = widget.follow(topic, |_| widget.snapshot());
        snapshot.map_or(0, |snapshot| text::seconds_shown(&snapshot))
    };
    let repeat = move || phase(widget, |_, phase| text::repeat(phase)).unwrap_or_default();
    let timer = el("div", "")
        .class_if(move || text::has_minutes(seconds(Topic::Minute)), "seconds long", "seconds")
        .attr("role", "timer")
        .live("aria-label", move || {
            Some(if is_open(widget) { "Seconds so far" } else { "Seconds left" }.into())
        })
        .live_text(move || text::countdown(seconds(Topic::Second)));
    el("div", "remaining").child(timer).child(el("p", "repeat").live_text(repeat))
}

/// How to do it well: the steps while getting ready, the key afterwards; and what comes next.
fn guidance(widget: Widget) -> Element {
    let how = move || {
        let routine = widget.routine();
        let shown = phase(widget, |plan, phase| {
            let exercise = exercise_of(plan, phase)?;
            Some(if phase.kind == PhaseKind::Prepare {
                list("ol", "cue-steps", steps_of(&routine, &exercise.id))
            } else {
                text_el("p", "cue", exercise.key.clone())
            })
        });
        shown.flatten().into_iter().collect::<Vec<_>>()
    };
    let next = move || {
        widget.follow(Topic::Phase, |model| {
            let session = model.session.as_ref();
            session.map(|session| text::next(session.plan(), session.position().phase)).unwrap_or_default()
        })
    };
    let next = el("p", "next-up").child(text_el("span", "next-word", "Next")).text(" ").live_text(next);
    el("div", "guidance").live_children(how).child(next)
}

fn steps_of<'a>(routine: &'a Routine, id: &str) -> &'a [String] {
    let of_variation = |exercise: &'a Exercise| {
        let variation = exercise.variation.as_ref().filter(|variation| variation.id == id)?;
        Some(variation.steps.as_slice())
    };
    match routine.exercise(id) {
        Some(exercise) => &exercise.steps,
        None => routine.exercises().find_map(of_variation).unwrap_or_default(),
    }
}

fn controls(widget: Widget) -> Element {
    let is_running = move || widget.follow(Topic::Phase, |_| widget.state()) == Some(State::Running);
    let pause = button("control main", move || widget.pause_or_resume())
        .child(sign(move || if is_running() { PAUSE } else { PLAY }))
        .child(el("span", "").live_text(move || if is_running() { "Pause" } else { "Resume" }));
    let control = |class, command, path: &'static str, name: &'static str| {
        let icon = (!path.is_empty()).then(|| sign(move || path));
        button(class, move || widget.command(command)).maybe(icon).child(text_el("span", "", name))
    };
    let is_hold = move || phase(widget, |_, phase| phase.kind == PhaseKind::Hold).unwrap_or_default();
    // It stays where it is at all times: what comes and goes would take the focus along.
    let too_much = || {
        button("control minor caution", move || widget.too_much())
            .disabled(move || !is_hold())
            .child(text_el("span", "", "Too much"))
    };
    // At one's own pace it is there at all times, so that the focus can stay on it.
    let own_pace = at_own_pace(widget);
    let done = || {
        button("control main done", move || widget.command(Command::Next))
            .child(el("span", "").live_text(move || if is_open(widget) { "Done" } else { "I'm ready" }))
    };
    el("div", "controls")
        .maybe(own_pace.then(done))
        .maybe(own_pace.then(too_much))
        .child(control("control", Command::Previous, PREVIOUS, "Previous"))
        .child(pause)
        .child(control("control", Command::Next, NEXT, "Next"))
        .maybe((!own_pace).then(too_much))
        .child(control("control minor", Command::Extend(EXTEND_MS), "", "+10 s"))
        .child(control("control minor", Command::Stop, STOP, "Stop"))
        .child(control("control minor", Command::RestartExercise, "", "Restart exercise"))
        .maybe(fullscreen::is_possible().then(fullscreen_button))
        .child(keys_button("control minor keys-button").child(text_el("span", "", "Keys")))
}

/// The style sheet knows which of its two names is true.
fn fullscreen_button() -> Element {
    el("button", "control minor")
        .attr("type", "button")
        .on("click", |event| fullscreen::toggle(&event))
        .child(text_el("span", "to-full", "Full screen"))
        .child(text_el("span", "from-full", "Exit full screen"))
}

/// What each key does, in the words of the buttons.
const KEYS: [(&str, &str); 8] = [
    ("Space", "Pause, resume"),
    ("← →", "Previous, next"),
    ("+", "10 s more"),
    ("R", "Restart exercise"),
    ("T", "Too much"),
    ("F", "Full screen"),
    ("?", "These keys"),
    ("Esc", "Stop"),
];

/// The list of keys, over the player. The browser opens and closes it, and gives the focus back.
fn keys() -> Element {
    el("div", "keys")
        .attr("id", "keys")
        .attr("popover", "auto")
        .attr("role", "dialog")
        .attr("aria-label", "Keys")
        .attr("tabindex", "-1")
        .on("toggle", |event| focus::follow_popover(&event))
        .child(facts(KEYS.map(|(key, what)| fact(key, what))))
        .child(keys_button("button small").text("Close"))
}

fn keys_button(class: &'static str) -> Element {
    el("button", class).attr("type", "button").attr("popovertarget", "keys")
}

// The few signs on the buttons, drawn by us on a grid of 24. The buttons say the same in words.
const PREVIOUS: &str = "M19 5v14L8 12zM5 5h2.5v14H5z";
const PAUSE: &str = "M6 5h4v14H6zM14 5h4v14h-4z";
const PLAY: &str = "M7 4.5v15l12.5-7.5z";
const NEXT: &str = "M5 5v14l11-7zM16.5 5H19v14h-2.5z";
const STOP: &str = "M6 6h12v12H6z";

/// A sign in the colour of the text around it.
fn sign(path: impl Fn() -> &'static str + Send + 'static) -> Element {
    el("svg", "icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(el("path", "").live("d", move || Some(path().into())))
}

/// Says each phase once, politely, its half and its end, and never a second of it; and that it stopped or went on.
fn announcer(widget: Widget) -> Element {
    let said = move || {
        let cue = widget.follow(Topic::Cue, |model| model.carrying.cue);
        let said = match cue.map(|cue| cue.kind) {
            Some(CueKind::Halfway) => "Halfway.".to_owned(),
            Some(CueKind::Last(_)) => "Three seconds.".to_owned(),
            _ => phase(widget, text::announce).unwrap_or_default(),
        };
        let Some(snapshot) = widget.snapshot() else { return said };
        match snapshot.state {
            State::Paused => "Paused.".to_owned(),
            State::Away => "You were away. Paused.".to_owned(),
            // The same phase begun again is news too; a screen reader only hears what changed.
            State::Running | State::Stopped | State::Complete if snapshot.turn % 2 == 1 => said + "\u{a0}",
            State::Running | State::Stopped | State::Complete => said,
        }
    };
    el("p", "visually-hidden").attr("role", "status").live_text(said)
}
