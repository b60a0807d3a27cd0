//! An exercise's figure. What is drawn and how it moves is `element/figures`' business; here is its place, and for the first
//! paint, where no script has run, the picture that tells most.

use crate::markup::{Element, el};

/// The name of the muscles' picture among the figures. No exercise has a capital in its id.
pub(crate) const MUSCLES: &str = "Muscles";

/// The figure of the exercise or variation of this id; nothing is to be seen where it has none.
pub(crate) fn figure(id: &str) -> Element {
    let place = el("supple-figure", "").attr("shows", id.to_owned());
    #[cfg(feature = "ssr")]
    let place = place.children(prerendered::pictures(id));
    place
}

#[cfg(feature = "ssr")]
mod prerendered {
    use std::sync::LazyLock;

    use supple_core::Routine;
    use supple_figures::{Anatomy, AnatomyShape, Drawing, Picture, drawings, muscles};

    use crate::markup::{Element, el, text_el};

    /// The pictures of the built-in routine's figure of this id, as `element/figures/figure.js` makes them.
    pub(super) fn pictures(id: &str) -> Vec<Element> {
        if id == super::MUSCLES {
            return muscles(Routine::HAMSTRING).as_ref().map(anatomy).into_iter().collect();
        }
        // Drawing them is much; every card asks.
        static ALL: LazyLock<Vec<(String, Drawing)>> = LazyLock::new(|| drawings(Routine::HAMSTRING));
        let Some((_, drawing)) = ALL.iter().find(|(other, _)| other == id) else { return Vec::new() };
        let pictures = drawing.pictures(drawing.still_ms, false);
        pictures.into_iter().map(|shown| picture(drawing, shown)).collect()
    }

    fn picture(drawing: &Drawing, Picture { label, caption, shapes }: Picture) -> Element {
        let paths = shapes.into_iter().map(|shape| {
            let path = el("path", "").attr("class", shape.class).attr("d", shape.path);
            let path = if shape.is_mirrored { path.attr("transform", "scale(-1 1)") } else { path };
            match shape.tension {
                Some(tension) => path.attr("fill-opacity", format!("{}", (tension * 100.0).round() / 100.0)),
                None => path,
            }
        });
        let svg = el("svg", "figure")
            .attr("role", "img")
            .attr("aria-label", label)
            .attr("viewBox", drawing.frame.map(|number| number.to_string()).join(" "))
            .children(paths);
        // The label says it already.
        let caption = caption.map(|caption| text_el("p", "", caption).attr("aria-hidden", "true"));
        el("div", "").child(svg).maybe(caption)
    }

    fn anatomy(anatomy: &Anatomy) -> Element {
        let [width, height] = anatomy.size;
        let path =
            |(what, path): &AnatomyShape| el("path", "").attr("class", what.clone()).attr("d", path.clone());
        let muscles = anatomy.muscles.iter().map(|drawn| {
            let [x, y] = drawn.name_at.map(|number| number.to_string());
            el("g", "")
                .attr("tabindex", "0")
                .attr("role", "img")
                .attr("aria-label", drawn.label.clone())
                .children(drawn.shapes.iter().map(path))
                .child(
                    text_el("text", "", drawn.name.clone())
                        .attr("x", x)
                        .attr("y", y)
                        .attr("text-anchor", drawn.anchor),
                )
        });
        el("svg", "anatomy")
            .attr("role", "group")
            .attr("aria-label", anatomy.text.clone())
            .attr("viewBox", format!("0 0 {width} {height}"))
            .children(anatomy.shapes.iter().map(path))
            .children(muscles)
    }
}
