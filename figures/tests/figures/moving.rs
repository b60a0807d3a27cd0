//! Motions: no joint jumps, and a motion that repeats ends where it began.

use supple_core::Routine;
use supple_figures::{Motion, View, bones, drawings};

/// The time between two frames of a screen, in milliseconds.
const FRAME_MS: f32 = 1_000.0 / 60.0;

/// The greatest distance a joint moves from one frame of the screen to the next, in hundredths of the body's
/// height.
fn greatest_step(motion: &Motion, view: View, step_ms: u32) -> f32 {
    let bones = bones(view);
    let last = motion.moments.last().map_or(0, |moment| moment.ms) as f32;
    let joints = |ms: f32| motion.at(ms, step_ms).expect("has frames").frame.joints(&bones);
    let mut greatest = 0.0_f32;
    let mut ms = 0.0;
    while ms < last {
        let (now, next) = (joints(ms), joints((ms + FRAME_MS).min(last)));
        for (now, next) in now.iter().zip(next) {
            greatest = greatest.max(now.distance(next));
        }
        ms += FRAME_MS;
    }
    greatest
}

#[test]
fn no_joint_jumps_between_frames() {
    for (id, drawing) in drawings(Routine::hamstring_document()) {
        let mistake = drawing.mistake.iter().map(|(motion, _)| motion);
        for motion in [&drawing.motion, &drawing.partner].into_iter().chain(mistake) {
            let greatest = greatest_step(motion, drawing.view, drawing.step_ms);
            // In a jumping jack the hands move more than a metre along half a circle in less than a second.
            let limit = if drawing.repeats { 8.0 } else { 2.5 };
            assert!(greatest < limit, "{id}: {greatest}");
        }
    }
}

#[test]
fn a_motion_that_repeats_ends_where_it_began() {
    for (id, drawing) in drawings(Routine::hamstring_document()) {
        let bones = bones(drawing.view);
        let moments = &drawing.motion.moments;
        let (Some(first), Some(last)) = (moments.first(), moments.last()) else {
            panic!("{id} has no frames")
        };
        let (first, last) = (first.frame.joints(&bones), last.frame.joints(&bones));
        let off = first.iter().zip(last).map(|(first, last)| first.distance(last)).fold(0.0, f32::max);
        assert_eq!(off < 0.1, drawing.repeats, "{id}: {off}");
    }
}

#[test]
fn times_grow_and_few_keyframes_are_needed() {
    let mut kept = 0;
    for (id, drawing) in drawings(Routine::hamstring_document()) {
        for motion in [&drawing.motion, &drawing.partner] {
            assert!(motion.moments.is_sorted_by(|before, after| before.ms < after.ms), "{id}");
            kept += motion.moments.len();
        }
        assert!(drawing.still_ms <= drawing.motion.moments.last().map_or(0, |moment| moment.ms), "{id}");
    }
    assert!(kept < 150, "{kept} keyframes in all figures together");
}

#[test]
fn each_step_begins_and_ends_slowly() {
    let all = drawings(Routine::hamstring_document());
    let (_, lying) = all.iter().find(|(id, _)| id == "lying").expect("is there");
    let bones = bones(lying.view);
    let way = |from: f32, to: f32| {
        let joints = |ms: f32| lying.motion.at(ms, lying.step_ms).expect("has frames").frame.joints(&bones);
        joints(from).iter().zip(joints(to)).map(|(from, to)| from.distance(to)).fold(0.0, f32::max)
    };
    let (begin, end) = (lying.step_ms as f32, 2.0 * lying.step_ms as f32);
    let middle = f32::midpoint(begin, end);
    assert!(way(begin, begin + 50.0) < way(middle, middle + 50.0) / 3.0);
    assert!(way(end - 50.0, end) < way(middle, middle + 50.0) / 3.0);
}
