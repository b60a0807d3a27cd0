//! Sensors that work, and sensors that don't.

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{NoAngle, SteadyTilt, TiltSample};

use crate::generators::cases;

/// Sixty samples a second, about.
const STEP_MS: u64 = 16;

/// What is known after so many samples.
fn after(samples: u32, degrees: impl Fn(u32) -> Option<f64>) -> Result<i32, NoAngle> {
    let mut tilt = SteadyTilt::new(0);
    let mut at_ms = 0;
    for i in 0..samples {
        at_ms += STEP_MS;
        tilt.push(TiltSample { at_ms, degrees: degrees(i) });
    }
    tilt.angle(at_ms)
}

/// A leg that is held up trembles a little.
fn trembling(degrees: f64, i: u32) -> Option<f64> {
    let by = match i % 5 {
        0 => 0.0,
        1 => 0.2,
        2 => -0.1,
        3 => 0.3,
        _ => -0.2,
    };
    Some(degrees + by)
}

#[test]
fn a_leg_that_is_held_still_for_a_second_has_an_angle() {
    assert_eq!(after(30, |i| trembling(62.0, i)), Err(NoAngle::NotYet));
    assert_eq!(after(70, |i| trembling(62.0, i)), Ok(620));
}

#[test]
fn a_leg_on_its_way_up_has_none_until_it_is_held() {
    let raised = |i: u32| Some(60_f64.min(f64::from(i) * 0.5));
    assert_eq!(after(100, raised), Err(NoAngle::Moving));
    let held = |i: u32| if i < 120 { raised(i) } else { trembling(60.0, i) };
    assert_eq!(after(190, held), Ok(600));
}

#[test]
fn a_sensor_without_values_is_given_two_seconds() {
    assert_eq!(after(100, |_| None), Err(NoAngle::NotYet));
    assert_eq!(after(130, |_| None), Err(NoAngle::NoValues));
    let no_events = SteadyTilt::new(5_000);
    assert_eq!(no_events.angle(6_000), Err(NoAngle::NotYet));
    assert_eq!(no_events.angle(7_001), Err(NoAngle::NoValues));
    for nonsense in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -181.0] {
        assert_eq!(after(130, |_| Some(nonsense)), Err(NoAngle::NoValues), "{nonsense}");
    }
}

#[test]
fn a_sensor_that_falls_silent_has_no_angle_any_more() {
    let mut tilt = SteadyTilt::new(0);
    for i in 0..100 {
        tilt.push(TiltSample { at_ms: u64::from(i) * STEP_MS, degrees: trembling(40.0, i) });
    }
    assert_eq!(tilt.angle(100 * STEP_MS), Ok(400));
    assert_eq!(tilt.angle(100 * STEP_MS + 600), Err(NoAngle::NoValues));
    // It comes back: what was before doesn't count.
    tilt.push(TiltSample { at_ms: 5_000, degrees: Some(70.0) });
    assert_eq!(tilt.angle(5_000), Err(NoAngle::NotYet));
}

#[test]
fn values_among_nothing_still_count() {
    assert_eq!(after(100, |i| trembling(40.0, i).filter(|_| i % 3 > 0)), Ok(400));
}

#[test]
fn a_sensor_that_repeats_itself_is_stuck() {
    assert_eq!(after(100, |_| Some(45.0)), Err(NoAngle::NotYet));
    assert_eq!(after(200, |_| Some(45.0)), Err(NoAngle::Stuck));
    // Also after it has worked.
    let froze = |i: u32| if i < 50 { trembling(45.0, i) } else { Some(45.0) };
    assert_eq!(after(250, froze), Err(NoAngle::Stuck));
    let moves_again = |i: u32| if i < 200 { Some(45.0) } else { trembling(45.0, i) };
    assert_eq!(after(270, moves_again), Ok(450));
}

#[test]
fn a_sensor_that_jumps_is_not_believed_until_it_has_calmed_down() {
    let jumps = |at: u32| move |i: u32| if i == at { Some(170.0) } else { trembling(45.0, i) };
    assert_eq!(after(100, jumps(90)), Err(NoAngle::Jumped));
    assert_eq!(after(160, jumps(90)), Ok(450));
    assert_eq!(after(200, |i| Some(if i % 2 == 0 { 10.0 } else { 60.0 })), Err(NoAngle::Jumped));
}

#[test]
fn a_few_samples_are_not_enough() {
    let mut tilt = SteadyTilt::new(0);
    for i in 0..10 {
        tilt.push(TiltSample { at_ms: u64::from(i) * 400, degrees: trembling(45.0, i) });
    }
    assert_eq!(tilt.angle(3_600), Err(NoAngle::NotYet));
}

#[test]
fn samples_of_the_past_are_left_out() {
    let mut tilt = SteadyTilt::new(0);
    for i in 0..100 {
        tilt.push(TiltSample { at_ms: 1_000 + u64::from(i) * STEP_MS, degrees: trembling(45.0, i) });
        tilt.push(TiltSample { at_ms: 500, degrees: Some(90.0) });
    }
    assert_eq!(tilt.angle(1_000 + 99 * STEP_MS), Ok(450));
}

proptest! {
    #![proptest_config(cases(256))]

    /// However the sensor behaves: an angle is one that it has been saying for the last second, within two degrees.
    #[test]
    fn an_angle_is_one_that_was_held(
        samples in vec((1_u64..60, prop::option::weighted(0.95, prop_oneof![9 => 50.0..52.0, 1 => -200.0..200.0_f64])), 0..200),
    ) {
        let mut tilt = SteadyTilt::new(0);
        let (mut at_ms, mut values) = (0, Vec::new());
        for (step_ms, degrees) in samples {
            at_ms += step_ms;
            tilt.push(TiltSample { at_ms, degrees });
            values.extend(degrees.filter(|it| it.abs() <= 180.0).map(|it| (at_ms, it)));
            let Ok(tenths) = tilt.angle(at_ms) else { continue };
            let last_ms = values.last().expect("there are values").0;
            let held = values.iter().filter(|(at_ms, _)| last_ms - at_ms <= 1_000).map(|(_, degrees)| *degrees);
            let least = held.clone().fold(f64::INFINITY, f64::min);
            let most = held.fold(f64::NEG_INFINITY, f64::max);
            prop_assert!(most - least <= 2.0);
            let angle = f64::from(tenths) / 10.0;
            prop_assert!((least - 0.05..=most + 0.05).contains(&angle), "{} of {}..{}", angle, least, most);
        }
    }
}
