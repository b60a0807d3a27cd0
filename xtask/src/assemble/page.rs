//! Pages: values, messages and the prerendered overview go in; inline code is refused.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};
use html5gum::{Token, Tokenizer};

use crate::project;

/// What stands for the `{{name}}` of a page.
pub(crate) type Values = BTreeMap<String, String>;

/// The place of the overview in index.html.
const PRERENDERED: &str = "<!--prerendered-->";

/// The texts of `messages/en.json`, escaped for HTML.
pub(crate) fn messages() -> Result<Values> {
    let catalogue = match fs::read_to_string(project::root().join("messages/en.json")) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Values::new()),
        read => read.context("messages/en.json can't be read.")?,
    };
    let messages: Values = serde_json::from_str(&catalogue)
        .context("messages/en.json is not a flat object of texts, as a catalogue of messages should be.")?;
    Ok(messages.into_iter().map(|(key, text)| (key, escaped(&text))).collect())
}

/// A text as it may stand in HTML, between tags or in an attribute.
pub(crate) fn escaped(text: &str) -> String {
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")]
        .iter()
        .fold(text.to_owned(), |text, (plain, entity)| text.replace(plain, entity))
}

/// The text of a file of the sources, given by its path from the root of the checkout.
pub(crate) fn source(path: &str) -> Result<String> {
    fs::read_to_string(project::root().join(path)).with_context(|| format!("{path} can't be read."))
}

/// Fills in a page of the sources and writes it to its place in the site.
pub(crate) fn finish(path: &str, values: &Values, to: &Path) -> Result<()> {
    write(&fill(&source(path)?, values)?, to)
}

/// Writes a page that is complete, if a strict content security policy has nothing to report about it.
pub(crate) fn write(page: &str, to: &Path) -> Result<()> {
    refuse_inline_code(page)?;
    fs::write(to, page).with_context(|| format!("{} can't be written.", to.display()))
}

/// Replaces each `{{name}}` with its value, as it is.
pub(crate) fn fill(skeleton: &str, values: &Values) -> Result<String> {
    let mut filled = String::new();
    let mut rest = skeleton;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("A page has {{ without }}.")?;
        filled.push_str(before);
        match values.get(name) {
            Some(value) => filled.push_str(value),
            // Trunk's own, in its script for reloading.
            None if name.starts_with("__TRUNK") => filled.push_str(&format!("{{{{{name}}}}}")),
            None => bail!(
                "A page asks for {{{{{name}}}}}, which is neither a message in messages/en.json nor an address."
            ),
        }
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Puts the overview into a page, in a declarative shadow root, and the outline beside that, for what sees none.
pub(crate) fn with_overview(page: &str, stylesheet: &str, markup: &str, outline: &str) -> Result<String> {
    let Some((before, after)) = page.split_once(PRERENDERED) else {
        bail!("A page has no {PRERENDERED}, so the overview has no place in it.");
    };
    let markup = markup.trim();
    Ok(format!(
        "{before}<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{stylesheet}\">{markup}</template>{outline}{after}"
    ))
}

/// Fails if a strict content security policy would report the page.
pub(crate) fn refuse_inline_code(page: &str) -> Result<()> {
    for token in Tokenizer::new(page) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let attribute = |name: &str| tag.attributes.get(name.as_bytes());
        // Data for search engines is no code, so no policy forbids it.
        let is_data = attribute("type").is_some_and(|it| it.as_slice() == b"application/ld+json");
        if name == "style" {
            bail!("A page has a <style>, which `style-src 'self'` forbids. Put it into style/.");
        }
        if name == "script" && !is_data && attribute("src").is_none() {
            bail!("A page has an inline script, which `script-src 'self'` forbids. Put it into a file.");
        }
        let mut names = tag.attributes.keys().map(|it| String::from_utf8_lossy(it));
        if let Some(inline) = names.find(|it| it == "style" || it.starts_with("on")) {
            bail!("A page has <{name} {inline}>, which a strict policy forbids.");
        }
    }
    Ok(())
}

/// The addresses of the site itself that are written in a page, each once: what it loads, and where it leads.
pub(crate) fn own_addresses(page: &str) -> Vec<String> {
    let mut addresses = Vec::new();
    for token in Tokenizer::new(page) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        for name in ["href", "src"] {
            let Some(address) = tag.attributes.get(name.as_bytes()) else { continue };
            let address = String::from_utf8_lossy(address).into_owned();
            let is_elsewhere = address.starts_with('#') || address.contains(':');
            if !is_elsewhere && !addresses.contains(&address) {
                addresses.push(address);
            }
        }
    }
    addresses
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Values {
        let values = [("stylesheet", "assets/supple-1.css"), ("wasm", "assets/{{w}}.wasm")];
        values.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
    }

    #[test]
    fn values_go_in_as_they_are() {
        let page = fill("<link href=\"{{wasm}}\"><p>{{stylesheet}}", &values()).unwrap();
        assert_eq!(page, "<link href=\"assets/{{w}}.wasm\"><p>assets/supple-1.css");
    }

    #[test]
    fn messages_are_escaped() {
        assert_eq!(escaped("\"a\" < b & 'c'"), "&quot;a&quot; &lt; b &amp; &#39;c&#39;");
    }

    #[test]
    fn the_overview_goes_into_a_shadow_root() {
        let page = with_overview(
            "<a><!--prerendered--></a>",
            "a.css",
            "<div>{{no placeholder}}</div>\n",
            "<ol></ol>",
        );
        let expected = "<a><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"a.css\">\
                        <div>{{no placeholder}}</div></template><ol></ol></a>";
        assert_eq!(page.unwrap(), expected);
        assert!(with_overview("<p></p>", "a.css", "", "").is_err());
    }

    #[test]
    fn an_unknown_placeholder_is_refused_unless_it_is_trunks() {
        let error = fill("{{loader}}", &values()).unwrap_err();
        assert!(error.to_string().starts_with("A page asks for {{loader}}"), "{error}");
        assert!(fill("{{wasm", &values()).is_err());
        let reloading = "<script>const address = '{{__TRUNK_ADDRESS__}}';</script>";
        assert_eq!(fill(reloading, &values()).unwrap(), reloading);
    }

    #[test]
    fn the_addresses_of_the_site_are_found() {
        let page = "<link href=\"a.css\"><script src=\"../b.js\"></script><a href=\"#c\"></a><a href=\"https://d\"></a>\
                    <a href=\"../\"></a><link href=\"a.css\">";
        assert_eq!(own_addresses(page), ["a.css", "../b.js", "../"]);
    }

    #[test]
    fn inline_code_is_refused() {
        for bad in [
            "<script>alert(1)</script>",
            "<SCRIPT type=\"module\">",
            "<script data-src=\"a.js\">",
            "<p style=\"color:red\">",
            "<p class=\"a\"style='x'>",
            "<p title=\"a > b\" style=x>",
            "<button onclick=\"go()\">",
            "<style>p{}</style>",
        ] {
            assert!(refuse_inline_code(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn code_and_style_in_files_pass() {
        for good in [
            "<script type=\"module\" src=\"embed/v1/supple.js\"></script>",
            "<link rel=\"stylesheet\" href=\"a.css\">",
            "<p title=\"style = onclick=\" data-on=\"1\">a < b, style=x</p>",
            "<script type=\"application/ld+json\">{}</script>",
            "<!doctype html><svg stroke-width=\"2\"></svg>",
        ] {
            refuse_inline_code(good).unwrap();
        }
    }
}
