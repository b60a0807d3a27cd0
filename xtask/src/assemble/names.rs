//! Short names for what the WebAssembly imports and exports, and nothing beside it.
//!
//! wasm-bindgen names each import, and each way to call a closure, with a hash, in the module and in its JavaScript. A
//! hundred hashes twice don't compress: they are 2.4 KB of brotli that nobody reads. And its JavaScript has all that the
//! module imported before wasm-opt found some of it to be unused.

use std::collections::HashSet;
use std::convert::Infallible;

use anyhow::Context;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection};
use wasmparser::{Export, Imports, Parser, Payload};

use super::wasm::copy;

/// The module and its JavaScript, with the imports and exports that both name called `$0`, `$1` and so on.
pub(crate) fn shorten(wasm: &[u8], glue: &str) -> anyhow::Result<(Vec<u8>, String)> {
    let mut shortener = Shortener { glue: without_others(glue, &imported(wasm)?), count: 0 };
    Ok((copy(&mut shortener, wasm)?, shortener.glue))
}

/// The names of what the module imports.
fn imported(wasm: &[u8]) -> anyhow::Result<HashSet<&str>> {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            return section.into_imports().map(|import| Ok(import?.name)).collect();
        }
    }
    None.context("The WebAssembly imports nothing, which can't be: it talks to the page.")
}

/// Copies a module, but for names.
struct Shortener {
    glue: String,
    count: usize,
}

impl Shortener {
    /// A name in short, which the JavaScript says from now on too. One without a hash may mean something else elsewhere
    /// in it, and stays.
    fn short(&mut self, name: &str) -> String {
        if !has_hash(name) {
            return name.to_owned();
        }
        let short = format!("${:x}", self.count);
        self.count += 1;
        self.glue = self.glue.replace(name, &short);
        short
    }
}

impl Reencode for Shortener {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        imports: &mut ImportSection,
        group: Imports<'_>,
    ) -> Result<(), Error<Infallible>> {
        let Imports::Single(_, import) = group else { return utils::parse_imports(self, imports, group) };
        let ty = self.entity_type(import.ty)?;
        imports.import(import.module, &self.short(import.name), ty);
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Infallible>> {
        let short = self.short(export.name);
        utils::parse_export(self, exports, Export { name: &short, ..export })
    }
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

/// Whether a name ends with wasm-bindgen's hash of 16 digits.
fn has_hash(name: &str) -> bool {
    let hash = name.rsplit('_').next().unwrap_or_default();
    let hash = hash.strip_prefix('h').unwrap_or(hash);
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, Module, TypeSection};

    use super::*;

    /// A module that imports two functions of type `() -> ()` and exports the first one.
    fn module(names: [&str; 2], exported: &str) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
        for name in names {
            imports.import("m", name, EntityType::Function(0));
        }
        exports.export(exported, ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&exports);
        module.finish()
    }

    #[test]
    fn names_with_a_hash_become_short_in_both_and_others_stay() {
        let wasm = module(["__wbg_now_043d245551b22f9c", "plain"], "call__h07e333f4512294c1");
        let glue = "a={__wbg_now_043d245551b22f9c:f,plain:g};wasm.call__h07e333f4512294c1()";
        let (short, glue) = shorten(&wasm, glue).unwrap_or_default();
        assert_eq!(short, module(["$0", "plain"], "$1"));
        assert_eq!(glue, "a={$0:f,plain:g};wasm.$1()");
    }

    #[test]
    fn what_is_not_imported_goes() {
        let function = |name| format!("        {name}: function(a) {{\n            return a;\n        }},\n");
        let glue = |functions: &str| {
            format!("    const import0 = {{\n        __proto__: null,\n{functions}    }};\n{}", function("b"))
        };
        let all = [function("a"), function("plain"), function("b")].concat();
        let (_, shortened) = shorten(&module(["plain", "other"], "memory"), &glue(&all)).unwrap_or_default();
        assert_eq!(shortened, glue(&function("plain")));
    }

    #[test]
    fn a_module_without_imports_is_refused() {
        assert!(shorten(b"\0asm\x01\0\0\0", "").is_err());
    }
}
