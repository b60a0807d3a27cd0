//! Short names for what the WebAssembly imports, and nothing beside it.
//!
//! wasm-bindgen names each import with a hash, in the module and in its JavaScript. A hundred hashes twice don't
//! compress: they are 2.4 KB of brotli that nobody reads. And its JavaScript has all that the module imported before
//! wasm-opt found some of it to be unused.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// The module and its JavaScript, with the imports that both name called `$0`, `$1` and so on.
pub(crate) fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let (section, names) = imports(wasm)?;
    let mut content = Vec::new();
    let imported = names.iter().map(|name| std::str::from_utf8(&wasm[name.clone()]));
    let mut glue = without_others(glue, &imported.collect::<Result<_, _>>()?);
    let mut copied = section.start;
    for (number, name) in names.iter().enumerate() {
        let old = std::str::from_utf8(&wasm[name.clone()])?;
        // Names without a hash may mean something else elsewhere in the JavaScript.
        if !has_hash(old) {
            continue;
        }
        let new = format!("${number:x}");
        glue = glue.replace(old, &new);
        // The length stands before the name, in one byte up to 127.
        let length = name.start - leb128(old.len()).len();
        content.extend(&wasm[copied..length]);
        content.extend(leb128(new.len()));
        content.extend(new.as_bytes());
        copied = name.end;
    }
    content.extend(&wasm[copied..section.end]);

    let size_at = section.start - leb128(section.len()).len();
    let mut shortened = wasm[..size_at].to_vec();
    shortened.extend(leb128(content.len()));
    shortened.extend(content);
    shortened.extend(&wasm[section.end..]);
    Ok((shortened, glue))
}

/// The JavaScript without the functions that the module could import but doesn't. They are told by how wasm-bindgen
/// indents them; where it comes to do so otherwise, they stay.
fn without_others(glue: &str, imported: &HashSet<&str>) -> String {
    let mut kept = String::new();
    let (mut inside, mut used) = (false, true);
    for line in glue.split_inclusive('\n') {
        if line.starts_with("    const import0 = {") {
            inside = true;
        } else if line.starts_with("    };") {
            (inside, used) = (false, true);
        } else if inside
            && let Some((name, _)) = line.strip_prefix("        ").and_then(|it| it.split_once(": function("))
            && !name.contains(' ')
        {
            used = imported.contains(name);
        }
        if used {
            kept.push_str(line);
        }
    }
    kept
}

/// Where the content of the import section is, and each name in it.
fn imports(wasm: &[u8]) -> Result<(Range<usize>, Vec<Range<usize>>)> {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(reader) = payload? {
            let section = reader.range();
            let section = usize::try_from(section.start)?..usize::try_from(section.end)?;
            let mut names = Vec::new();
            for import in reader.into_imports() {
                let name = import?.name;
                let start = name.as_ptr() as usize - wasm.as_ptr() as usize;
                names.push(start..start + name.len());
            }
            return Ok((section, names));
        }
    }
    None.context("The WebAssembly imports nothing, which can't be: it talks to the page.")
}

/// Whether a name ends with wasm-bindgen's hash of 16 digits.
fn has_hash(name: &str) -> bool {
    let hash = name.rsplit('_').next().unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A length as WebAssembly writes it.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default(); // seven bits fit
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports two functions of type `() -> ()`.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let mut imports = vec![2];
        for name in names {
            imports.push(1);
            imports.extend(b"m");
            imports.extend(leb128(name.len()));
            imports.extend(name.as_bytes());
            imports.extend([0, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02".to_vec();
        wasm.extend(leb128(imports.len()));
        wasm.extend(imports);
        wasm
    }

    #[test]
    fn names_with_a_hash_become_short_in_both_and_others_stay() {
        let wasm = module(["__wbg_now_043d245551b22f9c", "plain"]);
        let (short, glue) = shorten(&wasm, "a={__wbg_now_043d245551b22f9c:f,plain:g}").unwrap_or_default();
        assert_eq!(short, module(["$0", "plain"]));
        assert_eq!(glue, "a={$0:f,plain:g}");
    }

    #[test]
    fn what_is_not_imported_goes() {
        let function = |name| format!("        {name}: function(a) {{\n            return a;\n        }},\n");
        let glue = |functions: &str| {
            format!("    const import0 = {{\n        __proto__: null,\n{functions}    }};\n{}", function("b"))
        };
        let all = [function("a"), function("plain"), function("b")].concat();
        let (_, shortened) = shorten(&module(["plain", "other"]), &glue(&all)).unwrap_or_default();
        assert_eq!(shortened, glue(&function("plain")));
    }

    #[test]
    fn a_module_without_imports_is_refused() {
        assert!(shorten(b"\0asm\x01\0\0\0", "").is_err());
    }
}
