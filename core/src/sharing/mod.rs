//! What people give each other: routines in links, and the routines that they have received and keep.
//!
//! A link holds all of it behind the hash of its address, so no server ever sees it.

mod link;
mod packing;
mod weight;

pub use link::{from_fragment, to_fragment};
pub use packing::{LINK_MAX, LinkError};
pub use weight::{Weight, WeightOf, weights};
