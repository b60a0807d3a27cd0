//! What a page answers to those who ask how to embed it: oEmbed (<https://oembed.com>), as a static file for each routine.
//!
//! Without a server no answer can follow the size that somebody asks for, so each file says one that fits an article.

use serde::Serialize;

use super::picture::SIZE;
use crate::assemble::page::escaped;
use crate::site_address::SiteAddress;

/// The name of the file, in the folder of the routine's page.
pub(super) const FILE: &str = "oembed.json";

/// Width and height in pixels, as the generator proposes them: a column of text, and the start of the list.
const FRAME: [u16; 2] = [720, 640];

/// A routine as others embed it; its texts are plain.
pub(super) struct Embed<'a> {
    /// The routine's id.
    pub(super) id: &'a str,
    /// Its name.
    pub(super) name: &'a str,
    /// The path of its share image from the root of the site.
    pub(super) image: &'a str,
}

#[derive(Serialize)]
struct Answer<'a> {
    version: &'a str,
    r#type: &'a str,
    title: &'a str,
    provider_name: &'a str,
    provider_url: String,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
    width: u16,
    height: u16,
    html: String,
}

impl Embed<'_> {
    /// The file's contents.
    ///
    /// # Errors
    /// None that can happen: texts and numbers are always written.
    pub(super) fn answer(&self, site: &SiteAddress) -> serde_json::Result<String> {
        let [thumbnail_width, thumbnail_height] = SIZE;
        let [width, height] = FRAME;
        let frame = escaped(&site.of(&format!("embed/v1/frame.html?routine={}", self.id)));
        serde_json::to_string(&Answer {
            version: "1.0",
            r#type: "rich",
            title: self.name,
            provider_name: "Supple",
            provider_url: site.of(""),
            thumbnail_url: site.of(self.image),
            thumbnail_width,
            thumbnail_height,
            width,
            height,
            html: format!(
                "<iframe src=\"{frame}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
                 style=\"border: 0\" allow=\"screen-wake-lock; autoplay\"></iframe>",
                escaped(self.name),
            ),
        })
    }
}

/// The link by which the page of a routine leads to its answer; nothing where the site's address isn't known, since those
/// who follow it want a whole one. `title` is escaped already.
pub(super) fn discovery(id: &str, title: &str, site: Option<&SiteAddress>) -> String {
    let Some(site) = site else { return String::new() };
    let address = escaped(&site.of(&format!("{}{id}/{FILE}", super::FOLDER)));
    format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn site() -> SiteAddress {
        "https://example.org/supple".parse().unwrap()
    }

    #[test]
    fn an_answer_has_what_the_specification_asks_of_a_rich_one() {
        let embed = Embed { id: "hips", name: "Hips & \"more\"", image: "routines/hips/share.png" };
        let answer: Value = serde_json::from_str(&embed.answer(&site()).unwrap()).unwrap();
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["title"], "Hips & \"more\"");
        assert_eq!(answer["provider_url"], "https://example.org/supple/");
        assert_eq!(answer["thumbnail_url"], "https://example.org/supple/routines/hips/share.png");
        assert_eq!([&answer["thumbnail_width"], &answer["thumbnail_height"]], [1200, 630]);
        assert_eq!([&answer["width"], &answer["height"]], [720, 640]);
        assert_eq!(
            answer["html"],
            "<iframe src=\"https://example.org/supple/embed/v1/frame.html?routine=hips\" \
             title=\"Hips &amp; &quot;more&quot;\" width=\"100%\" height=\"640\" loading=\"lazy\" \
             style=\"border: 0\" allow=\"screen-wake-lock; autoplay\"></iframe>"
        );
    }

    #[test]
    fn the_way_to_an_answer_is_whole_or_missing() {
        assert_eq!(discovery("hips", "Hips", None), "");
        assert_eq!(
            discovery("hips", "Hips", Some(&site())),
            "<link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"https://example.org/supple/routines/hips/oembed.json\" title=\"Hips\">"
        );
    }
}
