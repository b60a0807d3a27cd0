//! The picture that stands for a built-in routine where nothing of the widget has been loaded: on the facade, and in lists.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use supple_core::Library;
use supple_figures::{Shape, drawings};

/// Colours that stand out from a light ground and from a dark one: nobody knows yet which it will be.
const STYLE: &str = "path{fill:#4c8a78}.far{fill:#8fb3a8}\
    .muscle{fill:#e0683f}.prop,.arrow{fill:none;stroke:#8a8177;stroke-width:11;stroke-linecap:round}";

/// How high it is, in CSS pixels.
const HEIGHT_PX: u32 = 144;

/// The figure of an exercise of the routine, as an SVG file.
pub(super) fn svg(routine: &str, exercise: &str) -> Result<String> {
    let document = Library::document(routine).with_context(|| format!("There is no routine “{routine}”."))?;
    let (_, drawing) = drawings(document)
        .into_iter()
        .find(|(id, _)| id == exercise)
        .with_context(|| format!("“{exercise}”, which stands for the routine “{routine}”, has no figure."))?;
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
