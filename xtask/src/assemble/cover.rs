//! The picture that stands for the built-in routine where nothing of the widget has been loaded: on the facade.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use supple_core::Routine;
use supple_figures::{Shape, drawings};

/// Colours that stand out from a light ground and from a dark one: nobody knows yet which it will be.
const STYLE: &str = "path{fill:#4c8a78}.far{fill:#8fb3a8}\
    .muscle{fill:#e0683f}.prop{fill:none;stroke:#8a8177;stroke-width:11;stroke-linecap:round}";

/// How high it is, in CSS pixels.
const HEIGHT_PX: u32 = 144;

/// The figure that explains most, as an SVG file.
pub(super) fn svg() -> Result<String> {
    let routine = Routine::hamstring();
    let cover = routine.cover().context("The built-in routine has no exercises.")?;
    let (_, drawing) = drawings(Routine::HAMSTRING)
        .into_iter()
        .find(|(id, _)| *id == cover.id)
        .with_context(|| format!("“{}” has no figure.", cover.name))?;
    let picture = drawing.pictures(drawing.still_ms).into_iter().next();
    let [left, top, width, height] = drawing.frame;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" height="{HEIGHT_PX}" viewBox="{left} {top} {width} {height}">"#
    );
    write!(svg, "<style>{STYLE}</style>")?;
    for Shape { class, path, is_mirrored, tension } in picture.context("The figure has no picture.")?.shapes {
        let mirrored = if is_mirrored { r#" transform="scale(-1 1)""# } else { "" };
        let opacity = tension.map(|tension| format!(r#" fill-opacity="{tension:.2}""#)).unwrap_or_default();
        write!(svg, r#"<path class="{class}" d="{path}"{mirrored}{opacity}/>"#)?;
    }
    Ok(svg + "</svg>")
}
