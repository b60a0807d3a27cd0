//! Pages: values and the prerendered overview go in; inline code is refused.

use anyhow::{Context, Result, bail};

/// Where in index.html the overview goes.
const PRERENDERED: &str = "<!--prerendered-->";

/// A script that is no code, and so no matter for a policy: data for search engines.
const DATA: &str = "type=\"application/ld+json\"";

/// Puts values, by their names, in the places of `{{name}}`.
pub(crate) fn fill(skeleton: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::new();
    let mut rest = skeleton;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("A page has {{ without }}.")?;
        filled.push_str(before);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            // Trunk's own, in its script for reloading.
            None if name.starts_with("__TRUNK") => filled.push_str(&format!("{{{{{name}}}}}")),
            None => {
                let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
                bail!("A page asks for {{{{{name}}}}}, which is none of {}.", known.join(", "));
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Puts the overview into index.html, in a declarative shadow root.
pub(crate) fn with_overview(page: &str, stylesheet: &str, markup: &str) -> Result<String> {
    let Some((before, after)) = page.split_once(PRERENDERED) else {
        bail!("A page has no {PRERENDERED}, so the overview has no place in it.");
    };
    let markup = markup.trim();
    Ok(format!(
        "{before}<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{stylesheet}\">{markup}</template>{after}"
    ))
}

/// Fails where a strict content security policy would report the page.
pub(crate) fn refuse_inline_code(page: &str) -> Result<()> {
    for tag in tags(page) {
        let name = tag.split(|c: char| c.is_ascii_whitespace() || c == '>').next().unwrap_or_default();
        if name.eq_ignore_ascii_case("style") {
            bail!("A page has a <style>, which `style-src 'self'` forbids. Put it into style/.");
        }
        let attributes: Vec<String> = attribute_names(tag).collect();
        let is_code = name.eq_ignore_ascii_case("script") && !tag.contains(DATA);
        if is_code && !attributes.iter().any(|it| it == "src") {
            bail!("A page has an inline script, which `script-src 'self'` forbids: <{tag}>");
        }
        let inline = attributes.iter().find(|it| *it == "style" || it.starts_with("on"));
        if let Some(inline) = inline {
            bail!("A page has the attribute `{inline}`, which a strict policy forbids: <{tag}>");
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

    const VALUES: [(&str, &str); 2] = [("stylesheet", "assets/supple-1.css"), ("wasm", "assets/{{w}}.wasm")];

    #[test]
    fn values_go_in_and_are_taken_as_they_are() {
        let page = fill("<link href=\"{{wasm}}\"><p>{{stylesheet}}", &VALUES).unwrap();
        assert_eq!(page, "<link href=\"assets/{{w}}.wasm\"><p>assets/supple-1.css");
    }

    #[test]
    fn the_overview_goes_into_a_shadow_root() {
        let page = with_overview("<a><!--prerendered--></a>", "a.css", "<div>{{not a placeholder}}</div>\n");
        assert_eq!(
            page.unwrap(),
            "<a><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"a.css\">\
             <div>{{not a placeholder}}</div></template></a>"
        );
        assert!(with_overview("<p></p>", "a.css", "").is_err());
    }

    #[test]
    fn an_unknown_placeholder_is_refused() {
        let error = fill("{{loader}}", &VALUES).unwrap_err();
        assert_eq!(error.to_string(), "A page asks for {{loader}}, which is none of stylesheet, wasm.");
        assert!(fill("{{wasm", &VALUES).is_err());
    }

    #[test]
    fn the_script_for_reloading_keeps_its_placeholders() {
        let page = "<script>const address = '{{__TRUNK_ADDRESS__}}';</script>";
        assert_eq!(fill(page, &VALUES).unwrap(), page);
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
            "<script type=\"application/ld+json\">{}</script>",
            "<!doctype html><svg stroke-width=\"2\"></svg>",
        ] {
            refuse_inline_code(good).unwrap();
        }
    }
}
