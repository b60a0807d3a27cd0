//! The routine as search engines want it: JSON-LD of the type ExercisePlan (schema.org), from the plan.

use serde::Serialize;
use supple_core::{Plan, PlannedExercise, Routine};

use crate::durations::seconds_left;
use crate::messages::Messages;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ExercisePlan<'a> {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_accessible_for_free: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exercise_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repetitions: Option<u16>,
    /// As ISO 8601 writes it.
    activity_duration: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    additional_variable: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has_part: Vec<ExercisePlan<'a>>,
}

/// The plan as a JSON-LD document that may stand in a `<script>` as it is.
pub(crate) fn exercise_plan(routine: &Routine, plan: &Plan) -> String {
    let document = ExercisePlan {
        context: Some("https://schema.org"),
        kind: "ExercisePlan",
        name: &routine.name,
        description: routine.summary.clone(),
        in_language: Some(&routine.lang),
        is_accessible_for_free: Some(true),
        exercise_type: Some("Flexibility training"),
        repetitions: None,
        activity_duration: iso_duration(plan.total_ms()),
        additional_variable: None,
        has_part: plan.exercises.iter().map(|exercise| part(routine, exercise)).collect(),
    };
    // Texts and numbers always have a JSON form. Nothing in it may end the element that it stands in.
    serde_json::to_string(&document).unwrap_or_default().replace('<', "\\u003c")
}

fn part<'a>(routine: &Routine, planned: &'a PlannedExercise) -> ExercisePlan<'a> {
    let authored = routine.exercise(&planned.id).or_else(|| routine.exercise(&planned.card));
    let steps = authored.map_or(&[][..], |exercise| &exercise.steps);
    let sentences: Vec<&str> =
        steps.iter().map(String::as_str).chain([planned.key.as_str()]).filter(|it| !it.is_empty()).collect();
    ExercisePlan {
        context: None,
        kind: "ExercisePlan",
        name: &planned.name,
        description: sentences.join(" "),
        in_language: None,
        is_accessible_for_free: None,
        exercise_type: None,
        repetitions: Some(planned.repeats),
        activity_duration: iso_duration(planned.total_ms),
        additional_variable: Some(Messages::english().dose(planned)),
        has_part: Vec::new(),
    }
}

/// A time in milliseconds as ISO 8601 writes it: `PT12M30S`.
fn iso_duration(ms: u64) -> String {
    let seconds = seconds_left(ms);
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("PT{seconds}S"),
        (minutes, 0) => format!("PT{minutes}M"),
        (minutes, seconds) => format!("PT{minutes}M{seconds}S"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use supple_core::Options;

    #[test]
    fn it_says_what_the_plan_says() {
        let routine = Routine::hamstring();
        let plan = Plan::new(&routine, &Options::default());
        let document: Value = serde_json::from_str(&exercise_plan(&routine, &plan)).unwrap();
        assert_eq!(document["name"], "Hamstring routine");
        let parts = document["hasPart"].as_array().unwrap();
        assert_eq!(parts.len(), plan.exercises.len());
        let sum: u64 = plan.exercises.iter().map(|exercise| exercise.total_ms).sum();
        assert_eq!(document["activityDuration"], iso_duration(sum));
        let seated = parts.iter().find(|part| part["name"] == "Seated stretch").unwrap();
        assert_eq!(seated["repetitions"], 3);
        assert_eq!(seated["additionalVariable"], "3 × 20 s, both legs");
        assert!(seated["description"].as_str().unwrap().starts_with("Sit"));
    }

    #[test]
    fn nothing_in_it_ends_the_script() {
        let mut routine = Routine::hamstring();
        routine.name = "</script><!--<script>".to_owned();
        let document = exercise_plan(&routine, &Plan::default());
        assert!(!document.contains('<'), "{document}");
        let document: Value = serde_json::from_str(&document).unwrap();
        assert_eq!(document["name"], "</script><!--<script>");
    }

    #[test]
    fn durations_are_those_of_iso_8601() {
        assert_eq!([20_000, 60_000, 750_000].map(iso_duration), ["PT20S", "PT1M", "PT12M30S"]);
    }
}
