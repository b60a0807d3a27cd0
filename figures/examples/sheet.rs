//! Writes every figure of the library in every pose, for both legs, in light and dark, on one page:
//! target/figures/index.html. Beside it, stills.html shows each once, as it stands still. `cargo xtask figures`
//! also takes pictures of both.

use std::error::Error;
use std::fs;
use std::path::Path;

use supple_core::Library;
use supple_figures::{Drawing, Shape, drawings, problems};

/// What shows how to measure.
const MEASURING: &str = include_str!("../../library/measuring.json");

/// The sheet's own style; the figures have the site's.
const STYLE: &str = ".row{display:flex;flex-wrap:wrap;gap:8px;padding:8px}\
                     .cell{width:230px;background:var(--raised);border-radius:8px;padding:6px}\
                     .cell p{font-size:12px;margin:0}\
                     .stills{width:1300px}.stills .cell{width:150px;padding:0}.stills svg{height:118px}.stills p{padding:0 5px 4px}";

fn main() -> Result<(), Box<dyn Error>> {
    let problems = [problems(&Library::built_in().all_exercises()), problems(MEASURING)].concat();
    if !problems.is_empty() {
        return Err(problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n").into());
    }
    let sheet = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/figures/index.html");
    fs::create_dir_all(sheet.with_file_name(""))?;
    let drawings = [drawings(&Library::built_in().all_exercises()), drawings(MEASURING)].concat();
    let rows: String = drawings.iter().map(|(id, drawing)| row(id, drawing)).collect();
    fs::write(&sheet, page(&["light", "dark"], "", &rows))?;
    let still = |(id, drawing): &(String, Drawing)| {
        drawing.pictures(drawing.still_ms).first().map(|picture| cell(id, drawing, &picture.shapes))
    };
    let stills: String = drawings.iter().filter_map(still).collect();
    fs::write(
        sheet.with_file_name("stills.html"),
        page(&["light"], "stills", &format!("<div class=\"row\">{stills}</div>")),
    )?;
    println!("{}", sheet.canonicalize()?.display());
    Ok(())
}

/// A page that shows the same in each of the themes.
fn page(themes: &[&str], class: &str, rows: &str) -> String {
    let theme = |theme| format!("<div class=\"supple {class}\" data-theme=\"{theme}\">{rows}</div>");
    let themes: String = themes.iter().map(theme).collect();
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Figures</title>\
         <link rel=\"stylesheet\" href=\"../../style/index.css\"><style>{STYLE}</style>{themes}"
    )
}

fn row(id: &str, drawing: &Drawing) -> String {
    let mut cells = String::new();
    for (name, ms) in times(drawing) {
        cells += &cell(&format!("{id}: {name}"), drawing, &drawing.shapes(ms));
    }
    if drawing.mistake.is_some() {
        cells += &cell(&format!("{id}: mistake"), drawing, &drawing.mistake_shapes(drawing.still_ms));
    }
    format!("<div class=\"row\">{cells}</div>")
}

/// The moments worth a look: the still picture of the card, the poses, and halfway between them.
fn times(drawing: &Drawing) -> Vec<(String, u32)> {
    let last = drawing.motion.moments.last().map_or(0, |moment| moment.ms);
    let step = (drawing.step_ms / 2) as usize;
    let mut times = vec![("still".to_owned(), drawing.still_ms)];
    times.extend((0..=last).step_by(step).map(|ms| (format!("{ms} ms"), ms)));
    times
}

fn cell(name: &str, drawing: &Drawing, shapes: &[Shape]) -> String {
    let [left, top, width, height] = drawing.frame;
    let paths = shapes.iter().map(|shape| {
        let opacity = shape.tension.map(|it| format!(" fill-opacity=\"{it:.2}\"")).unwrap_or_default();
        let mirror = if shape.is_mirrored { " transform=\"scale(-1 1)\"" } else { "" };
        format!("<path class=\"{}\" d=\"{}\"{opacity}{mirror}/>", shape.class, shape.path)
    });
    let paths: String = paths.collect();
    format!(
        "<div class=\"cell\"><svg class=\"figure\" viewBox=\"{left} {top} {width} {height}\">{paths}</svg><p>{name}</p></div>"
    )
}
