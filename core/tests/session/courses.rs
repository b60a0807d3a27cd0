//! Random courses of sessions: what the clocks show, and which commands come when.

use proptest::collection::vec;
use proptest::prelude::*;
use supple_core::{ClockSample, Command, Position};

/// How far both clocks move between two samples.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    pub(crate) monotonic: i64,
    pub(crate) wall: i64,
}

impl Gap {
    pub(crate) fn after(self, now: ClockSample) -> ClockSample {
        ClockSample {
            monotonic_ms: now.monotonic_ms.saturating_add_signed(self.monotonic),
            wall_ms: now.wall_ms.saturating_add_signed(self.wall),
        }
    }
}

pub(crate) fn gap() -> impl Strategy<Value = Gap> {
    let both = |ms: i64| Gap { monotonic: ms, wall: ms };
    let hour = 3_600_000_i64;
    prop_oneof![
        12 => (0_i64..4_000).prop_map(both),
        4 => (4_000_i64..20_000).prop_map(both),
        2 => (20_000_i64..=90_000).prop_map(both),
        1 => (89_999_i64..200_000).prop_map(both),
        1 => (0_i64..2_000, 2_990..3_010_i64).prop_map(|(ms, sleep)| Gap { monotonic: ms, wall: ms + sleep }),
        1 => (0_i64..2_000, 0..hour).prop_map(|(ms, sleep)| Gap { monotonic: ms, wall: ms + sleep }),
        2 => (0_i64..20_000, 0..hour).prop_map(|(ms, back)| Gap { monotonic: ms, wall: ms - back }),
        1 => (-50_i64..0, -50..50_i64).prop_map(|(monotonic, wall)| Gap { monotonic, wall }),
        1 => (-4_000_i64..0).prop_map(both),
    ]
}

pub(crate) fn command() -> impl Strategy<Value = Option<Command>> {
    prop_oneof![
        12 => Just(None),
        2 => Just(Some(Command::Pause)),
        6 => Just(Some(Command::Resume)),
        2 => Just(Some(Command::Next)),
        2 => Just(Some(Command::Previous)),
        1 => (0_u64..30_000).prop_map(|ms| Some(Command::Extend(ms))),
        1 => Just(Some(Command::RestartExercise)),
        2 => Just(Some(Command::TooMuch)),
        1 => Just(Some(Command::Shorten)),
        1 => Just(Some(Command::Stop)),
    ]
}

/// Clock samples and the command at each; sometimes the session ends in between.
pub(crate) fn course() -> impl Strategy<Value = Vec<(Gap, Option<Command>)>> {
    let finish = prop_oneof![
        9 => Just(None),
        1 => Just(Some(Command::Finish)),
        1 => Just(Some(Command::Extend(u64::MAX))),
    ];
    (vec((gap(), command()), 0..50), gap(), finish, vec((gap(), command()), 0..3)).prop_map(
        |(mut course, gap, finish, rest)| {
            course.push((gap, finish));
            course.extend(rest);
            course
        },
    )
}

pub(crate) fn position() -> impl Strategy<Value = Position> {
    let ms = || prop_oneof![3 => 0_u64..30_000, 1 => any::<u64>()];
    (prop_oneof![4 => 0_usize..40, 1 => any::<usize>()], ms(), ms(), ms(), ms()).prop_map(
        |(phase, elapsed_ms, extended_ms, logged_ms, cut_ms)| Position {
            phase,
            elapsed_ms,
            extended_ms,
            logged_ms,
            cut_ms,
        },
    )
}
