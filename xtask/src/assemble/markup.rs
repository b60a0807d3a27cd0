//! Refuses HTML in the compiled widget.
//!
//! `view!` compiles an element whose whole content is static to a string of HTML, which goes through
//! `template.innerHTML`. A page that requires Trusted Types forbids that: the widget would panic there.

use anyhow::{Context, Result, bail};
use wasmparser::{Parser, Payload};

/// How such a string is recognised: by a closing tag, or by an element that has none.
const SIGNS: [&[u8]; 5] = [b"</", b"<br", b"<hr", b"<img", b"<input"];

/// How much of the string is shown before the sign, and from there on, in bytes.
const SHOWN: (usize, usize) = (60, 30);

/// Fails if the data of a WebAssembly module holds HTML.
pub(super) fn refuse(wasm: &[u8]) -> Result<()> {
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::DataSection(section) = payload.context("The widget's WebAssembly can't be read.")?
        else {
            continue;
        };
        for data in section {
            if let Some(html) = find(data?.data) {
                bail!(
                    "The widget holds HTML as a string: “{html}”. `view!` makes one of an element without any dynamic \
                     part, and pages that require Trusted Types refuse it. Put a text or an attribute of that element \
                     in braces, such as `<p>{{t.title}}</p>`."
                );
            }
        }
    }
    Ok(())
}

/// The first piece of HTML, with what stands around it.
fn find(data: &[u8]) -> Option<String> {
    let at = (0..data.len()).find(|&at| {
        SIGNS.iter().any(|sign| {
            let after = data[at..].strip_prefix(*sign).and_then(|rest| rest.first());
            match (*sign, after) {
                (b"</", Some(after)) => after.is_ascii_lowercase(),
                (_, Some(after)) => b" />".contains(after),
                (_, None) => false,
            }
        })
    })?;
    let shown = &data[at.saturating_sub(SHOWN.0)..data.len().min(at + SHOWN.1)];
    Some(String::from_utf8_lossy(shown).replace(|it: char| it.is_control() || it == '\u{fffd}', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with nothing but one piece of data, shorter than 100 bytes.
    fn module(data: &str) -> Vec<u8> {
        let length = u8::try_from(data.len()).unwrap();
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([5, 3, 1, 0, 1]); // a memory of one page
        wasm.extend([11, length + 6, 1, 0, 0x41, 0, 0x0b, length]); // data at 0
        wasm.extend(data.bytes());
        wasm
    }

    #[test]
    fn html_is_refused_with_the_string_that_it_is_in() {
        let error = refuse(&module("startpause<p class=\"note\">Breathe</p>")).unwrap_err().to_string();
        assert!(error.contains("<p class=\"note\">Breathe</p>"), "{error}");
        for bad in ["<hr>", "<input type=\"text\">", "<br/>", "<div><span></span></div>"] {
            assert!(refuse(&module(bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn text_passes() {
        for good in ["a < b", "Vec<u8>", "</", "<", "1 </ 2", "<hrx>", ""] {
            refuse(&module(good)).unwrap();
        }
        assert!(refuse(b"no module").is_err());
    }
}
