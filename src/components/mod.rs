//! The small components that screens are made of.

pub(crate) mod arms_up;
pub(crate) mod back_today;
pub(crate) mod callout;
pub(crate) mod card;
pub(crate) mod cited;
pub(crate) mod cue_settings;
pub(crate) mod description_list;
pub(crate) mod exercise_options;
pub(crate) mod figure;
pub(crate) mod fit_to_time;
pub(crate) mod icon;
pub(crate) mod notices;
pub(crate) mod options_panel;
pub(crate) mod panel;
pub(crate) mod presets;
pub(crate) mod radio_group;
pub(crate) mod reminder_link;
pub(crate) mod screen_heading;
pub(crate) mod start_panel;
pub(crate) mod stepper;
pub(crate) mod text_list;
pub(crate) mod this_week;
pub(crate) mod time_bar;
pub(crate) mod toggle;
pub(crate) mod visually_hidden;
pub(crate) mod week_strip;
