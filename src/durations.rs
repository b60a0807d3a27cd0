//! Times as people read them. All of these are texts of the catalogue with numbers in them.

use supple_core::Snapshot;

use crate::messages::Messages;

/// Whole seconds that a remaining time shows: a hold of 20 s begins with 20 and ends when 1 is over.
pub(crate) fn seconds_left(ms: u64) -> u64 {
    ms.div_ceil(1_000)
}

/// Whole minutes, to the nearest.
pub(crate) fn nearest_minutes(ms: u64) -> u64 {
    (ms + 30_000) / 60_000
}

/// Whole seconds to show: those that are left, or in an open phase those that have passed. Before a resumed hold continues,
/// those to get back into position.
pub(crate) fn seconds_shown(snapshot: &Snapshot) -> u64 {
    if snapshot.settling_ms > 0 {
        seconds_left(snapshot.settling_ms)
    } else if snapshot.open {
        snapshot.elapsed_ms / 1_000
    } else {
        seconds_left(snapshot.remaining_ms)
    }
}

/// Whether a countdown shows minutes too, and is longer for it.
pub(crate) fn has_minutes(seconds: u64) -> bool {
    seconds >= 60
}

/// "42" below a minute, else "1:05".
pub(crate) fn countdown(seconds: u64) -> String {
    if has_minutes(seconds) { clock_face(seconds) } else { seconds.to_string() }
}

/// Which of several steps is shown where there is room for one: each for three seconds, over and over.
pub(crate) fn step_shown(elapsed_ms: u64, steps: usize) -> usize {
    usize::try_from(elapsed_ms / 3_000).unwrap_or_default() % steps.max(1)
}

/// "1:05".
pub(crate) fn clock_face(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// How much time is left, as coarsely as it is told: it changes seldom, for the sake of calm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TimeLeft {
    /// Minutes, where there is at least one, rounded like the length of the whole.
    minutes: Option<u64>,
    /// Seconds, in the last minute.
    seconds: u64,
    is_estimate: bool,
}

impl TimeLeft {
    /// Of a time in milliseconds.
    pub(crate) fn new(ms: u64, is_estimate: bool) -> Self {
        let seconds = seconds_left(ms);
        if has_minutes(seconds) {
            Self { minutes: Some(nearest_minutes(seconds * 1_000)), seconds: 0, is_estimate }
        } else {
            Self { minutes: None, seconds, is_estimate }
        }
    }
}

/// "1.25" for 125 percent.
fn factor(percent: u32) -> String {
    let (whole, part) = (percent / 100, percent % 100);
    match part {
        0 => whole.to_string(),
        part if part % 10 == 0 => format!("{whole}.{}", part / 10),
        part => format!("{whole}.{part:02}"),
    }
}

impl Messages {
    /// "20 s", "2 min", "2 min 5 s". Rounded down: nobody is credited with a second they didn't hold.
    pub(crate) fn duration(self, ms: u64) -> String {
        let seconds = ms / 1_000;
        match (seconds / 60, seconds % 60) {
            (0, seconds) => self.time_seconds(seconds),
            (minutes, 0) => self.time_minutes(minutes),
            (minutes, seconds) => self.time_minutes_seconds(minutes, seconds),
        }
    }

    /// A total: "1 min 40 s", and from ten minutes on whole minutes, rounded down.
    pub(crate) fn total_duration(self, ms: u64) -> String {
        self.duration(if ms < 600_000 { ms } else { ms - ms % 60_000 })
    }

    /// "20 seconds", "1 minute 5 seconds": as it is said aloud, where "20 s" may be read as two words that mean nothing.
    pub(crate) fn spoken_duration(self, seconds: u64) -> String {
        match (seconds / 60, seconds % 60) {
            (0, seconds) => self.spoken_seconds(seconds),
            (minutes, 0) => self.spoken_minutes(minutes),
            (minutes, seconds) => {
                format!("{} {}", self.spoken_minutes(minutes), self.spoken_seconds(seconds))
            }
        }
    }

    /// "11 min", rounded to the nearest minute; "45 s" below one.
    pub(crate) fn rounded_duration(self, ms: u64) -> String {
        if ms < 60_000 { self.duration(ms) } else { self.time_minutes(nearest_minutes(ms)) }
    }

    /// "about 11 min" of an estimate, else the time as it is.
    pub(crate) fn estimated(self, is_estimate: bool, time: String) -> String {
        if is_estimate { self.estimate(time) } else { time }
    }

    /// "8 min left", "45 s left", "about 8 min left".
    pub(crate) fn left(self, left: TimeLeft) -> String {
        let time = match left.minutes {
            Some(minutes) => self.time_minutes(minutes),
            None => self.time_seconds(left.seconds),
        };
        self.time_left(self.estimated(left.is_estimate, time))
    }

    /// How long holds are, in percent of the routine's: "25% shorter", "Standard", "50% longer", "3 times as long".
    pub(crate) fn hold_length(self, percent: u32) -> String {
        match percent {
            0..100 => self.scale_shorter(100 - percent),
            100 => self.scale_standard().to_owned(),
            101..200 => self.scale_longer(percent - 100),
            200 => self.scale_twice().to_owned(),
            201.. => self.scale_times(factor(percent)),
        }
    }

    /// How fast the voice speaks, in percent of its own speed: "Normal", "1.25×".
    pub(crate) fn speed(self, percent: u32) -> String {
        if percent == 100 { self.cues_rate_normal().to_owned() } else { self.times_scale(factor(percent)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_shows_whole_seconds_until_each_is_over() {
        for (ms, shown) in
            [(20_000, "20"), (19_001, "20"), (19_000, "19"), (1, "1"), (0, "0"), (60_000, "1:00")]
        {
            assert_eq!(countdown(seconds_left(ms)), shown, "{ms} ms");
        }
    }

    #[test]
    fn each_step_is_shown_for_three_seconds_and_then_the_first_again() {
        assert_eq!([0, 2_999, 3_000, 8_999, 9_000].map(|ms| step_shown(ms, 3)), [0, 0, 1, 2, 0]);
        assert_eq!(step_shown(5_000, 0), 0);
    }

    #[test]
    fn times_are_said_in_whole_words() {
        let said = [1, 13, 60, 65, 121].map(|seconds| Messages::english().spoken_duration(seconds));
        assert_eq!(said, ["1 second", "13 seconds", "1 minute", "1 minute 5 seconds", "2 minutes 1 second"]);
    }

    #[test]
    fn what_was_held_is_never_rounded_up() {
        let messages = Messages::english();
        assert_eq!(messages.duration(19_999), "19 s");
        assert_eq!(messages.duration(125_000), "2 min 5 s");
    }

    #[test]
    fn the_time_left_is_told_in_minutes_and_in_the_last_one_in_seconds() {
        let messages = Messages::english();
        assert_eq!(messages.left(TimeLeft::new(490_000, false)), "8 min left");
        assert_eq!(messages.left(TimeLeft::new(45_000, false)), "45 s left");
        assert_eq!(messages.left(TimeLeft::new(89_000, true)), "about 1 min left");
    }

    #[test]
    fn lengths_and_speeds_are_said_against_what_is_normal() {
        let messages = Messages::english();
        assert_eq!(
            [75, 100, 150, 200, 750].map(|percent| messages.hold_length(percent)),
            ["25% shorter", "Standard", "50% longer", "Twice as long", "7.5 times as long"]
        );
        assert_eq!([50, 100, 125].map(|percent| messages.speed(percent)), ["0.5×", "Normal", "1.25×"]);
    }
}
