//! The built-in routines as HTML, drawn at build time by the components that draw it in the browser.

use std::rc::Rc;

use leptos::prelude::*;
use serde::Serialize;
use supple_core::{Exercise, Library, Options, Plan, Posture, Region, Routine, Store};

use crate::app::{App, Widget};
use crate::durations::nearest_minutes;
use crate::host::NoHost;
use crate::messages::Messages;
use crate::state::Config;
use crate::structured_data;

/// What is drawn on the host for one built-in routine.
#[derive(Debug, Serialize)]
pub struct Prerendered {
    /// The routine's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// One line on what it does for the person.
    pub tagline: String,
    /// What to expect, in a few sentences.
    pub summary: String,
    /// How long it takes, as a phrase.
    pub length: String,
    /// How long it takes, in whole minutes.
    pub minutes: u64,
    /// What a person has to fetch for it, each thing once.
    pub equipment: Vec<String>,
    /// What the body is on: `standing`, `chair` and `floor`, as far as the routine has them.
    pub places: Vec<&'static str>,
    /// The parts of the body that it stretches, each once.
    pub regions: Vec<&'static str>,
    /// Its exercises, for whoever looks for one.
    pub exercises: Vec<ListedExercise>,
    /// The id of the exercise whose figure stands for it.
    pub cover: String,
    /// For search engines: a JSON-LD document on one line, which may stand in a `<script>` as it is.
    pub structured_data: String,
    /// The routine in short, for the page itself: reader modes, and whatever else sees no shadow roots. The widget has no
    /// slot for it, so it is not rendered beside the overview.
    pub outline: String,
    /// The content of `<supple-routine>`'s shadow root, but for its style sheet.
    pub overview: String,
}

/// An exercise as people look for it.
#[derive(Debug, Serialize)]
pub struct ListedExercise {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The part of the body that it is for.
    pub region: Option<&'static str>,
    /// The names of its muscles.
    pub muscles: Vec<String>,
}

/// All built-in routines, in the order in which they are shown.
#[must_use]
pub fn built_in_routines() -> Vec<Prerendered> {
    Library::ROUTINES.into_iter().filter_map(Routine::built_in).map(prerendered).collect()
}

fn prerendered(routine: Routine) -> Prerendered {
    let plan = Plan::new(&routine, &Options::default());
    let messages = Messages::english();
    let mut equipment: Vec<String> = Vec::new();
    let mut places = Vec::new();
    let mut regions = Vec::new();
    for exercise in routine.exercises().filter(|exercise| plan.position_of(&exercise.id).is_some()) {
        let new =
            exercise.equipment.iter().filter(|thing| !equipment.contains(thing)).cloned().collect::<Vec<_>>();
        equipment.extend(new);
        let place = match exercise.posture {
            Posture::Standing => "standing",
            Posture::Chair => "chair",
            Posture::Sitting | Posture::Kneeling | Posture::Lying => "floor",
        };
        if !places.contains(&place) {
            places.push(place);
        }
        if let Some(region) = exercise.region.filter(|region| *region != Region::FullBody)
            && !regions.contains(&region.name())
        {
            regions.push(region.name());
        }
    }
    let listed = |exercise: &Exercise| ListedExercise {
        id: exercise.id.clone(),
        name: exercise.name.clone(),
        region: exercise.region.map(Region::name),
        muscles: routine
            .muscles
            .iter()
            .filter(|muscle| exercise.muscles.contains(&muscle.id))
            .map(|muscle| muscle.name.clone())
            .collect(),
    };
    Prerendered {
        exercises: routine.exercises().map(listed).collect(),
        length: messages.length(&plan),
        minutes: nearest_minutes(plan.total_ms()),
        equipment,
        places,
        regions,
        cover: routine.cover().map(|exercise| exercise.id.clone()).unwrap_or_default(),
        structured_data: structured_data::exercise_plan(&routine, &plan),
        outline: outline(&routine, &plan),
        id: routine.id.clone(),
        name: routine.name.clone(),
        tagline: routine.tagline.clone(),
        summary: routine.summary.clone(),
        overview: overview(routine),
    }
}

fn outline(routine: &Routine, plan: &Plan) -> String {
    let messages = Messages::english();
    let items = plan.exercises.iter().map(|planned| {
        view! { <li>{format!("{}: {}", planned.name, messages.dose(planned))}</li> }
    });
    Owner::new().with(|| {
        view! {
            <p>{routine.summary.clone()}</p>
            <ol>{items.collect_view()}</ol>
        }
        .to_html()
    })
}

fn overview(routine: Routine) -> String {
    Owner::new().with(|| {
        let widget = Widget::new(Config {
            routine,
            site: None,
            link: None,
            first_weekday: 0,
            store: Store::in_memory(),
            host: Rc::new(NoHost),
            now_ms: 0,
        });
        widget.state.drawn_pieces.set(usize::MAX);
        let view = view! {
            <div class="supple" part="routine">
                <div class="mounted" lang=Messages::english().language()>
                    <App widget/>
                </div>
            </div>
        };
        view.to_html()
    })
}
