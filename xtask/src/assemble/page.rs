//! index.html: the prerendered overview and the addresses go in; inline code is refused.

use anyhow::{Result, bail};

/// Where in index.html the overview goes.
const PRERENDERED: &str = "<!--prerendered-->";

/// The addresses of the hashed files, seen from the root of the site.
pub(crate) struct Addresses {
    /// Stands for `{{stylesheet}}`.
    pub(crate) stylesheet: String,
    /// Stands for `{{glue}}`.
    pub(crate) glue: String,
    /// Stands for `{{wasm}}`.
    pub(crate) wasm: String,
    /// Stands for `{{routine}}`.
    pub(crate) routine: String,
}

/// Puts the overview, in a declarative shadow root, and the addresses into the page.
pub(crate) fn fill(skeleton: &str, addresses: &Addresses, markup: &str) -> Result<String> {
    let Some((before, after)) = skeleton.split_once(PRERENDERED) else {
        bail!("index.html has no {PRERENDERED}, so the overview has no place in it.");
    };
    let fill_in = |part: &str| {
        part.replace("{{stylesheet}}", &addresses.stylesheet)
            .replace("{{glue}}", &addresses.glue)
            .replace("{{wasm}}", &addresses.wasm)
            .replace("{{routine}}", &addresses.routine)
    };
    let (before, after) = (fill_in(before), fill_in(after));
    if let Some(name) = [&before, &after].into_iter().find_map(|part| unknown_placeholder(part)) {
        bail!("index.html asks for {{{{{name}}}}}, which is none of stylesheet, glue, wasm and routine.");
    }
    let stylesheet = &addresses.stylesheet;
    let markup = markup.trim();
    Ok(format!(
        "{before}<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{stylesheet}\">{markup}</template>{after}"
    ))
}

/// The name between double braces, if there is one that is not trunk's own.
fn unknown_placeholder(part: &str) -> Option<&str> {
    let names = part.split("{{").skip(1).filter_map(|rest| rest.split("}}").next());
    names.into_iter().find(|name| !name.starts_with("__TRUNK"))
}

/// Fails where a strict content security policy would report the page.
pub(crate) fn refuse_inline_code(page: &str) -> Result<()> {
    for tag in tags(page) {
        let name = tag.split(|c: char| c.is_ascii_whitespace() || c == '>').next().unwrap_or_default();
        if name.eq_ignore_ascii_case("style") {
            bail!("index.html has a <style>, which `style-src 'self'` forbids. Put it into style/.");
        }
        let attributes: Vec<String> = attribute_names(tag).collect();
        if name.eq_ignore_ascii_case("script") && !attributes.iter().any(|it| it == "src") {
            bail!("index.html has an inline script, which `script-src 'self'` forbids: <{tag}>");
        }
        let inline = attributes.iter().find(|it| *it == "style" || it.starts_with("on"));
        if let Some(inline) = inline {
            bail!("index.html has the attribute `{inline}`, which a strict policy forbids: <{tag}>");
        }
    }
    Ok(())
}

/// What is between `<` and `>` of each opening tag.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<').skip(1).filter(|it| it.starts_with(|c: char| c.is_ascii_alphabetic())).map(|it| {
        let mut quote = None;
        let end = it.find(|c| {
            match (quote, c) {
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), close) if open == close => quote = None,
                _ => return quote.is_none() && c == '>',
            }
            false
        });
        &it[..end.unwrap_or(it.len())]
    })
}

/// The names of a tag's attributes, in lower case.
fn attribute_names(tag: &str) -> impl Iterator<Item = String> {
    let mut quote = None;
    let unquoted: String = tag
        .chars()
        .filter(|&c| match quote {
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                // Keeps the next attribute apart where there is no space between.
                true
            }
            None => true,
            Some(open) => {
                if c == open {
                    quote = None;
                }
                false
            }
        })
        .map(|c| if c == '"' || c == '\'' { ' ' } else { c })
        .collect();
    let words: Vec<String> = unquoted.split_ascii_whitespace().skip(1).map(str::to_owned).collect();
    words.into_iter().filter_map(|word| word.split('=').next().map(str::to_ascii_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses() -> Addresses {
        Addresses {
            stylesheet: "assets/supple-1.css".to_owned(),
            glue: "assets/supple-2.js".to_owned(),
            wasm: "assets/supple-3.wasm".to_owned(),
            routine: "assets/r.json".to_owned(),
        }
    }

    #[test]
    fn the_overview_and_the_addresses_go_in() {
        let page = fill(
            "<link href=\"{{wasm}}\"><supple-routine><!--prerendered--></supple-routine>",
            &addresses(),
            "<div>{{not a placeholder}}</div>\n",
        );
        assert_eq!(
            page.unwrap(),
            "<link href=\"assets/supple-3.wasm\"><supple-routine><template shadowrootmode=\"open\">\
             <link rel=\"stylesheet\" href=\"assets/supple-1.css\"><div>{{not a placeholder}}</div>\
             </template></supple-routine>"
        );
    }

    #[test]
    fn a_page_without_a_place_or_with_an_unknown_placeholder_is_refused() {
        assert!(fill("<p></p>", &addresses(), "").is_err());
        let error = fill("<!--prerendered-->{{loader}}", &addresses(), "").unwrap_err();
        assert!(error.to_string().contains("{{loader}}"), "{error}");
    }

    #[test]
    fn the_script_for_reloading_keeps_its_placeholders() {
        let page = "<!--prerendered--><script>const address = '{{__TRUNK_ADDRESS__}}';</script>";
        assert!(fill(page, &addresses(), "").unwrap().ends_with("'{{__TRUNK_ADDRESS__}}';</script>"));
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
    fn code_and_style_of_files_pass() {
        for good in [
            "<script type=\"module\" src=\"embed/v1/supple.js\"></script>",
            "<link rel=\"stylesheet\" href=\"a.css\">",
            "<p title=\"style = onclick=\" data-on=\"1\">a < b, style=x</p>",
            "<!doctype html><svg stroke-width=\"2\"></svg>",
        ] {
            refuse_inline_code(good).unwrap();
        }
    }
}
