//! What others show of a page when somebody shares it: an image, a card, and a place in the sitemap.

mod oembed;
mod palette;
mod picture;
mod sitemap;
mod tags;
mod view;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use supple_figures::Drawing;

use self::oembed::Embed;
use self::sitemap::ROBOTS;
pub(crate) use self::sitemap::SITEMAP;
use self::tags::Card;
use super::figure;
use super::page::{Values, escaped};
use super::routines::{self, FOLDER, Prerendered};
use crate::site_address::SiteAddress;

/// The name of a share image. It lies in the folder of its page, beside the page's other files, so its address is made like
/// theirs. It has no hash, because cards that others made long ago still name it.
const IMAGE: &str = "share.png";

/// Whether a file of the site, given by its path from the root, is meant for other services and not for visitors: nobody
/// needs it offline, or in a copy of the site within another one.
pub(crate) fn is_for_others(path: &str) -> bool {
    [SITEMAP, ROBOTS].contains(&path)
        || path.rsplit('/').next().is_some_and(|name| [IMAGE, oembed::FILE].contains(&name))
}

/// The tags of the front page, whose title and description are messages of their own.
pub(super) fn tags_of_front(
    front: &Prerendered,
    messages: &Values,
    site: Option<&SiteAddress>,
) -> Result<String> {
    tags_of(front, message(messages, "app_title")?, message(messages, "app_description")?, site)
}

/// The tags of a routine's page.
pub(super) fn tags_of_routine(routine: &Prerendered, site: Option<&SiteAddress>) -> Result<String> {
    tags_of(routine, &escaped(&routine.name), &escaped(&routine.summary), site)
}

fn tags_of(
    routine: &Prerendered,
    title: &str,
    description: &str,
    site: Option<&SiteAddress>,
) -> Result<String> {
    let card = Card {
        title,
        description,
        page: &routines::own_page(&routine.id),
        image: &format!("{FOLDER}{}/{IMAGE}", routine.id),
        alt: &escaped(&cover(routine)?.text),
    };
    Ok(card.tags(site) + &oembed::discovery(&routine.id, title, site))
}

/// The tags of the page of all routines.
pub(super) fn tags_of_all(
    all: &[Prerendered],
    messages: &Values,
    site: Option<&SiteAddress>,
) -> Result<String> {
    let first = all.first().context("There are no routines.")?;
    let card = Card {
        title: message(messages, "routines_title")?,
        description: message(messages, "routines_description")?,
        page: FOLDER,
        image: &format!("{FOLDER}{IMAGE}"),
        alt: &escaped(&cover(first)?.text),
    };
    Ok(card.tags(site))
}

fn message<'a>(messages: &'a Values, name: &str) -> Result<&'a str> {
    messages.get(name).map(String::as_str).with_context(|| format!("There is no message “{name}”."))
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

/// Writes for each routine how others embed it.
pub(super) fn write_embeds(root: &Path, site: &SiteAddress, all: &[Prerendered]) -> Result<()> {
    for routine in all {
        let Prerendered { id, name, .. } = routine;
        let embed = Embed { id, name, image: &format!("{FOLDER}{id}/{IMAGE}") };
        fs::write(root.join(FOLDER).join(id).join(oembed::FILE), embed.answer(site)?)?;
    }
    Ok(())
}

/// Writes what search engines look for.
pub(super) fn write_sitemap(root: &Path, site: &SiteAddress, all: &[Prerendered]) -> Result<()> {
    let ids = all.iter().map(|routine| routine.id.as_str());
    fs::write(root.join(SITEMAP), sitemap::sitemap(site, &pages(ids)))?;
    Ok(fs::write(root.join(ROBOTS), sitemap::robots(site))?)
}

/// The pages for readers, as paths from the root of the site. The front page stands for its routine, whose other page
/// names it as its own address.
fn pages<'a>(routines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut pages = vec![String::new(), FOLDER.to_owned()];
    pages.extend(routines.map(routines::own_page).filter(|page| !page.is_empty()));
    pages
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
    fn every_page_for_readers_is_listed_once() {
        let pages = pages(Library::ROUTINES.into_iter());
        assert_eq!(pages[..4], ["", "routines/", "routines/lower-back/", "routines/hips/"]);
        // The front page is that of its routine.
        assert_eq!(pages.len(), Library::ROUTINES.len() + 1);
        assert!(!pages.iter().any(|page| page.contains("hamstring")), "{pages:?}");
    }

    #[test]
    fn what_is_for_other_services_is_known_by_its_name() {
        for path in ["sitemap.xml", "robots.txt", "routines/hips/share.png", "routines/hips/oembed.json"] {
            assert!(is_for_others(path), "{path}");
        }
        for path in
            ["index.html", "routines/hips/cover.svg", "icons/icon-192.png", "routines/hips/robots.txt"]
        {
            assert!(!is_for_others(path), "{path}");
        }
    }
}
