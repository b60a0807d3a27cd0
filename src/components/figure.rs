//! The place of an exercise's figure. `element/figures` draws it and moves it. For the first paint, where no script has run,
//! the picture that tells most is prerendered.

use leptos::prelude::*;
use supple_core::Sides;

#[cfg(feature = "ssr")]
use crate::state::AppState;

/// The name of the muscles' picture among the figures. No exercise has a capital in its id.
pub(crate) const MUSCLES: &str = "Muscles";

/// The figure of the exercise or variation of this id; nothing is to be seen where it has none. What is for the left side
/// alone is mirrored.
#[component]
pub(crate) fn Figure(id: String, #[prop(optional)] sides: Option<Sides>) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let pictures = prerendered::pictures(&expect_context::<AppState>().routine().id, &id);
    #[cfg(not(feature = "ssr"))]
    let pictures = ();
    // Between the two there is the phase, in the player.
    let shows = if sides == Some(Sides::Left) { format!("{id}  left") } else { id };
    view! { <supple-figure shows=shows>{pictures}</supple-figure> }
}

#[cfg(feature = "ssr")]
mod prerendered {
    use std::collections::BTreeMap;
    use std::sync::LazyLock;

    use leptos::prelude::*;
    use supple_core::Library;
    use supple_figures::{Anatomy, AnatomyShape, Drawing, Picture, drawings, muscles};

    /// The pictures of a built-in routine's figure of this id, as `element/figures/figure.js` makes them.
    pub(super) fn pictures(routine: &str, id: &str) -> Vec<AnyView> {
        if id == super::MUSCLES {
            let picture = Library::document(routine).and_then(muscles);
            return picture.as_ref().map(anatomy).into_iter().collect();
        }
        // Drawing them takes long, and every card asks.
        static ALL: LazyLock<BTreeMap<&str, Vec<(String, Drawing)>>> = LazyLock::new(|| {
            let drawn = |id| Some((id, drawings(Library::document(id)?)));
            Library::ROUTINES.into_iter().filter_map(drawn).collect()
        });
        let of_routine = ALL.get(routine).into_iter().flatten();
        let Some((_, drawing)) = of_routine.into_iter().find(|(other, _)| other == id) else {
            return Vec::new();
        };
        let pictures = drawing.pictures(drawing.still_ms);
        pictures.into_iter().map(|shown| picture(drawing, shown)).collect()
    }

    fn picture(drawing: &Drawing, Picture { label, caption, shapes }: Picture) -> AnyView {
        let paths = shapes.into_iter().map(|shape| {
            let opacity = shape.tension.map(|tension| ((tension * 100.0).round() / 100.0).to_string());
            view! {
                <path
                    class=shape.class
                    d=shape.path
                    transform=shape.is_mirrored.then_some("scale(-1 1)")
                    fill-opacity=opacity
                ></path>
            }
        });
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
        let path = |(class, path): &AnatomyShape| view! { <path class=class.clone() d=path.clone()></path> };
        let muscles = anatomy.muscles.iter().map(|drawn| {
            let [x, y] = drawn.name_at.map(|number| number.to_string());
            view! {
                <g tabindex="0" role="img" aria-label=drawn.label.clone()>
                    {drawn.shapes.iter().map(path).collect_view()}
                    <text x=x y=y text-anchor=drawn.anchor>{drawn.name.clone()}</text>
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
