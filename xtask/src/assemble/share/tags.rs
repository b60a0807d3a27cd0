//! What the head of a page says to those who show it elsewhere: messengers, social networks, search engines.

use super::picture::SIZE;
use crate::assemble::page::escaped;
use crate::site_address::SiteAddress;

/// A page as others show it. Its texts are escaped for HTML, like all values that go into a page.
pub(super) struct Card<'a> {
    /// What it is about.
    pub(super) title: &'a str,
    /// A sentence or two about it.
    pub(super) description: &'a str,
    /// The path of its own address from the root of the site: that of the page itself, unless two pages show the same.
    pub(super) page: &'a str,
    /// The path of its share image from the root of the site.
    pub(super) image: &'a str,
    /// What is to be seen in that image, for those who can't see it.
    pub(super) alt: &'a str,
}

impl Card<'_> {
    /// The tags, as the Open Graph protocol (<https://ogp.me>) and X name them. Those with an address need the site's:
    /// none of those who read them knows from where a relative one would count.
    pub(super) fn tags(&self, site: Option<&SiteAddress>) -> String {
        let [width, height] = SIZE.map(|it| it.to_string());
        let mut tags = meta("property", "og:title", self.title);
        tags += &meta("property", "og:description", self.description);
        tags += &meta("property", "og:type", "website");
        tags += &meta("property", "og:site_name", "Supple");
        if let Some(site) = site {
            let [page, image] = [self.page, self.image].map(|path| escaped(&site.of(path)));
            tags += &meta("property", "og:url", &page);
            for (name, content) in [
                ("og:image", image.as_str()),
                ("og:image:type", "image/png"),
                ("og:image:width", &width),
                ("og:image:height", &height),
                ("og:image:alt", self.alt),
            ] {
                tags += &meta("property", name, content);
            }
            tags += &format!("<link rel=\"canonical\" href=\"{page}\">");
        }
        tags + &meta("name", "twitter:card", "summary_large_image")
    }
}

fn meta(kind: &str, name: &str, content: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{content}\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Card<'static> = Card {
        title: "Hips &amp; “more”",
        description: "Say &quot;ah&quot;.",
        page: "routines/hips/",
        image: "routines/hips/share.png",
        alt: "A person, sitting.",
    };

    #[test]
    fn without_an_address_there_is_nothing_that_needs_one() {
        assert_eq!(
            CARD.tags(None),
            "<meta property=\"og:title\" content=\"Hips &amp; “more”\">\
             <meta property=\"og:description\" content=\"Say &quot;ah&quot;.\">\
             <meta property=\"og:type\" content=\"website\">\
             <meta property=\"og:site_name\" content=\"Supple\">\
             <meta name=\"twitter:card\" content=\"summary_large_image\">"
        );
    }

    #[test]
    fn with_an_address_all_of_them_are_whole() {
        let tags = CARD.tags(Some(&"https://example.org/supple".parse().unwrap()));
        for tag in [
            "<meta property=\"og:url\" content=\"https://example.org/supple/routines/hips/\">",
            "<meta property=\"og:image\" content=\"https://example.org/supple/routines/hips/share.png\">",
            "<meta property=\"og:image:type\" content=\"image/png\">",
            "<meta property=\"og:image:width\" content=\"1200\">",
            "<meta property=\"og:image:height\" content=\"630\">",
            "<meta property=\"og:image:alt\" content=\"A person, sitting.\">",
            "<link rel=\"canonical\" href=\"https://example.org/supple/routines/hips/\">",
            "<meta name=\"twitter:card\" content=\"summary_large_image\">",
        ] {
            assert!(tags.contains(tag), "{tags} lacks {tag}");
        }
    }
}
