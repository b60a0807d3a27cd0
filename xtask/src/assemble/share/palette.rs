//! The colours of the light theme as plain numbers, for pictures that are drawn without a browser.
//!
//! The tokens are read from style/tokens.css. How a figure is coloured with them is what style/figure.css says; a test
//! compares the two.

use std::fmt::{self, Display, Formatter};

use anyhow::{Context, Result};

use super::super::page;

/// The tokens that a picture needs.
pub(super) struct Palette {
    /// Behind everything.
    pub(super) ground: Colour,
    /// Of a card on the ground.
    pub(super) raised: Colour,
    /// Around a card.
    pub(super) line: Colour,
    ink: Colour,
    ink_soft: Colour,
    accent: Colour,
    line_strong: Colour,
    tension: Colour,
}

impl Palette {
    /// What style/tokens.css says.
    pub(super) fn read() -> Result<Self> {
        let css = page::source("style/tokens.css")?;
        let token = |name: &str| {
            Colour::of_token(&css, name)
                .with_context(|| format!("style/tokens.css has no light colour for --{name}."))
        };
        Ok(Self {
            ground: token("ground")?,
            raised: token("raised")?,
            line: token("line")?,
            ink: token("ink")?,
            ink_soft: token("ink-soft")?,
            accent: token("accent")?,
            line_strong: token("line-strong")?,
            tension: token("tension")?,
        })
    }

    /// CSS for a figure below the class `scope`. The shapes are separated by a line in the colour `behind` them.
    pub(super) fn figure_style(&self, scope: &str, behind: Colour) -> String {
        let figure = self.accent.mixed(0.85, self.ink);
        let companion = self.ink_soft.mixed(0.75, behind);
        let far = figure.mixed(0.5, behind);
        let far_companion = companion.mixed(0.55, behind);
        let prop = self.line_strong.mixed(0.7, behind);
        let Self { line_strong, tension, .. } = self;
        let rules = [
            ("", format!("fill:{figure};stroke:{behind};stroke-width:8;stroke-linejoin:round")),
            (".far", format!("fill:{far}")),
            (".partner", format!("fill:{companion}")),
            (".partner.far", format!("fill:{far_companion}")),
            (".muscle", format!("fill:{tension};stroke:none")),
            (".prop", format!("fill:none;stroke:{prop};stroke-width:11;stroke-linecap:round")),
            (".strap", format!("fill:none;stroke:{line_strong};stroke-width:10;stroke-linecap:round")),
            // The line that compares with the usual mistake says nothing without the mistake beside it.
            (".guide", "display:none".to_owned()),
        ];
        rules.iter().map(|(class, style)| format!(".{scope} path{class}{{{style}}}")).collect()
    }
}

/// A colour of sRGB, its parts from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour([f32; 3]);

impl Colour {
    /// The light one of a token, which is its first in hexadecimal.
    fn of_token(css: &str, name: &str) -> Option<Self> {
        let (_, after) = css.split_once(&format!("--{name}: "))?;
        let (value, _) = after.split_once(';')?;
        Self::of_hex(value.split_once('#')?.1.get(..6)?)
    }

    fn of_hex(hex: &str) -> Option<Self> {
        let part = |at: usize| Some(f32::from(u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?) / 255.0);
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// So much of this colour and the rest of another, as `color-mix(in oklab, …)` does it.
    fn mixed(self, share: f32, other: Self) -> Self {
        let [one, two] = [self.to_oklab(), other.to_oklab()];
        let mixed = |at: usize| one[at] * share + two[at] * (1.0 - share);
        Self::of_oklab([mixed(0), mixed(1), mixed(2)])
    }

    /// As <https://bottosson.github.io/posts/oklab/> defines it.
    fn to_oklab(self) -> [f32; 3] {
        let linear = |part: f32| {
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let cones = product(
            [
                [0.412_221_46, 0.536_332_55, 0.051_445_995],
                [0.211_903_5, 0.680_699_5, 0.107_396_96],
                [0.088_302_46, 0.281_718_85, 0.629_978_7],
            ],
            self.0.map(linear),
        );
        product(
            [
                [0.210_454_26, 0.793_617_8, -0.004_072_047],
                [1.977_998_5, -2.428_592_2, 0.450_593_7],
                [0.025_904_037, 0.782_771_77, -0.808_675_77],
            ],
            cones.map(f32::cbrt),
        )
    }

    fn of_oklab(oklab: [f32; 3]) -> Self {
        let cones = product(
            [
                [1.0, 0.396_337_78, 0.215_803_76],
                [1.0, -0.105_561_346, -0.063_854_17],
                [1.0, -0.089_484_18, -1.291_485_5],
            ],
            oklab,
        );
        let linear = product(
            [
                [4.076_741_7, -3.307_711_6, 0.230_969_94],
                [-1.268_438, 2.609_757_4, -0.341_319_38],
                [-0.004_196_086_3, -0.703_418_6, 1.707_614_7],
            ],
            cones.map(|cone| cone.powi(3)),
        );
        Self(linear.map(|part| {
            if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 }
        }))
    }

    /// The parts as whole numbers up to 255.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    pub(super) fn bytes(self) -> [u8; 3] {
        self.0.map(|part| (part * 255.0).round() as u8)
    }
}

impl Display for Colour {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.bytes();
        write!(to, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A matrix times a vector.
fn product(matrix: [[f32; 3]; 3], [x, y, z]: [f32; 3]) -> [f32; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_one_of_a_token_is_read() {
        let css = "--ground: var(--supple-background, light-dark(#faf6f0, #191613));\n--line-strong: #123456;\n\
                   --line: light-dark(#e3d9cb, #4a423a);";
        let read = |name| Colour::of_token(css, name).map(|colour| colour.to_string());
        assert_eq!(read("ground").unwrap(), "#faf6f0");
        assert_eq!(read("line").unwrap(), "#e3d9cb");
        assert_eq!(read("ink"), None);
    }

    /// The expected ones are what Chromium computes.
    #[test]
    fn colours_are_mixed_as_a_browser_mixes_them() {
        let mix = |one, share, two| {
            Colour::of_hex(one).unwrap().mixed(share, Colour::of_hex(two).unwrap()).to_string()
        };
        assert_eq!(mix("1f5c4d", 1.0, "ffffff"), "#1f5c4d");
        assert_eq!(mix("ffffff", 0.5, "000000"), "#636363");
        assert_eq!(mix("ff0000", 0.5, "0000ff"), "#8c53a2");
        assert_eq!(mix("1f5c4d", 0.85, "2b2520"), "#255346");
        assert_eq!(mix("8f8273", 0.7, "faf6f0"), "#aea397");
    }

    #[test]
    fn figures_are_coloured_as_on_the_page() {
        let css = page::source("style/figure.css").unwrap();
        for rule in [
            "--figure: color-mix(in oklab, var(--accent) 85%, var(--ink));",
            "--companion: color-mix(in oklab, var(--ink-soft) 75%, var(--figure-ground));",
            "fill: color-mix(in oklab, var(--figure) 50%, var(--figure-ground));",
            "fill: color-mix(in oklab, var(--companion) 55%, var(--figure-ground));",
            "stroke: color-mix(in oklab, var(--line-strong) 70%, var(--figure-ground));",
            "stroke: var(--figure-ground);\n  stroke-width: 8;",
            "stroke-width: 11;",
            "stroke: var(--line-strong);\n  stroke-width: 10;",
            "fill: var(--tension);\n  stroke: none;",
        ] {
            assert!(css.contains(rule), "style/figure.css no longer says “{rule}”: palette.rs follows it");
        }
        let palette = Palette::read().unwrap();
        let style = palette.figure_style("large", palette.ground);
        assert!(style.contains(".large path.muscle{fill:#d5542b;"), "{style}");
    }
}
