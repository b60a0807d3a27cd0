//! How long a draft takes.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::item::ItemKey;
use super::lenient;
use crate::{Options, Plan};

/// How long a draft takes, and each exercise in it, in milliseconds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Durations {
    /// All of it, as a person does it who has chosen nothing.
    pub total_ms: u64,
    /// Each exercise, with the time to get ready for it. Those that aren't done, or of which it isn't known, aren't there.
    pub items: BTreeMap<ItemKey, u64>,
}

/// How long a draft takes: the plan's own times. What has problems is left out, so that there is always an answer.
#[must_use]
pub fn durations(draft: &Draft) -> Durations {
    let (routine, keys) = lenient::routine(draft);
    let plan = Plan::new(&routine, &Options::default());
    let key_of = |card: &str| keys.get(routine.position_of(card)?).copied();
    let items = plan.exercises.iter().filter_map(|planned| Some((key_of(&planned.card)?, planned.total_ms)));
    Durations { total_ms: plan.total_ms(), items: items.collect() }
}
