//! The routine as search engines want it: JSON-LD of the type ExercisePlan (schema.org), from the plan.

use supple_core::json::{Object, Value};
use supple_core::{Plan, PlannedExercise, Routine};

use crate::text;

/// The plan as a JSON-LD document that may stand in a `<script>` as it is.
pub(crate) fn exercise_plan(routine: &Routine, plan: &Plan) -> String {
    let mut document = Object::from([
        ("@context", "https://schema.org".into()),
        ("@type", "ExercisePlan".into()),
        ("name", routine.name.as_str().into()),
        ("description", routine.summary.as_str().into()),
        ("inLanguage", routine.lang.as_str().into()),
        ("isAccessibleForFree", true.into()),
        ("exerciseType", "Flexibility training".into()),
        ("activityDuration", duration(plan.total_ms()).as_str().into()),
    ]);
    let parts = plan.exercises.iter().map(|exercise| part(routine, exercise)).collect();
    document.put("hasPart", Value::List(parts));
    // Nothing in it may end the element that it stands in.
    Value::Object(document).to_string().replace('<', "\\u003c")
}

fn part(routine: &Routine, planned: &PlannedExercise) -> Value {
    let authored = routine.exercise(&planned.id).or_else(|| routine.exercise(&planned.card));
    let steps = authored.map_or(&[][..], |exercise| &exercise.steps);
    let sentences: Vec<&str> =
        steps.iter().map(String::as_str).chain([planned.key.as_str()]).filter(|it| !it.is_empty()).collect();
    Value::Object(Object::from([
        ("@type", "ExercisePlan".into()),
        ("name", planned.name.as_str().into()),
        ("description", sentences.join(" ").as_str().into()),
        ("repetitions", u32::from(planned.repeats).into()),
        ("activityDuration", duration(planned.total_ms).as_str().into()),
        ("additionalVariable", text::dose(planned).as_str().into()),
    ]))
}

/// A time in milliseconds as ISO 8601 wants it: `PT12M30S`.
fn duration(ms: u64) -> String {
    let seconds = text::seconds_left(ms);
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("PT{seconds}S"),
        (minutes, 0) => format!("PT{minutes}M"),
        (minutes, seconds) => format!("PT{minutes}M{seconds}S"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use supple_core::{Options, json};

    fn field<'a>(value: &'a Value, name: &str) -> &'a Value {
        value.as_object().unwrap().get(name).unwrap()
    }

    #[test]
    fn it_says_what_the_plan_says() {
        let routine = Routine::hamstring();
        let plan = Plan::new(&routine, &Options::default());
        let document = json::read(&exercise_plan(&routine, &plan)).unwrap();
        assert_eq!(field(&document, "name").as_text(), Some("Hamstring routine"));
        let parts = field(&document, "hasPart").as_list().unwrap();
        assert_eq!(parts.len(), plan.exercises.len());
        let sum: u64 = plan.exercises.iter().map(|exercise| exercise.total_ms).sum();
        assert_eq!(field(&document, "activityDuration").as_text(), Some(duration(sum).as_str()));
        let seated =
            parts.iter().find(|part| field(part, "name").as_text() == Some("Seated stretch")).unwrap();
        assert_eq!(field(seated, "repetitions").as_u64(), Some(3));
        assert_eq!(field(seated, "additionalVariable").as_text(), Some("3 × 20 s · both legs together"));
        assert!(field(seated, "description").as_text().unwrap().starts_with("Sit"));
    }

    #[test]
    fn nothing_in_it_ends_the_script() {
        let mut routine = Routine::hamstring();
        routine.name = "</script><!--<script>".to_owned();
        let document = exercise_plan(&routine, &Plan::default());
        assert!(!document.contains('<'), "{document}");
        let document = json::read(&document).unwrap();
        assert_eq!(field(&document, "name").as_text(), Some("</script><!--<script>"));
    }

    #[test]
    fn durations_are_those_of_iso_8601() {
        assert_eq!([20_000, 60_000, 750_000].map(duration), ["PT20S", "PT1M", "PT12M30S"]);
    }
}
