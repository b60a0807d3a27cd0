//! One component a screen.

pub(crate) mod finish;
pub(crate) mod hurt_before;
pub(crate) mod overview;
pub(crate) mod player;
pub(crate) mod progress;
pub(crate) mod safety;
pub(crate) mod too_much;
