//! The widget's WebAssembly, copied with changes.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::Module;
use wasm_encoder::reencode::Reencode;
use wasmparser::{Parser, Payload, TypeRef};

/// A copy of the module, but for what `by` changes.
pub(super) fn copy(by: &mut impl Reencode<Error = Infallible>, wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    by.parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow!("The widget's WebAssembly can't be read: {error}"))?;
    Ok(module.finish())
}

/// How many functions of a part of the module are imported: these are numbered before its own.
pub(super) fn imported_functions(payload: &Payload<'_>) -> Result<u32> {
    let Payload::ImportSection(section) = payload else { return Ok(0) };
    let mut imported = 0;
    for import in section.clone().into_imports() {
        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
    }
    Ok(imported)
}
