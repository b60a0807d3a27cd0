//! What a person decides about their weeks and may decide otherwise later, perhaps on another device: the parts that goal,
//! pauses and programme share.

/// The last instant of JavaScript's dates, in milliseconds since 1970.
const LAST_INSTANT_MS: u64 = 8_640_000_000_000_000;

/// When a decision was taken, in milliseconds since 1970, UTC: now, but always after the decisions that were known then. So
/// a clock that was set back doesn't let an older decision win over a newer one.
pub(crate) fn decided_ms(known_ms: impl IntoIterator<Item = u64>, now_ms: u64) -> u64 {
    let now_ms = now_ms.min(LAST_INSTANT_MS);
    known_ms.into_iter().max().map_or(now_ms, |known_ms| now_ms.max(known_ms.saturating_add(1)))
}

/// A [`Day`](crate::Day) is stored as its number, as in [`Options`](crate::Options). A damaged number becomes the nearest
/// day of JavaScript's dates, as everywhere, so that one may reckon with it.
pub(crate) mod day_number {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::day::Day;

    const LAST_DAY: i64 = 100_000_000;

    pub(crate) fn serialize<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
        day.0.serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        i64::deserialize(deserializer).map(day)
    }

    fn day(number: i64) -> Day {
        Day(i32::try_from(number.clamp(-LAST_DAY, LAST_DAY)).unwrap_or_default()) // Always fits: it was clamped.
    }

    /// The same for a day that may be missing.
    pub(crate) mod optional {
        use super::{Day, Deserialize, Deserializer, Serialize, Serializer};

        pub(crate) fn serialize<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
            day.map(|day| day.0).serialize(serializer)
        }

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<Day>, D::Error> {
            Option::<i64>::deserialize(deserializer).map(|number| number.map(super::day))
        }
    }
}
