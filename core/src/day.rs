//! Calendar days, without a clock and without time zones: a day is a number.

/// A day of the Gregorian calendar, as days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

/// A month of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year, such as 2026.
    pub year: i32,
    /// From 1 for January to 12.
    pub month: i32,
}

impl Day {
    /// From 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> i32 {
        (self.0 + 3).rem_euclid(7) // day 0 was a Thursday
    }

    /// The first day of its week, which begins with this day: from 0 for Monday (ISO 8601) to 6 for Sunday.
    #[must_use]
    pub fn start_of_week(self, first_weekday: i32) -> Self {
        Self(self.0 - (self.weekday() - first_weekday).rem_euclid(7))
    }

    /// Its month.
    #[must_use]
    pub fn month(self) -> Month {
        let (year, month, _) = self.civil();
        Month { year, month }
    }

    /// Its day of the month, from 1 to 31.
    #[must_use]
    pub fn of_month(self) -> i32 {
        self.civil().2
    }

    /// Its ISO 8601 date, such as `2026-11-22`.
    #[must_use]
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The day of an ISO 8601 date, as a date field of a form gives it. `None` for any other text, and for days that no calendar
    /// has. Years have four digits.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, of_month] = parts.try_into().ok()?;
        let number = |part: &str, digits: usize| {
            let is_number = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { part.parse().ok() } else { None }
        };
        let month = Month { year: number(year, 4)?, month: number(month, 2)? };
        let of_month = number(of_month, 2)?;
        if !(1..=12).contains(&month.month) {
            return None;
        }
        month.days().find(|day| day.of_month() == of_month)
    }

    /// Year, month and day of the month. Years are counted from March here, so that leap days come last.
    fn civil(self) -> (i32, i32, i32) {
        let days = self.0 + 719_468; // from 1 March of year 0
        let era = days.div_euclid(146_097); // 400 years
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        (year_of_era + era * 400 + i32::from(month <= 2), month, day)
    }
}

impl Month {
    /// The month this many months later, or earlier where negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let count = self.year * 12 + self.month - 1 + months;
        Self { year: count.div_euclid(12), month: count.rem_euclid(12) + 1 }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Day {
        let year = self.year - i32::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let from_march = (self.month + 9) % 12;
        let of_year = (153 * from_march + 2) / 5;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        Day(era * 146_097 + of_era - 719_468)
    }

    /// Its days in order.
    pub fn days(self) -> impl Iterator<Item = Day> {
        (self.first_day().0..self.plus(1).first_day().0).map(Day)
    }

    /// Its days in weeks, as a calendar shows them: `None` where a day belongs to the month before or after. Weeks
    /// begin with this day: from 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weeks(self, first_weekday: i32) -> Vec<[Option<Day>; 7]> {
        let first = self.first_day().start_of_week(first_weekday).0;
        let next_month = self.plus(1).first_day().0;
        let starts = (first..next_month).step_by(7);
        starts.map(|start| [0, 1, 2, 3, 4, 5, 6].map(|i| self.day(Day(start + i)))).collect()
    }

    /// A day, if it is in this month.
    fn day(self, day: Day) -> Option<Day> {
        (day.month() == self).then_some(day)
    }
}

/// The local calendar day of an instant (milliseconds since 1970, UTC), at an offset in minutes ahead of UTC.
/// Damaged instants become the first or last day of JavaScript's dates, so that the calendar can handle
/// whatever was saved.
#[must_use]
pub fn local_day(wall_ms: u64, offset_min: i32) -> Day {
    const LAST_DAY: i64 = 100_000_000;
    let minutes = i64::try_from(wall_ms / 60_000).unwrap_or(i64::MAX).saturating_add(i64::from(offset_min));
    let day = minutes.div_euclid(24 * 60).clamp(-LAST_DAY, LAST_DAY);
    Day(i32::try_from(day).unwrap_or_default()) // Always fits: it was clamped.
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        for (day, year, month, of_month, weekday) in [
            (0, 1970, 1, 1, 3),
            (-1, 1969, 12, 31, 2),
            (11_016, 2000, 2, 29, 1),
            (20_779, 2026, 11, 22, 6),
            (47_541, 2100, 3, 1, 0),
        ] {
            let day = Day(day);
            assert_eq!((day.month(), day.of_month()), (Month { year, month }, of_month));
            assert_eq!(day.weekday(), weekday);
            assert_eq!(day.start_of_week(0).weekday(), 0);
        }
    }

    #[test]
    fn a_date_is_read_as_it_is_written() {
        for day in (-719_000..800_000).step_by(97).map(Day) {
            assert_eq!(Day::from_iso(&day.iso()), Some(day));
        }
        for text in [
            "",
            "2026",
            "2026-11",
            "2026-11-31",
            "2026-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-11-00",
            "2026-1-1",
            "+026-11-22",
            "2026-11-22-",
            "22.11.2026",
            "2026-11-2x",
        ] {
            assert_eq!(Day::from_iso(text), None, "{text}");
        }
    }

    #[test]
    fn november_2026_begins_on_the_last_day_of_a_week() {
        let weeks = Month { year: 2026, month: 11 }.weeks(0);
        let numbers: Vec<_> = weeks.iter().map(|week| week.map(|day| day.map_or(0, Day::of_month))).collect();
        assert_eq!(numbers.len(), 6);
        assert_eq!(numbers[0], [0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(numbers[5], [30, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn the_weeks_of_a_month_hold_each_of_its_days_once_and_in_order() {
        let mut month = Month { year: 2023, month: 12 };
        for first_weekday in (0..7).cycle().take(100) {
            let weeks = month.weeks(first_weekday);
            assert!(weeks.iter().all(|week| week.iter().any(Option::is_some)));
            let days: Vec<_> = weeks.concat().into_iter().flatten().collect();
            assert_eq!(days, month.days().collect::<Vec<_>>());
            let weekdays = || (first_weekday..).map(|day| day % 7);
            assert!(weeks.iter().all(|week| {
                weekdays().zip(week).all(|(i, day)| day.is_none_or(|day| day.weekday() == i))
            }));
            month = month.plus(1);
        }
    }

    #[test]
    fn months_join_without_gaps_for_400_years() {
        let mut month = Month { year: 1900, month: 1 };
        let mut next = month.first_day();
        for _ in 0..4_800 {
            for (i, day) in month.days().enumerate() {
                assert_eq!(day, next);
                assert_eq!(day.month(), month);
                assert_eq!(usize::try_from(day.of_month()), Ok(i + 1));
                next = Day(day.0 + 1);
            }
            assert_eq!(month.plus(1).plus(-1), month);
            month = month.plus(1);
        }
    }
}
