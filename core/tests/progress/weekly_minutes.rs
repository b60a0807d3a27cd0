//! Time held in a week for each part of the body and side.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use supple_core::{
    Beside, Day, Dose, Entry, Held, Library, MinuteScale, MuscleGroup, PhaseKind, Progress, Routine, Side,
    WEEKLY_MINUTES, WeeklyMinutes,
};

use crate::generators::cases;
use crate::{day, done_on, entry, held};

/// What some exercises stretch, as a person would say.
const STRETCHED: [(&str, &[MuscleGroup]); 16] = [
    ("anchor", &[MuscleGroup::Hamstrings]),
    ("forward-fold", &[MuscleGroup::Hamstrings]),
    ("seated-one-leg", &[MuscleGroup::Hamstrings]),
    ("downward-dog", &[MuscleGroup::Hamstrings, MuscleGroup::CalvesAndFeet]),
    ("calf-wall", &[MuscleGroup::CalvesAndFeet]),
    ("arch-stretch", &[MuscleGroup::CalvesAndFeet]),
    ("kneeling-hip-flexor", &[MuscleGroup::HipFlexors]),
    ("standing-quad", &[MuscleGroup::FrontThighs]),
    ("butterfly", &[MuscleGroup::InnerThighs]),
    ("figure-four-chair", &[MuscleGroup::Buttocks]),
    ("cobra", &[MuscleGroup::BackAndWaist]),
    ("childs-pose", &[MuscleGroup::BackAndWaist]),
    ("doorway-chest", &[MuscleGroup::ChestAndShoulders]),
    ("neck-side-bend", &[MuscleGroup::Neck]),
    ("wrist-flexor", &[MuscleGroup::Forearms]),
    ("of-an-authors-own", &[MuscleGroup::Other]),
];

fn hold(exercise: &str, side: Side, held_ms: u64) -> Entry {
    Entry { exercise: exercise.to_owned(), ..held(side, held_ms) }
}

#[test]
fn exercises_stretch_what_a_person_would_say() {
    for (exercise, groups) in STRETCHED {
        assert_eq!(MuscleGroup::stretched_by(exercise), groups, "{exercise}");
    }
}

#[test]
fn every_hold_of_the_library_stretches_something_with_a_name() {
    let (mut groups, mut holds) = (Vec::new(), 0);
    let everything = Routine::parse(&Library::built_in().all_exercises()).expect("is sound");
    for exercise in everything.exercises().filter(|exercise| matches!(exercise.dose, Dose::Hold { .. })) {
        let stretched = MuscleGroup::stretched_by(&exercise.id);
        assert!(!stretched.is_empty() && !stretched.contains(&MuscleGroup::Other), "{}", exercise.id);
        groups.extend(stretched);
        holds += 1;
    }
    assert!(holds > 30 && MuscleGroup::ALL[..10].iter().all(|group| groups.contains(group)));
}

#[test]
fn a_time_lies_beside_the_band() {
    let minutes = |minutes: u64| Beside::of(minutes * 60_000);
    assert_eq!(WEEKLY_MINUTES, (5, 10));
    assert_eq!([0, 4, 5, 10, 11].map(minutes), {
        use Beside::{Above, Below, Within};
        [Below, Below, Within, Within, Above]
    });
    assert_eq!((Beside::of(299_999), Beside::of(600_001)), (Beside::Below, Beside::Above));
}

#[test]
fn a_hold_of_both_sides_counts_for_each_and_one_without_sides_for_both() {
    let today = day(2026, 11, 22);
    let mut record = done_on(today);
    record.entries = vec![
        hold("childs-pose", Side::None, 30_000),
        hold("seated-twist", Side::Left, 15_000),
        hold("butterfly", Side::Both, 40_000),
        Entry { exercise: "cat-cow".to_owned(), ..entry(PhaseKind::Move, Side::None, 45_000, true) },
    ];
    let weeks = WeeklyMinutes::of_last_weeks([&record], 1, today, 0);
    let [week] = weeks.as_slice() else { panic!("one week was asked for") };
    assert_eq!(week.of(MuscleGroup::BackAndWaist), Held { left_ms: 15_000, right_ms: 0, body_ms: 30_000 });
    assert_eq!(week.sides_ms(MuscleGroup::BackAndWaist), (45_000, 30_000));
    assert_eq!(week.sides_ms(MuscleGroup::InnerThighs), (40_000, 40_000));
    let shown: Vec<_> = week.groups().map(|(group, _)| group).collect();
    assert_eq!(shown, [MuscleGroup::BackAndWaist, MuscleGroup::InnerThighs]);
}

#[test]
fn the_time_of_a_week_has_each_hold_once_and_its_groups_are_those_of_any_week() {
    let today = day(2026, 11, 22);
    let (mut before, mut now) = (done_on(Day(today.0 - 7)), done_on(today));
    before.entries = vec![hold("calf-wall", Side::Left, 10_000)];
    now.entries = vec![
        hold("downward-dog", Side::Both, 20_000),
        hold("anchor", Side::Left, 5_000),
        Entry { exercise: "cat-cow".to_owned(), ..entry(PhaseKind::Move, Side::None, 45_000, true) },
    ];
    let weeks = WeeklyMinutes::of_last_weeks([&before, &now], 3, today, 0);
    assert_eq!(weeks.iter().map(|week| week.held_ms).collect::<Vec<_>>(), [0, 10_000, 25_000]);
    assert_eq!(WeeklyMinutes::groups_in(&weeks[..1]), []);
    assert_eq!(WeeklyMinutes::groups_in(&weeks[..2]), [MuscleGroup::CalvesAndFeet]);
    assert_eq!(WeeklyMinutes::groups_in(&weeks), [MuscleGroup::Hamstrings, MuscleGroup::CalvesAndFeet]);
}

#[test]
fn a_scale_has_room_for_the_band_and_for_the_longest_time() {
    let minutes = |minutes: u64| minutes * 60_000;
    let top = |longest_ms| MinuteScale::of([0, longest_ms]).top_minutes();
    assert_eq!([0, minutes(15), minutes(15) + 1, minutes(61), u64::MAX].map(top), [15, 15, 20, 65, 10_080]);
    assert_eq!(MinuteScale::of([]).top_minutes(), 15);
    let scale = MinuteScale::of([minutes(20)]);
    let places = [0, minutes(5), minutes(10), minutes(20), u64::MAX].map(|ms| scale.permille(ms));
    assert_eq!(places, [0, 250, 500, 1_000, 1_000]);
    assert_eq!(scale.band_labels(), [5, 10]);
    assert_eq!(MinuteScale::of([minutes(31)]).band_labels(), [10]);
}

#[test]
fn damaged_times_do_not_overflow() {
    let today = day(2026, 11, 22);
    let mut record = done_on(today);
    record.entries = vec![hold("anchor", Side::Both, u64::MAX), hold("anchor", Side::None, u64::MAX)];
    let weeks = WeeklyMinutes::of_last_weeks([&record, &record], 2, today, 0);
    assert_eq!(weeks[1].sides_ms(MuscleGroup::Hamstrings), (u64::MAX, u64::MAX));
    for wrong in [Day(-100_000_000), Day(100_000_000)] {
        assert!(WeeklyMinutes::of_last_weeks([&record], 3, wrong, 0)[2].groups().next().is_none());
    }
    assert!(WeeklyMinutes::of_last_weeks([&record], 0, today, 0).is_empty());
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn minutes_are_the_sums_over_the_holds_of_a_week(
        mut log in crate::properties::log(),
        exercises in vec(select(&STRETCHED[..]), 240),
        today in 20_758..20_792_i32,
        first_weekday in 0..7_i32,
    ) {
        let entries = log.iter_mut().flat_map(|session| &mut session.entries);
        for (entry, (exercise, _)) in entries.zip(&exercises) {
            entry.exercise = (*exercise).to_owned();
        }
        let weeks = WeeklyMinutes::of_last_weeks(&log, 6, Day(today), first_weekday);
        prop_assert_eq!(weeks.len(), 6);
        let present = (today - 6..=today).find(|day| (day + 3 - first_weekday).rem_euclid(7) == 0);
        for (ago, week) in (0..).zip(weeks.iter().rev()) {
            let first = present.expect("each week has one") - 7 * ago;
            prop_assert_eq!(week.first, Day(first));
            for group in MuscleGroup::ALL {
                let sum = |sides: [Side; 2]| -> u64 {
                    let days = first..=(first + 6).min(today + Progress::AHEAD_DAYS);
                    let sessions = log.iter().filter(|session| days.contains(&session.day().0));
                    let holds = sessions.flat_map(|session| &session.entries);
                    let holds = holds.filter(|entry| entry.kind == PhaseKind::Hold && sides.contains(&entry.side));
                    let of_group = holds.filter(|entry| {
                        STRETCHED.iter().any(|(id, groups)| *id == entry.exercise && groups.contains(&group))
                    });
                    of_group.map(|entry| entry.held_ms).sum()
                };
                let held = Held {
                    left_ms: sum([Side::Left, Side::Both]),
                    right_ms: sum([Side::Right, Side::Both]),
                    body_ms: sum([Side::None, Side::None]),
                };
                prop_assert_eq!(week.of(group), held);
            }
        }
    }
}
