//! What search engines read to find all pages: sitemap.xml, and robots.txt, which leads there.

use crate::assemble::page::escaped;
use crate::site_address::SiteAddress;

/// The name of the list of pages, in the root of the site.
pub(crate) const SITEMAP: &str = "sitemap.xml";
/// The name of the file that leads there. Crawlers look for it in the root of a host only: a site below a path has to
/// name its sitemap in that of the whole host.
pub(super) const ROBOTS: &str = "robots.txt";

/// The pages as <https://www.sitemaps.org/protocol.html> describes it, given by their paths from the root of the site.
pub(super) fn sitemap(site: &SiteAddress, pages: &[String]) -> String {
    let urls: String =
        pages.iter().map(|page| format!("  <url><loc>{}</loc></url>\n", escaped(&site.of(page)))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
    )
}

/// Everything may be read, and the pages are listed there.
pub(super) fn robots(site: &SiteAddress) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.of(SITEMAP))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_listed_with_whole_addresses() {
        let site = "https://example.org/a&b".parse().unwrap();
        let pages = ["", "routines/", "routines/hips/"].map(str::to_owned);
        assert_eq!(
            sitemap(&site, &pages),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  \
             <url><loc>https://example.org/a&amp;b/</loc></url>\n  \
             <url><loc>https://example.org/a&amp;b/routines/</loc></url>\n  \
             <url><loc>https://example.org/a&amp;b/routines/hips/</loc></url>\n</urlset>\n"
        );
        assert_eq!(
            robots(&site),
            "User-agent: *\nAllow: /\n\nSitemap: https://example.org/a&b/sitemap.xml\n"
        );
    }
}
