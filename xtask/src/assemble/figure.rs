//! The figures of built-in routines as SVG, for pictures that are made when the site is built.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use supple_core::Library;
use supple_figures::{Drawing, Shape};

/// The document of a built-in routine.
pub(super) fn document(routine: &str) -> Result<&'static str> {
    Library::document(routine).with_context(|| format!("There is no routine “{routine}”."))
}

/// The drawings of a built-in routine, by the ids of exercises and variations.
pub(super) fn drawings(routine: &str) -> Result<Vec<(String, Drawing)>> {
    Ok(supple_figures::drawings(document(routine)?))
}

/// The drawing of an exercise that stands for a built-in routine.
pub(super) fn drawing(routine: &str, exercise: &str) -> Result<Drawing> {
    let found = drawings(routine)?.into_iter().find(|(id, _)| id == exercise);
    found
        .map(|(_, drawing)| drawing)
        .with_context(|| format!("“{exercise}”, which stands for the routine “{routine}”, has no figure."))
}

/// What a figure shows where it stands still, as SVG paths with the classes of style/figure.css.
pub(super) fn paths(drawing: &Drawing) -> Result<String> {
    let mut svg = String::new();
    for Shape { class, path, is_mirrored, tension } in drawing.shapes(drawing.still_ms) {
        let mirrored = if is_mirrored { r#" transform="scale(-1 1)""# } else { "" };
        let opacity = tension.map(|tension| format!(r#" fill-opacity="{tension:.2}""#)).unwrap_or_default();
        write!(svg, r#"<path class="{class}" d="{path}"{mirrored}{opacity}/>"#)?;
    }
    Ok(svg)
}
