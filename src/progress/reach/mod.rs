//! Your reach: what the person has measured of themselves, what a difference says, and measuring anew.

mod chart;
mod floor_form;
mod form;
mod guide;
mod leg_raise_form;
mod leg_test;
mod scale;
mod sensor;
mod series;
mod state;
mod tries;
mod wording;

use leptos::html::P;
use leptos::prelude::*;
use supple_core::{Day, Leg, Measurement, MeasurementKind, Progress};

use self::floor_form::FloorForm;
use self::leg_raise_form::LegRaiseForm;
use self::scale::Scale;
use self::series::Series;
use self::state::{News, ReachState, Test};
use super::state::ProgressState;
use crate::browser::{dates, focus};

/// What was measured, and the ways to measure.
#[component]
pub(super) fn Reach(today: Day) -> impl IntoView {
    let reach = ReachState::new(expect_context::<ProgressState>());
    provide_context(reach);
    let messages = reach.messages;
    let intro = move || {
        // What a clock that was wrong has dated ahead isn't when anybody measured.
        let is_past = |one: &&Measurement| one.day().0 <= today.0 + Progress::AHEAD_DAYS;
        reach.measurements.with(|all| match all.all().iter().rev().find(is_past) {
            None => messages.measure_intro().to_owned(),
            Some(_) if all.is_due(today) => messages.measure_due().to_owned(),
            Some(last) => messages.measure_recent(dates::day(last.day(), &reach.progress.lang())),
        })
    };
    let measured = move || {
        reach.measurements.with(|all| {
            let kinds = MeasurementKind::ALL.into_iter().enumerate();
            kinds.filter(|(_, kind)| all.of_kind(*kind).next().is_some()).collect::<Vec<_>>()
        })
    };
    view! {
        <section class="aside reach" aria-labelledby="reach-title">
            <h3 class="heading" id="reach-title">{messages.measure_title()}</h3>
            <p class="soft">{intro}</p>
            <ReachNews/>
            <For each=measured key=|(index, _)| *index let((_, kind))>
                <Series kind/>
            </For>
            <div class="actions">
                <OpenButton test=Test::Floor name=messages.measure_now()/>
                <OpenButton test=Test::LegRaise name=messages.measure_leg_raise_now()/>
            </div>
            <For each=move || reach.open.get() key=|test| *test let:test>
                {match test {
                    Test::Floor => view! { <FloorForm/> }.into_any(),
                    Test::LegRaise => view! { <LegRaiseForm/> }.into_any(),
                }}
            </For>
            <About/>
        </section>
    }
}

/// Opens a form, and closes it again.
#[component]
fn OpenButton(test: Test, name: &'static str) -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let is_open = move || reach.open.get() == Some(test);
    let press = move |_| {
        reach.open.update(|open| *open = if *open == Some(test) { None } else { Some(test) });
    };
    view! {
        <button
            type="button"
            class="button"
            aria-expanded=move || if is_open() { "true" } else { "false" }
            node_ref=reach.button(test)
            on:click=press
        >
            {name}
        </button>
    }
}

/// What was just done, and a way to take it back where there is one.
#[component]
fn ReachNews() -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let undo = move || reach.news.with(|news| news.as_ref().and_then(|news| news.undo.clone()));
    view! {
        <div class="measure-news">
            <div role="status">
                <For each=move || reach.news.get() key=|news| news.number let:news>
                    <Newest news/>
                </For>
            </div>
            <For each=undo key=String::clone let:id>
                <button type="button" class="button" on:click=move |_| reach.restore(&id)>
                    {reach.messages.measure_undo()}
                </button>
            </For>
        </div>
    }
}

/// A piece of news. It takes the focus, because the button that led here may be gone.
#[component]
fn Newest(news: News) -> impl IntoView {
    let paragraph = NodeRef::<P>::new();
    paragraph.on_load(|paragraph| focus::focus_in_place(&paragraph));
    view! {
        <p class="news" tabindex="-1" node_ref=paragraph>
            {news.text}
        </p>
    }
}

/// From what difference on there is a change, and who has found out.
#[component]
fn About() -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let floor_band = move || {
        let unit = reach.measurements.with(|all| scale::first_unit(all, &reach.progress.lang()));
        let kind = MeasurementKind::FingertipsToFloor;
        messages.measure_about_floor(messages.measured_value(Scale::Length(unit), kind.band()))
    };
    let leg_raise = MeasurementKind::StraightLegRaise(Leg::Left).band();
    let leg_raise = messages.measure_about_leg_raise(messages.measured_value(Scale::Angle, leg_raise));
    view! {
        <details class="measure-about">
            <summary>{messages.measure_about()}</summary>
            <p>
                {floor_band} " "
                <a href="https://pubmed.ncbi.nlm.nih.gov/22555005/" rel="noopener">
                    {messages.measure_source("PubMed 22555005")}
                </a>
            </p>
            <p>
                {leg_raise} " "
                <a href="https://doi.org/10.1123/jsr.2014-0220" rel="noopener">
                    {messages.measure_source("doi 10.1123/jsr.2014-0220")}
                </a>
            </p>
        </details>
    }
}
