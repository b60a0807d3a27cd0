//! The picture that stands for a built-in routine where nothing of the widget has been loaded: on the facade, and in lists.

use anyhow::Result;
use supple_figures::Drawing;

use super::figure;

/// Colours that stand out from a light ground and from a dark one: nobody knows yet which it will be.
const STYLE: &str = "path{fill:#4c8a78}.far{fill:#8fb3a8}\
    .muscle{fill:#e0683f}.prop,.arrow{fill:none;stroke:#8a8177;stroke-width:11;stroke-linecap:round}";

/// How high it is, in CSS pixels.
const HEIGHT_PX: u32 = 144;

/// The figure of an exercise of the routine, as an SVG file.
pub(super) fn svg(routine: &str, exercise: &str) -> Result<String> {
    of(&figure::drawing(routine, exercise)?)
}

/// A drawing as an SVG file.
pub(super) fn of(drawing: &Drawing) -> Result<String> {
    let [left, top, width, height] = drawing.frame;
    let paths = figure::paths(drawing)?;
    Ok(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" height="{HEIGHT_PX}" viewBox="{left} {top} {width} {height}"><style>{STYLE}</style>{paths}</svg>"#
    ))
}
