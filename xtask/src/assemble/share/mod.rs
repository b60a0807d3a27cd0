//! What others show of a page when somebody shares it: an image.

mod palette;
mod picture;
mod view;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use supple_figures::Drawing;

use super::figure;
use super::routines::{FOLDER, Prerendered};

/// The name of a share image. It lies in the folder of its page, beside the page's other files, so its address is made like
/// theirs. It has no hash, because cards that others made long ago still name it.
const IMAGE: &str = "share.png";

/// Whether a file of the site, given by its path from the root, is meant for other services and not for visitors: nobody
/// needs it offline, or in a copy of the site within another one.
pub(crate) fn is_for_others(path: &str) -> bool {
    path.rsplit('/').next() == Some(IMAGE)
}

/// Draws the image of each routine into the site, and one of all of them.
pub(super) fn write_images(root: &Path, all: &[Prerendered]) -> Result<()> {
    let folder = root.join(FOLDER);
    for routine in all {
        let ids = routine.exercises.iter().map(|exercise| exercise.id.as_str());
        let image = image(&routine.id, &routine.cover, ids)?;
        fs::write(folder.join(&routine.id).join(IMAGE), image)?;
    }
    let covers = all.iter().map(cover).collect::<Result<Vec<Drawing>>>()?;
    let (first, others) = covers.split_first().context("There are no routines.")?;
    Ok(fs::write(folder.join(IMAGE), picture::png(first, &spread(others, picture::SMALL))?)?)
}

/// The figure that stands for a routine.
fn cover(routine: &Prerendered) -> Result<Drawing> {
    figure::drawing(&routine.id, &routine.cover)
}

/// The image of a routine: the figure that stands for it, and some of its other exercises from all over the routine.
fn image<'a>(routine: &str, cover: &str, exercises: impl Iterator<Item = &'a str>) -> Result<Vec<u8>> {
    let drawings = figure::drawings(routine)?;
    let others: Vec<Drawing> = exercises
        .filter(|id| *id != cover)
        .filter_map(|id| drawings.iter().find(|(drawn, _)| drawn == id))
        .map(|(_, drawing)| drawing.clone())
        .filter(|drawing| !drawing.lights.is_empty())
        .collect();
    picture::png(&figure::drawing(routine, cover)?, &spread(&others, picture::SMALL))
}

/// So many of them, from the first to the last, as evenly as possible.
fn spread<T>(all: &[T], count: usize) -> Vec<&T> {
    if all.len() <= count {
        return all.iter().collect();
    }
    (0..count).filter_map(|nth| all.get(nth * (all.len() - 1) / (count - 1).max(1))).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use supple_core::{Library, Routine};

    use super::*;

    fn image_of_built_in(id: &str) -> Vec<u8> {
        let routine = Routine::built_in(id).unwrap();
        let ids = routine.exercises().map(|exercise| exercise.id.as_str());
        image(id, &routine.cover().unwrap().id, ids).unwrap()
    }

    #[test]
    fn each_routine_has_an_image_of_its_own() {
        let mut images: Vec<Vec<u8>> = Vec::new();
        for id in Library::ROUTINES {
            let image = image_of_built_in(id);
            assert!(image.len() < 80_000, "{id}: {} bytes", image.len());
            let mut reader = png::Decoder::new(Cursor::new(&image)).read_info().unwrap();
            let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
            let frame = reader.next_frame(&mut pixels).unwrap();
            assert_eq!([frame.width, frame.height], [1200, 630], "{id}");
            let at = |x: usize, y: usize| &pixels[3 * (1200 * y + x)..][..3];
            let palette = palette::Palette::read().unwrap();
            assert_eq!(at(0, 0), palette.ground.bytes(), "{id}");
            assert_eq!(at(990, 44), palette.raised.bytes(), "{id} has no card");
            assert!(!images.contains(&image), "{id} looks like another one");
            images.push(image);
        }
    }

    #[test]
    fn the_same_figures_make_the_same_bytes() {
        assert!(image_of_built_in("hips") == image_of_built_in("hips"));
    }

    #[test]
    fn small_figures_come_from_all_over_a_routine() {
        let all = ["a", "b", "c", "d", "e", "f"];
        assert_eq!(spread(&all, 3), [&"a", &"c", &"f"]);
        assert_eq!(spread(&all[..2], 3), [&"a", &"b"]);
        assert_eq!(spread(&all, 1), [&"a"]);
    }

    #[test]
    fn what_is_for_other_services_is_known_by_its_name() {
        for path in ["routines/share.png", "routines/hips/share.png"] {
            assert!(is_for_others(path), "{path}");
        }
        for path in ["index.html", "routines/hips/cover.svg", "icons/icon-192.png"] {
            assert!(!is_for_others(path), "{path}");
        }
    }
}
