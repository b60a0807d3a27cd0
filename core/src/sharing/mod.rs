//! What people give each other: routines in links, the routines that they have received and keep, and summaries of what
//! they did.
//!
//! A link holds all of it behind the hash of its address, so no server ever sees it.

mod kept;
mod label;
mod link;
mod packing;
mod summary;
mod weight;

pub use kept::{KeptRoutine, KeptRoutines, Standing};
pub use label::RoutineLabel;
pub use link::{from_fragment, to_fragment};
pub use packing::{LINK_MAX, LinkError};
pub use summary::{
    Hurt, RoutineSummary, SUMMARY_DAYS, SummaryMeasurement, is_summary, summary_from_fragment,
    summary_to_fragment,
};
pub use weight::{Weight, WeightOf, weights};
