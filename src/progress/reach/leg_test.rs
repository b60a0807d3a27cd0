//! Raising a leg with the phone on the shin: when the sensor's angle is the one to take, and when to give up.
//!
//! Whoever has pressed the button holds the phone in their hand, lies down, and puts it on the shin. Angles of that time are
//! steady now and then, and none of them counts; nor does that of a leg that still lies.

use supple_core::{LEG_RAISE_TENTHS, NoAngle, SteadyTilt, TiltSample};

/// How long people have to get into position, in milliseconds.
pub(super) const READY_MS: u64 = 8_000;
/// From how many tenths of a degree on a leg is raised, rather than lying on an uneven floor.
const RAISED_TENTHS: i32 = 150;
/// How long a sensor that had values may be silent, or say the very same, once there was time to get into position, in
/// milliseconds. Some send nothing while the phone lies still, as it does until the leg is raised.
const PATIENCE_MS: u64 = 6_000;
/// How long to wait for a steady angle in all, in milliseconds.
const GIVE_UP_MS: u64 = 60_000;

/// What there is to do, or what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LegStep {
    /// Get into position.
    Ready,
    /// Raise the leg.
    Raise,
    /// Hold it still.
    HoldStill,
    /// So many tenths of a degree.
    Done(i32),
    /// No angle can be had.
    Failed(LegFailure),
}

/// Why no angle can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LegFailure {
    /// The sensor gives no values.
    Silent,
    /// It says the very same all the time.
    Stuck,
    /// The leg was never steady.
    Unsteady,
}

/// One try.
#[derive(Clone, Debug)]
pub(super) struct LegTest {
    tilt: SteadyTilt,
    began_ms: u64,
    value_ms: Option<u64>,
    stuck_ms: Option<u64>,
}

impl LegTest {
    /// Begins now, by a clock that is never set back.
    pub(super) fn new(now_ms: u64) -> Self {
        Self { tilt: SteadyTilt::new(now_ms), began_ms: now_ms, value_ms: None, stuck_ms: None }
    }

    /// Takes in what the sensor says.
    pub(super) fn push(&mut self, sample: TiltSample) {
        if sample.degrees.is_some() {
            self.value_ms = Some(sample.at_ms);
        }
        self.tilt.push(sample);
    }

    /// How long there is left to get into position, in milliseconds.
    pub(super) fn ready_left_ms(&self, now_ms: u64) -> u64 {
        self.ready_ms().saturating_sub(now_ms)
    }

    /// What to do now. To be asked a few times a second.
    pub(super) fn step(&mut self, now_ms: u64) -> LegStep {
        let angle = self.tilt.angle(now_ms);
        self.stuck_ms = (angle == Err(NoAngle::Stuck)).then(|| self.stuck_ms.unwrap_or(now_ms));
        let is_over = |since_ms: u64| now_ms.saturating_sub(since_ms.max(self.ready_ms())) >= PATIENCE_MS;
        match (angle, self.value_ms) {
            (Err(NoAngle::NoValues), None) => LegStep::Failed(LegFailure::Silent),
            _ if now_ms < self.ready_ms() => LegStep::Ready,
            (Ok(tenths), _) if tenths >= RAISED_TENTHS => LegStep::Done(tenths.min(*LEG_RAISE_TENTHS.end())),
            (Err(NoAngle::NoValues), Some(value_ms)) if is_over(value_ms) => {
                LegStep::Failed(LegFailure::Silent)
            }
            (Err(NoAngle::Stuck), _) if self.stuck_ms.is_some_and(is_over) => {
                LegStep::Failed(LegFailure::Stuck)
            }
            _ if now_ms.saturating_sub(self.began_ms) >= GIVE_UP_MS => LegStep::Failed(LegFailure::Unsteady),
            (Err(NoAngle::Moving), _) => LegStep::HoldStill,
            (Ok(_) | Err(_), _) => LegStep::Raise,
        }
    }

    fn ready_ms(&self) -> u64 {
        self.began_ms.saturating_add(READY_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The different steps in turn, of a sensor that says at each twentieth of a second what this function has for the time.
    fn steps(degrees: impl Fn(u64) -> Option<f64>) -> Vec<(u64, LegStep)> {
        let mut test = LegTest::new(0);
        let mut found: Vec<(u64, LegStep)> = Vec::new();
        for at_ms in (0..=70_000).step_by(50) {
            if let Some(degrees) = degrees(at_ms) {
                test.push(TiltSample { at_ms, degrees: Some(degrees) });
            }
            let step = test.step(at_ms);
            if found.last().is_none_or(|(_, last)| *last != step) {
                found.push((at_ms, step));
            }
            if matches!(step, LegStep::Done(_) | LegStep::Failed(_)) {
                break;
            }
        }
        found
    }

    /// A leg trembles by a tenth of a degree.
    fn trembling(at_ms: u64) -> f64 {
        if (at_ms / 50).is_multiple_of(2) { 0.1 } else { 0.0 }
    }

    #[test]
    fn what_is_steady_in_the_hand_or_on_the_floor_is_no_leg_raise() {
        let found = steps(|at_ms| {
            let degrees = match at_ms {
                0..7_000 => 50.0,
                7_000..15_000 => 4.0,
                15_000..17_000 => 4.0 + f64::from(u32::try_from(at_ms - 15_000).unwrap()) * 0.034,
                _ => 72.0,
            };
            Some(degrees + trembling(at_ms))
        });
        let found: Vec<_> = found.into_iter().map(|(_, step)| step).collect();
        let last = found.last().copied();
        assert!(matches!(last, Some(LegStep::Done(720 | 721))), "{found:?}");
        assert_eq!(found[..3], [LegStep::Ready, LegStep::Raise, LegStep::HoldStill]);
    }

    #[test]
    fn a_sensor_that_never_says_anything_is_given_up_before_anybody_lies_down() {
        let found = steps(|_| None);
        assert_eq!(found.last().map(|(_, step)| *step), Some(LegStep::Failed(LegFailure::Silent)));
        assert!(found.last().unwrap().0 < 3_000);
    }

    #[test]
    fn one_that_is_silent_while_the_phone_lies_still_is_waited_for() {
        let found = steps(|at_ms| {
            let is_lying_still = (2_000..12_000).contains(&at_ms);
            (!is_lying_still).then(|| if at_ms < 12_000 { 1.0 } else { 60.0 } + trembling(at_ms))
        });
        assert!(matches!(found.last(), Some((_, LegStep::Done(600 | 601)))), "{found:?}");
    }

    #[test]
    fn one_that_freezes_or_stops_is_given_up() {
        let frozen = steps(|_| Some(60.0));
        assert_eq!(frozen.last().map(|(_, step)| *step), Some(LegStep::Failed(LegFailure::Stuck)));
        let stopped = steps(|at_ms| (at_ms < 9_000).then(|| 5.0 + trembling(at_ms)));
        assert_eq!(stopped.last().map(|(_, step)| *step), Some(LegStep::Failed(LegFailure::Silent)));
    }

    #[test]
    fn a_leg_that_is_never_steady_is_not_waited_for_for_ever() {
        let found = steps(|at_ms| Some(if (at_ms / 500).is_multiple_of(2) { 50.0 } else { 56.0 }));
        assert_eq!(found.last(), Some(&(60_000, LegStep::Failed(LegFailure::Unsteady))));
    }
}
