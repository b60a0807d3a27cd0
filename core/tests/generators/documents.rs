//! Generators of what is stored beside the log, as two devices may have changed it.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use supple_core::{
    BodyPlace, Corrections, Day, Discomfort, DiscomfortAnswers, DiscomfortLevel, Documents, Goal, KnownNames,
    Leg, LengthUnit, Measured, Measurement, Measurements, Pauses, Programme, Tries,
};

/// Few ids, so that devices often mean the same.
fn id() -> impl Strategy<Value = &'static str> {
    select(vec!["a", "b", "c"])
}

/// Few instants, so that two of them are often the same.
fn instant() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 1_000_u64..1_004, 1 => 0..8_640_000_000_000_000_u64]
}

fn tries(value: std::ops::RangeInclusive<i32>) -> impl Strategy<Value = Tries> {
    vec(value, 1..=3).prop_map(|values| Tries::try_from(values).expect("one to three"))
}

pub(crate) fn leg() -> impl Strategy<Value = Leg> {
    select(vec![Leg::Left, Leg::Right])
}

/// Any measurement. Several with the same id may differ in anything.
pub(crate) fn measurement() -> impl Strategy<Value = Measurement> {
    let unit = select(vec![LengthUnit::Centimetres, LengthUnit::Inches]);
    let floor =
        (unit, tries(0..=1_000)).prop_map(|(unit, tries)| Measured::FingertipsToFloor { unit, tries });
    let raise = (leg(), tries(0..=1_800)).prop_map(|(leg, tries)| Measured::StraightLegRaise { leg, tries });
    (id(), instant(), -840..=840_i32, prop_oneof![floor, raise]).prop_map(
        |(id, when_ms, offset_min, measured)| Measurement {
            id: id.to_owned(),
            when_ms,
            offset_min,
            measured,
        },
    )
}

/// Any measurements.
pub(crate) fn measurements() -> impl Strategy<Value = Measurements> {
    vec(measurement(), 0..6).prop_map(|list| list.into_iter().collect())
}

/// Any answer.
pub(crate) fn discomfort() -> impl Strategy<Value = Discomfort> {
    let places = btree_set(select(BodyPlace::ALL.to_vec()), 0..3);
    (0..=10_u8, places).prop_map(|(level, places)| Discomfort::new(DiscomfortLevel::from(level), places))
}

/// Any answers, and choices about being asked.
pub(crate) fn answers() -> impl Strategy<Value = DiscomfortAnswers> {
    let steps = vec((id(), discomfort(), prop::option::weighted(0.2, any::<bool>()), instant()), 0..6);
    steps.prop_map(|steps| {
        let mut answers = DiscomfortAnswers::default();
        for (id, discomfort, asked, now_ms) in steps {
            match asked {
                Some(asked) => answers.set_asked(asked, now_ms),
                None => answers.answer(id, discomfort, now_ms),
            }
        }
        answers
    })
}

/// Any corrections.
pub(crate) fn corrections() -> impl Strategy<Value = Corrections> {
    vec((id(), 0..4_u8, instant()), 0..6).prop_map(|steps| {
        let mut corrections = Corrections::default();
        for (id, what, now_ms) in steps {
            match what {
                0 => corrections.delete_session(id, now_ms),
                1 => corrections.restore_session(id, now_ms),
                2 => corrections.delete_measurement(id, now_ms),
                _ => corrections.restore_measurement(id, now_ms),
            }
        }
        corrections
    })
}

/// Any names.
pub(crate) fn names() -> impl Strategy<Value = KnownNames> {
    let name = prop_oneof![select(vec!["Bow", "Bridge"]).prop_map(str::to_owned), any::<String>()];
    vec((id(), name, any::<bool>(), instant()), 0..6).prop_map(|steps| {
        let mut names = KnownNames::default();
        for (id, name, is_routine, now_ms) in steps {
            if is_routine {
                names.remember_routine(id, &name, now_ms);
            } else {
                names.remember_exercise(id, &name, now_ms);
            }
        }
        names
    })
}

/// Some days near one another.
fn day() -> impl Strategy<Value = Day> {
    (20_700..20_730_i32).prop_map(Day)
}

/// Any goal.
fn goal() -> impl Strategy<Value = Goal> {
    vec((any::<u8>(), day(), instant()), 0..4).prop_map(|choices| {
        let mut goal = Goal::default();
        for (days, today, now_ms) in choices {
            goal.choose(days, today, now_ms);
        }
        goal
    })
}

/// Any pauses.
fn pauses() -> impl Strategy<Value = Pauses> {
    vec((0..3_u8, day(), prop::option::of(day()), instant()), 0..4).prop_map(|steps| {
        let mut pauses = Pauses::default();
        for (what, day, until, now_ms) in steps {
            match what {
                0 => pauses.end(day, now_ms),
                1 => pauses.take_back(day, now_ms),
                _ => pauses.start(day, until, now_ms),
            }
        }
        pauses
    })
}

/// Any programme.
fn programme() -> impl Strategy<Value = Programme> {
    vec((0..4_u8, day(), instant()), 0..4).prop_map(|steps| {
        let mut programme = Programme::default();
        for (what, day, now_ms) in steps {
            match what {
                0 => programme.start(day, now_ms),
                1 => programme.end(day, now_ms),
                what => programme.put_off(day, what == 2, now_ms),
            }
        }
        programme
    })
}

/// Any documents.
pub(crate) fn documents() -> impl Strategy<Value = Documents> {
    let weeks = (goal(), pauses(), programme());
    (measurements(), answers(), corrections(), names(), weeks).prop_map(
        |(measurements, discomfort, corrections, names, (goal, pauses, programme))| Documents {
            measurements,
            discomfort,
            corrections,
            names,
            goal,
            pauses,
            programme,
        },
    )
}
