//! What somebody has done of a routine, for whoever wrote it.

use serde::{Deserialize, Serialize};

use super::label::plain;
use super::packing::{Kind, LinkError, is_marked, pack, unpack};
use crate::day::Day;
use crate::log::SessionRecord;
use crate::measurement::{LengthUnit, Measured, Measurements};
use crate::plan::PhaseKind;
use crate::progress::{Held, Progress};
use crate::routine::{Leg, Side};

/// How many days a summary goes back, today among them: twelve weeks.
pub const SUMMARY_DAYS: i32 = 84;

/// What somebody has done of one routine in the last [`SUMMARY_DAYS`]: what the log says, and nothing else. Only the person
/// makes it, and only they send it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoutineSummary {
    /// The routine's name.
    pub name: String,
    /// For whom it is, as its author wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intended_for: Option<String>,
    /// The day on which the summary was made, as an ISO 8601 date.
    pub made: String,
    /// The days on which the routine was done, as ISO 8601 dates in order.
    pub days: Vec<String>,
    /// How many sessions there were.
    pub sessions: usize,
    /// Seconds held on the left. What was held on both sides at once counts for each.
    #[serde(default)]
    pub left_s: u64,
    /// Seconds held on the right.
    #[serde(default)]
    pub right_s: u64,
    /// Seconds held where sides are not told apart.
    #[serde(default)]
    pub body_s: u64,
    /// Seconds of moves.
    #[serde(default)]
    pub moved_s: u64,
    /// What the person broke off because it hurt, the most often first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hurts: Vec<Hurt>,
    /// What they measured, if they wish to say so: oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<SummaryMeasurement>,
}

/// An exercise that hurt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hurt {
    /// Its name.
    pub exercise: String,
    /// The side.
    pub side: Side,
    /// In how many sessions.
    pub times: usize,
}

/// A measurement in a summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryMeasurement {
    /// Its day, as an ISO 8601 date.
    pub day: String,
    /// The leg that was raised; `None` for fingertips to floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leg: Option<Leg>,
    /// The unit of a length; an angle is in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<LengthUnit>,
    /// In tenths of its unit.
    pub tenths: i32,
}

impl RoutineSummary {
    /// Adds up the sessions of a routine as of a day, of a log in any order. `exercise_name` gives the name of an exercise's
    /// id. Days that are more than [`Progress::AHEAD_DAYS`] ahead are left out: a clock was wrong.
    #[must_use]
    pub fn of(
        log: &[SessionRecord],
        routine: &str,
        name: &str,
        today: Day,
        exercise_name: impl Fn(&str) -> String,
    ) -> Self {
        let period = Day(today.0 - SUMMARY_DAYS + 1)..=Day(today.0 + Progress::AHEAD_DAYS);
        let is_meant = |session: &&SessionRecord| {
            session.routine == routine && !session.entries.is_empty() && period.contains(&session.day())
        };
        let sessions: Vec<&SessionRecord> = log.iter().filter(is_meant).collect();
        let mut days: Vec<Day> = sessions.iter().map(|session| session.day()).collect();
        days.sort_unstable();
        days.dedup();
        let entries = || sessions.iter().flat_map(|session| &session.entries);
        let held = Held::of(entries());
        let moves = entries().filter(|entry| entry.kind == PhaseKind::Move);
        let moved_ms = moves.fold(0_u64, |sum, entry| sum.saturating_add(entry.held_ms));
        let mut hurts: Vec<Hurt> = Vec::new();
        for (exercise, side) in sessions.iter().flat_map(|session| session.too_much()) {
            let exercise = exercise_name(exercise);
            match hurts.iter_mut().find(|hurt| hurt.exercise == exercise && hurt.side == side) {
                Some(hurt) => hurt.times += 1,
                None => hurts.push(Hurt { exercise, side, times: 1 }),
            }
        }
        hurts.sort_by_key(|hurt| std::cmp::Reverse(hurt.times));
        Self {
            name: name.to_owned(),
            made: today.iso(),
            days: days.into_iter().map(Day::iso).collect(),
            sessions: sessions.len(),
            left_s: held.left_ms / 1_000,
            right_s: held.right_ms / 1_000,
            body_s: held.body_ms / 1_000,
            moved_s: moved_ms / 1_000,
            hurts,
            ..Self::default()
        }
    }

    /// The same with what the person measured in that time.
    #[must_use]
    pub fn with_measurements(mut self, measurements: &Measurements, today: Day) -> Self {
        let period = Day(today.0 - SUMMARY_DAYS + 1)..=Day(today.0 + Progress::AHEAD_DAYS);
        let in_period = measurements.all().iter().filter(|it| period.contains(&it.day()));
        self.measurements = in_period
            .map(|measurement| {
                let mean = measurement.mean();
                let (leg, unit, tenths) = match &measurement.measured {
                    Measured::FingertipsToFloor { unit, .. } => (None, Some(*unit), unit.tenths(mean)),
                    Measured::StraightLegRaise { leg, .. } => (Some(*leg), None, mean),
                };
                SummaryMeasurement { day: measurement.day().iso(), leg, unit, tenths }
            })
            .collect();
        self
    }

    /// Whether nothing was done.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sessions == 0
    }
}

/// What comes behind the hash of a link that holds this summary: `s1-…`.
///
/// # Errors
/// [`LinkError::TooLong`] if no link can hold it.
pub fn summary_to_fragment(summary: &RoutineSummary) -> Result<String, LinkError> {
    pack(Kind::Summary, &serde_json::to_string(summary).map_err(|_| LinkError::TooLong)?)
}

/// The summary in a link. Anybody may have made it, so its texts are on one line each, and its days are days.
///
/// # Errors
/// Why it can't be read.
pub fn summary_from_fragment(link: &str) -> Result<RoutineSummary, LinkError> {
    let text = unpack(Kind::Summary, link)?;
    let mut summary: RoutineSummary = serde_json::from_str(&text).map_err(|_| LinkError::NotALink)?;
    let is_day = |day: &str| Day::from_iso(day).is_some();
    if !is_day(&summary.made) {
        return Err(LinkError::NotALink);
    }
    summary.days.retain(|day| is_day(day));
    summary.measurements.retain(|measurement| is_day(&measurement.day));
    summary.name = plain(&summary.name).ok_or(LinkError::NotALink)?;
    summary.intended_for = summary.intended_for.as_deref().and_then(plain);
    for hurt in &mut summary.hurts {
        hurt.exercise = plain(&hurt.exercise).unwrap_or_default();
    }
    summary.hurts.retain(|hurt| !hurt.exercise.is_empty());
    Ok(summary)
}

/// Whether a link says that it holds a summary, of whatever version.
#[must_use]
pub fn is_summary(link: &str) -> bool {
    is_marked(Kind::Summary, link)
}
