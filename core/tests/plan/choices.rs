//! The default plan, and what each option changes in it.

use supple_core::{Leg, Options, Phase, PhaseKind, Plan, Routine, Side};

use crate::generators;

/// The plan of the built-in routine after some choices.
pub(crate) fn planned(choose: impl FnOnce(&mut Options)) -> Plan {
    let mut options = Options::default();
    choose(&mut options);
    Plan::new(&Routine::hamstring(), &options)
}

/// The plan of one card of the built-in routine after some choices.
fn card(id: &str, choose: impl FnOnce(&mut Options)) -> Plan {
    let mut options = Options::default();
    choose(&mut options);
    let routine = Routine::hamstring();
    Plan::card(&routine, &options, routine.exercise(id).expect("is in the routine"))
}

/// All phases, one a line: `anchor hold left 1/1 20000`.
fn lines(plan: &Plan) -> Vec<String> {
    let line = |phase: &Phase| {
        let id = &plan.exercises[phase.exercise].id;
        let (kind, side) = (phase.kind, phase.side);
        let line = format!("{id} {kind:?} {side:?} {}/{} {}", phase.repeat, phase.repeats, phase.duration_ms);
        line.to_lowercase()
    };
    plan.phases.iter().map(line).collect()
}

pub(crate) fn ids(plan: &Plan) -> Vec<&str> {
    plan.exercises.iter().map(|exercise| exercise.id.as_str()).collect()
}

/// Milliseconds held on a side in a whole plan.
fn held_ms(plan: &Plan, side: Side) -> u64 {
    let held = plan.phases.iter().filter(|phase| phase.kind == PhaseKind::Hold && phase.side == side);
    held.map(|phase| phase.duration_ms).sum()
}

#[test]
fn without_any_choice_the_plan_is_the_routine_as_written_without_a_partner() {
    let expected = [
        "jumping-jacks prepare none 1/1 10000",
        "jumping-jacks move none 1/1 60000",
        "jogging-in-place prepare none 1/1 10000",
        "jogging-in-place move none 1/1 60000",
        "leg-lunges prepare both 1/1 10000",
        "leg-lunges move both 1/1 30000",
        "knee-raises prepare both 1/1 10000",
        "knee-raises move both 1/1 30000",
        "leg-swings prepare left 1/1 20000",
        "leg-swings move left 1/1 20000",
        "leg-swings switch right 1/1 5000",
        "leg-swings move right 1/1 20000",
        "anchor prepare left 1/1 10000",
        "anchor hold left 1/1 20000",
        "anchor switch right 1/1 5000",
        "anchor hold right 1/1 20000",
        "seated prepare both 1/3 20000",
        "seated hold both 1/3 20000",
        "seated recover both 2/3 5000",
        "seated hold both 2/3 20000",
        "seated recover both 3/3 5000",
        "seated hold both 3/3 20000",
        "lying prepare left 1/1 15000",
        "lying hold left 1/1 20000",
        "lying switch right 1/1 5000",
        "lying hold right 1/1 20000",
    ];
    assert_eq!(lines(&planned(|_| ())), expected);
}

#[test]
fn without_any_choice_it_takes_eight_minutes_and_ten_seconds() {
    let plan = planned(|_| ());
    assert_eq!(plan.total_ms(), 490_000);
    let totals: Vec<_> = plan.exercises.iter().map(|exercise| exercise.total_ms / 1_000).collect();
    assert_eq!(totals, [70, 70, 40, 40, 65, 55, 90, 60]);
    let kinds = [PhaseKind::Prepare, PhaseKind::Move, PhaseKind::Hold, PhaseKind::Switch, PhaseKind::Recover];
    assert_eq!(kinds.map(|kind| plan.total_of_ms(kind) / 1_000), [105, 220, 140, 15, 10]);
}

#[test]
fn a_partner_adds_the_assisted_stretch() {
    let plan = planned(|options| options.partner = true);
    let expected = [
        "assisted prepare left 1/1 10000",
        "assisted hold left 1/1 20000",
        "assisted switch right 1/1 5000",
        "assisted hold right 1/1 20000",
    ];
    assert_eq!(lines(&plan)[26..], expected);
    assert_eq!(plan.total_ms(), 490_000 + 55_000);
}

#[test]
fn without_a_partner_the_substitute_is_done_again_on_the_card_of_the_assisted_stretch() {
    let plan = planned(|options| options.change_exercise("assisted", |chosen| chosen.substitute = true));
    assert_eq!(ids(&plan)[6..], ["seated", "lying", "lying"]);
    let last = plan.exercises.last().expect("is not empty");
    assert_eq!((last.card.as_str(), last.name.as_str()), ("assisted", "Lying stretch"));
    assert_eq!(plan.position_of("assisted"), Some(8));
    assert_eq!(plan.position_of("lying"), Some(7));
}

#[test]
fn the_substitute_is_done_as_on_its_own_card() {
    let choose = |options: &mut Options| {
        options.change_exercise("assisted", |chosen| {
            chosen.substitute = true;
            chosen.repeats = Some(5);
        });
        options.change_exercise("lying", |chosen| {
            chosen.seconds = Some(40);
            chosen.repeats = Some(2);
        });
    };
    assert_eq!(lines(&card("assisted", choose)), lines(&card("lying", choose)));
    assert_eq!(held_ms(&card("assisted", choose), Side::Right), 80_000);
}

#[test]
fn the_variation_of_a_substitute_is_chosen_on_its_own_card() {
    let mut document = generators::document();
    document["sections"][2]["exercises"][3]["substitute"] = "seated".into();
    let routine = Routine::parse(&document.to_string()).expect("the seated stretch needs no partner");
    for (on, expected) in [("seated", "seated-one-leg"), ("assisted", "seated")] {
        let mut options = Options::default();
        options.change_exercise("assisted", |chosen| chosen.substitute = true);
        options.change_exercise(on, |chosen| chosen.variation = true);
        let plan = Plan::new(&routine, &options);
        assert_eq!(plan.exercises.last().map(|exercise| exercise.id.as_str()), Some(expected));
    }
}

#[test]
fn with_a_partner_there_is_no_substitute() {
    let plan = planned(|options| {
        options.partner = true;
        options.change_exercise("assisted", |chosen| chosen.substitute = true);
    });
    assert_eq!(ids(&plan)[6..], ["seated", "lying", "assisted"]);
}

#[test]
fn an_exercise_that_is_left_out_is_neither_done_nor_substituted() {
    let plan = planned(|options| {
        options.change_exercise("anchor", |chosen| chosen.leave_out = true);
        options.change_exercise("assisted", |chosen| {
            chosen.leave_out = true;
            chosen.substitute = true;
        });
    });
    assert_eq!(ids(&plan)[4..], ["leg-swings", "seated", "lying"]);
    assert_eq!(plan.position_of("anchor"), None);
}

#[test]
fn a_substitute_is_done_even_where_its_own_card_is_left_out() {
    let plan = planned(|options| {
        options.change_exercise("lying", |chosen| chosen.leave_out = true);
        options.change_exercise("assisted", |chosen| chosen.substitute = true);
    });
    assert_eq!(ids(&plan)[6..], ["seated", "lying"]);
    assert_eq!(plan.exercises[7].card, "assisted");
}

#[test]
fn with_everything_left_out_the_plan_is_empty() {
    let plan = planned(|options| {
        for exercise in Routine::hamstring().exercises() {
            options.change_exercise(&exercise.id, |chosen| chosen.leave_out = true);
        }
    });
    assert_eq!((plan.phases.len(), plan.exercises.len(), plan.total_ms()), (0, 0, 0));
}

#[test]
fn the_variation_takes_the_place_of_the_exercise_leg_by_leg_all_repeats_on_one_leg_first() {
    let plan = card("seated", |options| options.change_exercise("seated", |chosen| chosen.variation = true));
    let expected = [
        "seated-one-leg prepare left 1/3 20000",
        "seated-one-leg hold left 1/3 20000",
        "seated-one-leg recover left 2/3 5000",
        "seated-one-leg hold left 2/3 20000",
        "seated-one-leg recover left 3/3 5000",
        "seated-one-leg hold left 3/3 20000",
        "seated-one-leg switch right 1/3 5000",
        "seated-one-leg hold right 1/3 20000",
        "seated-one-leg recover right 2/3 5000",
        "seated-one-leg hold right 2/3 20000",
        "seated-one-leg recover right 3/3 5000",
        "seated-one-leg hold right 3/3 20000",
    ];
    assert_eq!(lines(&plan), expected);
    assert_eq!(plan.exercises[0].card, "seated");
    assert_eq!(plan.exercises[0].name, "Seated stretch, one leg");
}

#[test]
fn a_variation_of_an_exercise_that_has_none_changes_nothing() {
    let plan = planned(|options| options.change_exercise("anchor", |chosen| chosen.variation = true));
    assert_eq!(plan, planned(|_| ()));
}

#[test]
fn repeats_are_kept_within_the_range_of_the_exercise() {
    for (chosen, held) in [(0, 3), (2, 3), (3, 3), (4, 4), (5, 5), (6, 5), (u16::MAX, 5)] {
        let choose = |options: &mut Options| {
            options.change_exercise("seated", |exercise| exercise.repeats = Some(chosen));
        };
        assert_eq!(held_ms(&card("seated", choose), Side::Both), held * 20_000, "{chosen}");
    }
    for (chosen, held) in [(0, 1), (5, 5), (6, 5)] {
        let choose = |options: &mut Options| {
            options.change_exercise("anchor", |exercise| exercise.repeats = Some(chosen));
        };
        assert_eq!(held_ms(&card("anchor", choose), Side::Left), held * 20_000, "{chosen}");
        assert_eq!(held_ms(&card("anchor", choose), Side::Right), held * 20_000, "{chosen}");
    }
}

#[test]
fn a_move_is_never_repeated() {
    let repeated = card("leg-swings", |options| {
        options.change_exercise("leg-swings", |chosen| chosen.repeats = Some(3));
    });
    assert_eq!(repeated, card("leg-swings", |_| ()));
}

#[test]
fn the_hold_scale_lengthens_holds_and_nothing_else() {
    let plain = planned(|_| ());
    for (percent, hold_ms) in [
        (50, 10_000),
        (99, 19_800),
        (100, 20_000),
        (333, 66_600),
        (1_000, 200_000),
        (0, 10_000),
        (u16::MAX, 200_000),
    ] {
        let scaled = planned(|options| options.hold_percent = percent);
        for (phase, plain) in scaled.phases.iter().zip(&plain.phases) {
            let expected = if plain.kind == PhaseKind::Hold { hold_ms } else { plain.duration_ms };
            assert_eq!(phase.duration_ms, expected, "{percent} % of {plain:?}");
        }
    }
}

#[test]
fn a_chosen_dose_counts_before_the_hold_scale_and_from_5_to_600_seconds() {
    for (seconds, hold_ms) in
        [(0, 10_000), (5, 10_000), (45, 90_000), (600, 1_200_000), (u32::MAX, 1_200_000)]
    {
        let plan = card("anchor", |options| {
            options.hold_percent = 200;
            options.change_exercise("anchor", |chosen| chosen.seconds = Some(seconds));
        });
        assert_eq!(plan.exercises[0].dose_ms, hold_ms);
        assert_eq!(held_ms(&plan, Side::Left), hold_ms);
    }
}

#[test]
fn a_chosen_dose_of_a_move_counts_for_each_leg() {
    let plan = card("leg-swings", |options| {
        options.hold_percent = 200;
        options.change_exercise("leg-swings", |chosen| chosen.seconds = Some(45));
    });
    assert_eq!(plan.total_of_ms(PhaseKind::Move), 90_000);
}

#[test]
fn the_right_leg_goes_first_where_it_was_chosen() {
    let right = planned(|options| options.first_leg = Leg::Right);
    let mirrored: Vec<_> = lines(&planned(|_| ()))
        .iter()
        .map(|line| {
            if line.contains("left") { line.replace("left", "right") } else { line.replace("right", "left") }
        })
        .collect();
    assert_eq!(lines(&right), mirrored);
}

#[test]
fn times_between_of_zero_leave_no_phase() {
    let plan = planned(|options| {
        options.prepare_s = Some(0);
        options.switch_s = Some(0);
        options.recover_s = Some(0);
    });
    assert!(plan.phases.iter().all(|phase| phase.kind.is_logged()));
    assert_eq!(plan.phases.len(), 13);
    assert_eq!(plan.total_ms(), 360_000);
}

#[test]
fn each_time_between_is_its_own() {
    let plan = planned(|options| {
        options.prepare_s = Some(20);
        options.switch_s = Some(8);
        options.recover_s = Some(120);
    });
    assert_eq!(plan.total_of_ms(PhaseKind::Prepare), 8 * 20_000);
    assert_eq!(plan.total_of_ms(PhaseKind::Switch), 3 * 8_000);
    assert_eq!(plan.total_of_ms(PhaseKind::Recover), 2 * 120_000);
}

#[test]
fn times_between_beyond_two_minutes_are_two_minutes() {
    let plan = planned(|options| options.switch_s = Some(u32::MAX));
    assert_eq!(plan.total_of_ms(PhaseKind::Switch), 3 * 120_000);
}

#[test]
fn the_largest_routine_with_the_longest_options_has_a_plan() {
    let mut document = generators::document();
    let section = document["sections"][2].clone();
    let mut exercise = section["exercises"][1].clone();
    exercise["figure"] = serde_json::Value::Null;
    exercise["variation"]["figure"] = serde_json::Value::Null;
    exercise["dose"] = serde_json::json!({
        "kind": "hold", "seconds": 3_600, "repeats": { "min": 20, "max": 20, "default": 20 }
    });
    let mut sections = Vec::new();
    for s in 0..20 {
        let exercises = (0..40).map(|e| {
            let mut exercise = exercise.clone();
            exercise["id"] = format!("e-{s}-{e}").into();
            exercise["variation"]["id"] = format!("v-{s}-{e}").into();
            exercise
        });
        let exercises: Vec<_> = exercises.collect();
        sections.push(serde_json::json!({ "id": format!("s-{s}"), "name": "S", "exercises": exercises }));
    }
    document["sections"] = sections.into();
    let routine = document.to_string();
    let routine = Routine::parse(&routine).unwrap_or_else(|problems| panic!("{}", problems[0]));
    let mut options = Options { hold_percent: 1_000, ..Options::default() };
    for exercise in routine.exercises() {
        options.change_exercise(&exercise.id, |chosen| chosen.variation = true);
    }
    let plan = Plan::new(&routine, &options);
    assert_eq!(plan.total_of_ms(PhaseKind::Hold), 800 * 40 * 36_000_000);
}

#[test]
fn with_a_sore_back_what_has_an_easier_way_is_done_that_way_and_takes_as_long() {
    let plan = planned(|options| options.sore_on = Some(20_779));
    assert_eq!(ids(&plan)[..4], ["side-steps", "marching", "half-lunges", "knee-raises"]);
    assert_eq!(plan.total_ms(), planned(|_| {}).total_ms());
    assert_eq!(plan.position_of("jumping-jacks"), Some(0), "it stands on the same card");
    let plan = planned(|options| options.change_exercise("leg-lunges", |lunges| lunges.easier = true));
    assert_eq!(ids(&plan)[..3], ["jumping-jacks", "jogging-in-place", "half-lunges"]);
}

#[test]
fn the_only_exercise_is_done_on_both_sides_whatever_is_left_out() {
    let plan = planned(|options| {
        options.only = Some("anchor".to_owned());
        options.change_exercise("anchor", |anchor| anchor.leave_out = true);
    });
    assert_eq!(ids(&plan), ["anchor"]);
    assert_eq!((held_ms(&plan, Side::Left), held_ms(&plan, Side::Right)), (20_000, 20_000));
    assert_eq!(ids(&planned(|options| options.only = Some("assisted".to_owned()))), ["assisted"]);
}

#[test]
fn what_is_needed_is_what_the_exercises_of_the_plan_take() {
    let mut routine = Routine::hamstring();
    let needed =
        |routine: &Routine, options: &Options| Plan::new(routine, options).equipment(routine).join(", ");
    assert_eq!(needed(&routine, &Options::default()), "a chair");
    let things = ["a chair".to_owned(), "a mat".to_owned()];
    routine.sections[2].exercises[1].equipment = things.to_vec();
    assert_eq!(needed(&routine, &Options::default()), "a chair, a mat", "each once");
    let mut without = Options::default();
    without.change_exercise("anchor", |anchor| anchor.leave_out = true);
    without.change_exercise("seated", |seated| seated.leave_out = true);
    assert_eq!(needed(&routine, &without), "");
}
