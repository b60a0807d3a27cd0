//! Draws a share image: one figure large, others small beside it.
//!
//! There is no text in it. Whoever shows it puts title and description beside it, at a size that suits them; and without
//! text no font of the machine that builds the site changes the picture.

use anyhow::{Context, Result};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use supple_figures::Drawing;

use super::palette::Palette;
use super::view::Visible;
use crate::assemble::figure;

/// Width and height in pixels, as the services that show such images ask for.
pub(super) const SIZE: [u32; 2] = [1200, 630];

/// How many figures stand beside the large one, at most.
pub(super) const SMALL: usize = 2;

/// A rectangle in pixels: left, top, width and height.
type Area = [u32; 4];

/// Where the large figure is.
const LARGE: Area = [30, 30, 760, 570];
/// Where the first card with a small figure is; the others follow below it.
const CARD: Area = [820, 40, 340, 265];
/// From one card to the next, downwards.
const NEXT_CARD: u32 = 285;
/// How round the corners of a card are.
const ROUND: u32 = 22;
/// Between the edge of an area and its figure.
const INSET: u32 = 10;

/// The picture as a PNG file. The same figures always make the same bytes.
pub(super) fn png(large: &Drawing, small: &[&Drawing]) -> Result<Vec<u8>> {
    let tree = Tree::from_str(&svg(large, small)?, &Options::default())
        .context("A share image is not valid as SVG.")?;
    let [width, height] = SIZE;
    let mut pixels = Pixmap::new(width, height).context("A share image has no size.")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encoded(&pixels)
}

/// As small as it gets: everything in it is opaque.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>> {
    let opaque: Vec<u8> =
        pixels.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    // In flat areas nothing is predicted better than by what is there already.
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(&opaque)?;
    Ok(file)
}

fn svg(large: &Drawing, small: &[&Drawing]) -> Result<String> {
    let palette = Palette::read()?;
    let style =
        palette.figure_style("large", palette.ground) + &palette.figure_style("small", palette.raised);
    let [width, height] = SIZE;
    let Palette { ground, raised, line, .. } = palette;
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"><style>{style}</style><rect width="{width}" height="{height}" fill="{ground}"/>"#
    );
    svg += &placed(large, "large", LARGE)?;
    let [left, mut top, width, height] = CARD;
    for drawing in small.iter().take(SMALL) {
        svg += &format!(
            r#"<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="{ROUND}" fill="{raised}" stroke="{line}" stroke-width="2"/>"#
        );
        svg += &placed(drawing, "small", [left, top, width, height])?;
        top += NEXT_CARD;
    }
    Ok(svg + "</svg>")
}

/// A figure as large as fits into the area: in its middle, or at its lower edge if the body goes on below that.
fn placed(drawing: &Drawing, class: &str, area: Area) -> Result<String> {
    let Visible { left, top, right, bottom, is_cut } = Visible::of(drawing)?;
    let (x, width) = (area[0] + INSET, area[2] - 2 * INSET);
    let (y, height) = (area[1] + INSET, area[3] - INSET - if is_cut { 0 } else { INSET });
    let (wide, high) = (right - left, bottom - top);
    let aligned = if is_cut { "xMidYMax" } else { "xMidYMid" };
    let paths = figure::paths(drawing)?;
    Ok(format!(
        r#"<svg x="{x}" y="{y}" width="{width}" height="{height}" viewBox="{left} {top} {wide} {high}" preserveAspectRatio="{aligned}"><g class="{class}">{paths}</g></svg>"#
    ))
}
