//! What must hold for any document.

use proptest::prelude::*;
use supple_core::{Options, Plan, Routine};

use crate::generators::{cases, json, mutated_document, options, path, pointers};

/// Checks that a document is either a routine with a usable plan or has at least one meaningful problem.
fn holds_up(document: &str, options: &Options) -> Result<(), TestCaseError> {
    match Routine::parse(document) {
        Ok(routine) => {
            let plan = Plan::new(&routine, options);
            let sum: u64 = plan.phases.iter().map(|phase| phase.duration_ms).sum();
            prop_assert_eq!(plan.total_ms(), sum);
            for exercise in routine.exercises() {
                prop_assert!(Plan::card(&routine, options, exercise).total_ms() > 0);
            }
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty());
            for problem in problems {
                prop_assert!(problem.message.ends_with('.'), "{}", problem);
                prop_assert!(problem.message.trim().len() > 10, "{}", problem);
                prop_assert!(problem.message.len() < 500, "{}", problem);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn no_text_makes_the_parser_panic(document: String, options in options()) {
        holds_up(&document, &options)?;
    }

    #[test]
    fn no_json_makes_the_parser_panic(document in json(), options in options()) {
        holds_up(&document.to_string(), &options)?;
    }

    #[test]
    fn no_truncated_document_makes_the_parser_panic(end in 0..9_000_usize, options in options()) {
        let end = (0..=end).rev().find(|end| Routine::hamstring_document().is_char_boundary(*end)).unwrap_or(0);
        prop_assert!(Routine::parse(&Routine::hamstring_document()[..end]).is_err());
        holds_up(&Routine::hamstring_document()[..end], &options)?;
    }

    #[test]
    fn a_changed_built_in_document_is_a_routine_or_has_problems(document in mutated_document(), options in options()) {
        holds_up(&document.to_string(), &options)?;
    }

    #[test]
    fn every_problem_points_into_the_document(document in mutated_document()) {
        let known: Vec<_> = pointers(&document).iter().map(|pointer| path(pointer)).collect();
        for problem in Routine::parse(&document.to_string()).err().unwrap_or_default() {
            let within = problem.path.rsplit_once('.').map_or("", |(parent, _)| parent);
            let there = if problem.message == "is missing." { within } else { problem.path.as_str() };
            let is_odd = problem.message.starts_with("is not a field");
            prop_assert!(is_odd || known.iter().any(|known| known == there), "{}", problem);
            let is_about_all = !document.is_object() || problem.message.starts_with("There are ");
            prop_assert!(is_about_all || !problem.path.is_empty(), "{}", problem);
        }
    }
}
