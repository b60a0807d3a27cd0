//! The place of an exercise's figure. `element/figures` draws it and moves it. For the first paint, where no script has run,
//! the picture that tells most is prerendered.

use leptos::prelude::*;

/// The name of the muscles' picture among the figures. No exercise has a capital in its id.
pub(crate) const MUSCLES: &str = "Muscles";

/// The figure of the exercise or variation of this id; nothing is to be seen where it has none.
#[component]
pub(crate) fn Figure(id: String) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let pictures = prerendered::pictures(&id);
    #[cfg(not(feature = "ssr"))]
    let pictures = ();
    view! { <supple-figure shows=id>{pictures}</supple-figure> }
}

#[cfg(feature = "ssr")]
mod prerendered {
    use std::sync::LazyLock;

    use leptos::prelude::*;
    use supple_core::Routine;
    use supple_figures::{Anatomy, AnatomyShape, Drawing, RIGHT, Shape, WRONG, drawings, muscles};

    /// The pictures of the built-in routine's figure of this id, as `element/figures/figure.js` makes them.
    pub(super) fn pictures(id: &str) -> Vec<AnyView> {
        if id == super::MUSCLES {
            return muscles(Routine::HAMSTRING).as_ref().map(anatomy).into_iter().collect();
        }
        // Drawing them takes long, and every card asks.
        static ALL: LazyLock<Vec<(String, Drawing)>> = LazyLock::new(|| drawings(Routine::HAMSTRING));
        let Some((_, drawing)) = ALL.iter().find(|(other, _)| other == id) else { return Vec::new() };
        let ms = drawing.still_ms;
        let right = drawing.mistake.is_some().then_some(RIGHT);
        let mut pictures = vec![picture(drawing, &drawing.text, &drawing.shapes(ms, false), right)];
        if let Some((_, text)) = &drawing.mistake {
            pictures.push(picture(drawing, text, &drawing.mistake_shapes(ms, false), Some(WRONG)));
        }
        pictures
    }

    fn picture(drawing: &Drawing, text: &str, shapes: &[Shape], caption: Option<&'static str>) -> AnyView {
        let paths = shapes.iter().map(|shape| {
            view! {
                <path
                    class=shape.class.clone()
                    d=shape.path.clone()
                    transform=shape.is_mirrored.then_some("scale(-1 1)")
                    fill-opacity=shape
                        .tension
                        .map(|tension| format!("{}", (tension * 100.0).round() / 100.0))
                ></path>
            }
        });
        let label = caption.map_or(text.to_owned(), |caption| format!("{caption}. {text}"));
        view! {
            <div>
                <svg
                    class="figure"
                    role="img"
                    aria-label=label
                    viewBox=drawing.frame.map(|number| number.to_string()).join(" ")
                >
                    {paths.collect_view()}
                </svg>
                // The label says it already.
                {caption.map(|caption| view! { <p aria-hidden="true">{caption}</p> })}
            </div>
        }
        .into_any()
    }

    fn anatomy(anatomy: &Anatomy) -> AnyView {
        let [width, height] = anatomy.size;
        let routine = Routine::hamstring();
        let path = |(class, path): &AnatomyShape| view! { <path class=class.clone() d=path.clone()></path> };
        let muscles = anatomy.muscles.iter().map(|drawn| {
            let named = routine.muscles.iter().find(|muscle| muscle.id == drawn.id);
            let (name, text) =
                named.map(|muscle| (muscle.name.clone(), muscle.text.clone())).unwrap_or_default();
            let anchor = if drawn.name[0] > width / 2 { "end" } else { "start" };
            let [x, y] = drawn.name.map(|number| number.to_string());
            view! {
                <g tabindex="0" role="img" aria-label=format!("{name}. {text}")>
                    {drawn.shapes.iter().map(path).collect_view()}
                    <text x=x y=y text-anchor=anchor>{name}</text>
                </g>
            }
        });
        view! {
            <svg
                class="anatomy"
                role="group"
                aria-label=anatomy.text.clone()
                viewBox=format!("0 0 {width} {height}")
            >
                {anatomy.shapes.iter().map(path).collect_view()}
                {muscles.collect_view()}
            </svg>
        }
        .into_any()
    }
}
