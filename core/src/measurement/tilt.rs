//! One steady angle from a phone's sensor, or why there is none.
//!
//! Sensors return nothing, repeat themselves, and jump, and legs tremble. An angle counts once the leg was held still for a
//! second; until then, and where that can't be, there is a reason that the person can be told.

use std::collections::VecDeque;

/// How long the leg must be still, in milliseconds.
const STILL_MS: u64 = 1_000;
/// How long a sensor may say the very same. Browsers round to a tenth of a degree, so it may for a moment; but a leg that is
/// held up trembles.
const STUCK_MS: u64 = 3_000;
/// How many samples a second of stillness must have at least. Sensors give about 60.
const SAMPLES_MIN: usize = 5;
/// How long a sensor may take until its first value, in milliseconds.
const FIRST_MS: u64 = 2_000;
/// How long it may be silent after that, in milliseconds. What was before says nothing then about what is now.
const GAP_MS: u64 = 500;
/// By how many degrees a leg that is held still may move.
const STILL_DEGREES: f64 = 2.0;
/// By how many degrees two samples in a row may differ. A leg raised in half a second moves by three between two of them.
const JUMP_DEGREES: f64 = 20.0;

/// What a sensor says at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TiltSample {
    /// When, in milliseconds of a clock that is never set back, such as that of events.
    pub at_ms: u64,
    /// How far the shin is raised from lying flat, in degrees; `None` where the sensor has no value.
    pub degrees: Option<f64>,
}

/// Why there is no steady angle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoAngle {
    /// It takes a moment longer.
    NotYet,
    /// The sensor gives no values: there is none, or it isn't allowed.
    NoValues,
    /// The sensor says the very same all the time, as no sensor on a leg does.
    Stuck,
    /// The sensor has just jumped as no leg does.
    Jumped,
    /// The leg moves.
    Moving,
}

/// Takes samples in, and says the angle as soon as it is steady.
#[derive(Clone, Debug)]
pub struct SteadyTilt {
    since_ms: u64,
    /// The last samples with a value, without a gap or a jump, of at most [`STUCK_MS`].
    samples: VecDeque<(u64, f64)>,
    jumped_ms: Option<u64>,
}

impl SteadyTilt {
    /// Before the first sample. `now_ms` is of the samples' clock.
    #[must_use]
    pub fn new(now_ms: u64) -> Self {
        Self { since_ms: now_ms, samples: VecDeque::new(), jumped_ms: None }
    }

    /// Takes a sample in. One that is no later than the one before is left out, and what is no angle is no value.
    pub fn push(&mut self, sample: TiltSample) {
        let TiltSample { at_ms, degrees } = sample;
        let Some(degrees) = degrees.filter(|degrees| degrees.abs() <= 180.0) else { return };
        if let Some((last_ms, last)) = self.samples.back().copied() {
            if at_ms <= last_ms {
                return;
            }
            let is_gap = at_ms - last_ms > GAP_MS;
            // After a gap the leg may be anywhere.
            let is_jump = !is_gap && (degrees - last).abs() > JUMP_DEGREES;
            if is_jump {
                self.jumped_ms = Some(at_ms);
            }
            if is_jump || is_gap {
                self.samples.clear();
            }
        }
        self.samples.push_back((at_ms, degrees));
        // One sample older than that is kept, so that the rest is known to last as long.
        while self.samples.get(1).is_some_and(|(second_ms, _)| at_ms - second_ms >= STUCK_MS) {
            self.samples.pop_front();
        }
    }

    /// The steady angle at a moment of the samples' clock, in tenths of a degree: the middle one of the last second.
    ///
    /// # Errors
    /// When there is none, with the reason.
    pub fn angle(&self, now_ms: u64) -> Result<i32, NoAngle> {
        let Some((last_ms, _)) = self.samples.back().copied() else {
            let is_silent = now_ms.saturating_sub(self.since_ms) > FIRST_MS;
            return Err(if is_silent { NoAngle::NoValues } else { NoAngle::NotYet });
        };
        if now_ms.saturating_sub(last_ms) > GAP_MS {
            return Err(NoAngle::NoValues);
        }
        if self.jumped_ms.is_some_and(|jumped_ms| last_ms.saturating_sub(jumped_ms) < STILL_MS) {
            return Err(NoAngle::Jumped);
        }
        let lasted_ms = self.samples.front().map_or(0, |(first_ms, _)| last_ms - first_ms);
        let recent = self.samples.iter().filter(|(at_ms, _)| last_ms - at_ms <= STILL_MS);
        let mut degrees: Vec<f64> = recent.map(|(_, degrees)| *degrees).collect();
        degrees.sort_by(f64::total_cmp);
        let (Some(least), Some(most), Some(middle)) =
            (degrees.first(), degrees.last(), degrees.get(degrees.len() / 2))
        else {
            return Err(NoAngle::NotYet);
        };
        if most - least > STILL_DEGREES {
            return Err(NoAngle::Moving);
        }
        if most.total_cmp(least).is_eq() {
            let is_same = self.samples.iter().all(|(_, degrees)| degrees.total_cmp(least).is_eq());
            return Err(if is_same && lasted_ms >= STUCK_MS { NoAngle::Stuck } else { NoAngle::NotYet });
        }
        if lasted_ms < STILL_MS || degrees.len() < SAMPLES_MIN {
            return Err(NoAngle::NotYet);
        }
        Ok(tenths(*middle))
    }
}

/// An angle within half a turn, in tenths of a degree.
#[expect(clippy::cast_possible_truncation, reason = "from −1800 to 1800")]
fn tenths(degrees: f64) -> i32 {
    (degrees * 10.0).round() as i32
}
