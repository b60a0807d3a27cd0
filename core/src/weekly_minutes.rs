//! Time held in a week for each part of the body and each side.

use crate::day::Day;
use crate::log::SessionRecord;
use crate::muscle_group::MuscleGroup;
use crate::plan::PhaseKind;
use crate::progress::{Held, Progress};

/// The band that a week's time for one group and side is shown beside, in minutes.
///
/// From 5, the least a week in a review of 23 studies (Thomas 2018), to 10, where the gains were largest in a review of 189
/// studies (Ingram 2025). The band is no promise, and more than it does no harm that these studies know of.
pub const WEEKLY_MINUTES: (u64, u64) = (5, 10);

/// Where a time lies beside the band of [`WEEKLY_MINUTES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beside {
    /// Below it.
    Below,
    /// Within it, its ends among it.
    Within,
    /// Above it.
    Above,
}

impl Beside {
    /// Of a time in a week, in milliseconds.
    #[must_use]
    pub fn of(held_ms: u64) -> Self {
        match held_ms {
            ms if ms < WEEKLY_MINUTES.0 * 60_000 => Self::Below,
            ms if ms <= WEEKLY_MINUTES.1 * 60_000 => Self::Within,
            _ => Self::Above,
        }
    }
}

/// Time held in one week.
///
/// Only holds count: the studies behind [`WEEKLY_MINUTES`] are of stretches that are held. Moves warm up, and are not in
/// here. A hold that stretches several groups counts in full for each ([`MuscleGroup::stretched_by`]), so the groups add
/// up to more than the time that passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeeklyMinutes {
    /// The week's first day.
    pub first: Day,
    /// Time that went into holds of any group, in milliseconds: each hold once, whether it was of one side or both.
    pub held_ms: u64,
    held: [Held; MuscleGroup::ALL.len()],
}

impl WeeklyMinutes {
    /// The last weeks of the log, up to the present one, which is the last. Weeks begin with `first_weekday`: from 0 for Monday
    /// to 6 for Sunday.
    ///
    /// As in [`Progress::week`], days of the present week that are more than [`Progress::AHEAD_DAYS`] ahead of today, and
    /// days of the next week, are left out.
    #[must_use]
    pub fn of_last_weeks<'a>(
        log: impl IntoIterator<Item = &'a SessionRecord>,
        weeks: usize,
        today: Day,
        first_weekday: i32,
    ) -> Vec<Self> {
        let present = today.start_of_week(first_weekday);
        let firsts = std::iter::successors(Some(present), |first| Some(Day(first.0 - 7)));
        let mut latest_first: Vec<_> = firsts.take(weeks).map(Self::nothing_from).collect();
        let last = Day((present.0 + 6).min(today.0 + Progress::AHEAD_DAYS));
        for session in log {
            let day = session.day();
            let weeks_ago = usize::try_from((present.0 + 6 - day.0).div_euclid(7));
            let week = weeks_ago.ok().and_then(|ago| latest_first.get_mut(ago));
            if let Some(week) = week.filter(|_| day <= last) {
                week.add(session);
            }
        }
        latest_first.reverse();
        latest_first
    }

    /// What was held for a group. A hold of both sides counts in full for each; [`Held::body_ms`] is of holds that don't tell
    /// sides apart.
    #[must_use]
    pub fn of(&self, group: MuscleGroup) -> Held {
        self.held[group as usize]
    }

    /// What a group had on the left and on the right, in milliseconds, to show beside the band: a hold that doesn't tell
    /// sides apart, such as a child's pose, stretches both.
    #[must_use]
    pub fn sides_ms(&self, group: MuscleGroup) -> (u64, u64) {
        let held = self.of(group);
        (held.left_ms.saturating_add(held.body_ms), held.right_ms.saturating_add(held.body_ms))
    }

    /// The groups for which anything was held, from the head down, and what was.
    pub fn groups(&self) -> impl Iterator<Item = (MuscleGroup, Held)> {
        let all = MuscleGroup::ALL.map(|group| (group, self.of(group)));
        all.into_iter().filter(|(_, held)| *held != Held::default())
    }

    /// The groups for which anything was held in any of some weeks, from the head down.
    #[must_use]
    pub fn groups_in(weeks: &[Self]) -> Vec<MuscleGroup> {
        let is_held = |group: &MuscleGroup| weeks.iter().any(|week| week.of(*group) != Held::default());
        MuscleGroup::ALL.into_iter().filter(is_held).collect()
    }

    fn nothing_from(first: Day) -> Self {
        Self { first, held_ms: 0, held: Default::default() }
    }

    fn add(&mut self, session: &SessionRecord) {
        for entry in &session.entries {
            if entry.kind == PhaseKind::Hold {
                self.held_ms = self.held_ms.saturating_add(entry.held_ms);
            }
            for group in MuscleGroup::stretched_by(&entry.exercise) {
                self.held[*group as usize].add(entry);
            }
        }
    }
}
