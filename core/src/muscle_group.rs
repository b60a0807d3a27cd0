//! Which part of the body a hold stretched, for logs, which hold ids of exercises.

// `static STRETCHED: &[(&str, &[MuscleGroup])]`, made from the library by build.rs, where the groups are put together.
include!(concat!(env!("OUT_DIR"), "/stretched.rs"));

/// A group of muscles that people name, and feel, as one. From the head down.
///
/// The library names forty muscles, and groups its exercises by [`Region`](crate::Region), which says what an exercise
/// is *for*: the cobra is for the lower back, and stretches the belly. A chart of minutes needs what is *stretched*, in few
/// enough rows to take in at a glance. So each muscle is in one group. Where people know a group by one word
/// (hamstrings, calves), it stands alone, since these are what studies of a dose measured; small muscles that are
/// stretched together are one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MuscleGroup {
    /// The neck, up to the back of the skull and down to the tips of the shoulders.
    Neck,
    /// Chest, shoulders, shoulder blades and upper arms.
    ChestAndShoulders,
    /// Forearms, which move the wrists.
    Forearms,
    /// The back, the waist and the belly.
    BackAndWaist,
    /// The fronts of the hips.
    HipFlexors,
    /// The buttocks.
    Buttocks,
    /// The inner sides of the thighs.
    InnerThighs,
    /// The fronts of the thighs.
    FrontThighs,
    /// The backs of the thighs.
    Hamstrings,
    /// Calves, shins and soles.
    CalvesAndFeet,
    /// Whatever an exercise stretches that isn't in the library: one of an author's own routine, or one that is gone.
    Other,
}

impl MuscleGroup {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Neck,
        Self::ChestAndShoulders,
        Self::Forearms,
        Self::BackAndWaist,
        Self::HipFlexors,
        Self::Buttocks,
        Self::InnerThighs,
        Self::FrontThighs,
        Self::Hamstrings,
        Self::CalvesAndFeet,
        Self::Other,
    ];

    /// What an exercise or variation mainly stretches, by its id; at least one group.
    ///
    /// That is the group of the muscle that the library names first, and each other one of which it names two muscles or
    /// more. A forward fold is for the hamstrings, although the back and the calves feel it too; the downward dog is for the
    /// hamstrings and the calves. A hold counts in full for each of these, and not for the rest.
    #[must_use]
    pub fn stretched_by(exercise: &str) -> &'static [Self] {
        let found = STRETCHED.binary_search_by_key(&exercise, |(id, _)| id).ok();
        found.and_then(|index| STRETCHED.get(index)).map_or(&[Self::Other], |(_, groups)| *groups)
    }
}
