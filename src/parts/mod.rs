//! Small pieces that screens are made of.

pub(crate) mod adjust;
pub(crate) mod backup;
pub(crate) mod calendar;
pub(crate) mod card;
pub(crate) mod carriers;
pub(crate) mod controls;
pub(crate) mod facts;
pub(crate) mod figure;
pub(crate) mod options;
pub(crate) mod ring;
pub(crate) mod start_panel;
