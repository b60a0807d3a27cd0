//! The sessions with an answer, as a chart and a table have them.

use supple_core::{BodyPlace, Day, DiscomfortAnswers, SessionRecord};

use crate::durations::nearest_minutes;

/// How many sessions the chart has at most: the newest.
pub(super) const SHOWN_MAX: usize = 20;

/// A session with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answered {
    /// When it was.
    pub(super) day: Day,
    /// From 0 to 10.
    pub(super) points: u8,
    /// Where it hurt.
    pub(super) places: Vec<BodyPlace>,
    /// Minutes held and moved, to the nearest.
    pub(super) minutes: u64,
    /// How many exercises were broken off because they hurt, each side for itself.
    pub(super) broken_off: usize,
}

/// The last sessions with an answer, oldest first.
pub(super) fn answered(answers: &DiscomfortAnswers, log: &[SessionRecord]) -> Vec<Answered> {
    let all = answers.in_log(log);
    let first = all.len().saturating_sub(SHOWN_MAX);
    all.into_iter()
        .skip(first)
        .map(|(session, discomfort)| Answered {
            day: session.day(),
            points: discomfort.level().points(),
            places: discomfort.places().iter().copied().collect(),
            minutes: nearest_minutes(session.entries.iter().map(|entry| entry.held_ms).sum()),
            broken_off: session.too_much().len(),
        })
        .collect()
}

/// The session to ask about: the newest one, as long as it was today or the day before. `None` where there is no such session,
/// since nobody knows any more how an older one felt.
pub(super) fn to_ask_about(log: &[SessionRecord], today: Day) -> Option<&SessionRecord> {
    log.last().filter(|session| (0..=1).contains(&(today.0 - session.day().0)))
}

#[cfg(test)]
mod tests {
    use supple_core::{Discomfort, Entry, PhaseKind, Side};

    use super::*;

    const DAY_MS: u64 = 86_400_000;

    fn session(day: u64, held_ms: u64) -> SessionRecord {
        let mut record = SessionRecord::new(format!("s{day}"), "hips".to_owned(), day * DAY_MS, 0);
        record.entries.push(Entry {
            exercise: "pigeon".to_owned(),
            kind: PhaseKind::Hold,
            side: Side::Left,
            repeat: 1,
            held_ms,
            planned_ms: held_ms,
            full: true,
            at_ms: held_ms,
            too_much: day == 2,
        });
        record
    }

    #[test]
    fn only_sessions_with_an_answer_are_shown_and_the_newest_of_them() {
        let log: Vec<_> = (0..30).map(|day| session(day, 90_000)).collect();
        let mut answers = DiscomfortAnswers::default();
        answers.answer("s2", Discomfort::new(4.into(), [BodyPlace::Knees]), 1);
        answers.answer("gone", Discomfort::new(9.into(), []), 1);
        let shown = answered(&answers, &log);
        let expected =
            Answered { day: Day(2), points: 4, places: vec![BodyPlace::Knees], minutes: 2, broken_off: 1 };
        assert_eq!(shown, [expected]);
        for day in 0..30 {
            answers.answer(&format!("s{day}"), Discomfort::new(1.into(), []), 2);
        }
        let days: Vec<_> = answered(&answers, &log).into_iter().map(|it| it.day.0).collect();
        assert_eq!(days, (10..30).collect::<Vec<_>>());
    }

    #[test]
    fn an_old_session_and_one_of_a_wrong_clock_are_not_asked_about() {
        let log = [session(10, 1)];
        let asked = [9, 10, 11, 12].map(|today| to_ask_about(&log, Day(today)).is_some());
        assert_eq!(asked, [false, true, true, false]);
        assert_eq!(to_ask_about(&[], Day(10)), None);
    }
}
