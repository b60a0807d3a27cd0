//! Panics without a message: a trap is all that a page ever sees of one.
//!
//! The standard library for WebAssembly prints nothing when the widget panics; what it would have said is put
//! together all the same. So the functions that do so are emptied down to their trap, before wasm-opt removes what
//! only they needed. The paths of source files, which nobody reads any more, become zeros, and with them goes
//! what they tell of the machine that built the site.

use std::collections::HashSet;
use std::convert::Infallible;
use std::ops::Range;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, DataSection, Function};
use wasmparser::{
    BinaryReaderError, Data, DataKind, FunctionBody, KnownCustom, Name, NameMap, Operator, Parser, Payload,
};

use super::wasm::{copy, imported_functions};

/// The bytes by which compiled code says a place in its source.
const PLACE: usize = 16;

/// Whole modules, single functions and ends of names; all of them only ever panic.
const MODULES: [&str; 1] = ["core::panicking::"];
const FUNCTIONS: [&str; 12] = [
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
    "std::panicking::panic_with_hook",
    "std::thread::local::panic_access_error",
];

/// The module without its panics' messages.
pub(crate) fn silence(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut silencer = Silencer { found: Found::in_module(wasm)?, function: 0 };
    copy(&mut silencer, wasm)
}

/// What only panics need.
#[derive(Default)]
struct Found {
    /// Numbers of functions, counted without the imported ones.
    functions: HashSet<u32>,
    /// Addresses and lengths of paths, as the memory's own words say them.
    paths: HashSet<[u8; 8]>,
}

impl Found {
    fn in_module(wasm: &[u8]) -> Result<Found> {
        let mut found = Found::default();
        let mut imported = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            imported += imported_functions(&payload)?;
            if let Payload::DataSection(section) = payload {
                for datum in section {
                    let datum = datum?;
                    let Some(address) = address(&datum)? else { continue };
                    found.paths.extend(paths(datum.data).map(|path| words(address, &path)));
                }
            } else if let Payload::CustomSection(section) = payload
                && let KnownCustom::Name(subsections) = section.as_known()
            {
                for names in subsections {
                    if let Name::Function(functions) = names? {
                        found.add_functions(functions, imported)?;
                    }
                }
            }
        }
        Ok(found)
    }

    fn add_functions(&mut self, functions: NameMap<'_>, imported: u32) -> Result<()> {
        for function in functions {
            let function = function?;
            if only_panics(function.name) {
                self.functions.extend(function.index.checked_sub(imported));
            }
        }
        Ok(())
    }
}

/// Whether a function of this name, as wasm-bindgen spells it, does nothing but panic, or prints what only panics say:
/// nothing that ships uses `{:?}` (`cargo xtask tidy`).
fn only_panics(name: &str) -> bool {
    let name = without_hashes(name);
    MODULES.iter().any(|module| name.starts_with(module))
        || FUNCTIONS.iter().any(|function| name == *function)
        || name.ends_with("::assert_failed")
        || name.contains(" as core::fmt::Debug>::fmt")
}

/// `core::cell::panic` of `core[c5930c85a12de822]::cell::panic` and of `core::cell::panic::h6aae7b76ad051b28`.
fn without_hashes(name: &str) -> String {
    let parts = name.split("::").filter(|part| {
        part.strip_prefix('h')
            .is_none_or(|hash| hash.len() != 16 || !hash.bytes().all(|it| it.is_ascii_hexdigit()))
    });
    let parts: Vec<&str> = parts.map(|part| part.split('[').next().unwrap_or(part)).collect();
    parts.join("::")
}

/// Where in the memory some data will stand; nothing where that isn't a plain number.
fn address(datum: &Data<'_>) -> Result<Option<usize>, BinaryReaderError> {
    let DataKind::Active { offset_expr, .. } = &datum.kind else { return Ok(None) };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { return Ok(None) };
    Ok(usize::try_from(value.cast_unsigned()).ok())
}

/// The paths of Rust's source files in some data: each stands between two zeros.
fn paths(data: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    data.split(|byte| *byte == 0).filter_map(move |text| {
        let range = start..start + text.len();
        start = range.end + 1;
        (text.ends_with(b".rs") && text.is_ascii()).then_some(range)
    })
}

/// A pointer to a text, as it lies in the memory: its address and its length.
fn words(address: usize, text: &Range<usize>) -> [u8; 8] {
    let word = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    let ([a, b, c, d], [e, f, g, h]) = (word(address + text.start), word(text.len()));
    [a, b, c, d, e, f, g, h]
}

/// Copies a module, but for what only panics need.
struct Silencer {
    found: Found,
    /// The number of the next function.
    function: u32,
}

impl Reencode for Silencer {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let number = self.function;
        self.function += 1;
        if !self.found.functions.contains(&number) {
            return utils::parse_function_body(self, code, body);
        }
        let mut trap = Function::new([]);
        trap.instructions().unreachable().end();
        code.function(&trap);
        Ok(())
    }

    fn parse_data(&mut self, data: &mut DataSection, datum: Data<'_>) -> Result<(), Error<Infallible>> {
        let mut bytes = datum.data.to_vec();
        for path in paths(datum.data) {
            bytes[path].fill(0);
        }
        // A place in the source is four words: a path's address, its length, line and column.
        for place in (0..bytes.len().saturating_sub(PLACE - 1)).step_by(4) {
            if self.found.paths.iter().any(|words| bytes[place..].starts_with(words)) {
                bytes[place..place + PLACE].fill(0);
            }
        }
        utils::parse_data(self, data, Data { data: &bytes, ..datum })
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, FunctionSection, IndirectNameMap, MemorySection, MemoryType, Module, NameMap, NameSection,
        TypeSection,
    };

    use super::*;

    /// A module with a function of each of these names, which do nothing, and with data at an address.
    fn module(functions: &[&str], address: i32, data: &[u8]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let (mut declared, mut code, mut names) =
            (FunctionSection::new(), CodeSection::new(), NameMap::new());
        for (number, name) in (0..).zip(functions) {
            declared.function(0);
            let mut nothing = Function::new([]);
            nothing.instructions().nop().end();
            code.function(&nothing);
            names.append(number, name);
        }
        let mut memory = MemorySection::new();
        memory.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut content = DataSection::new();
        content.active(0, &ConstExpr::i32_const(address), data.iter().copied());
        let mut name_section = NameSection::new();
        name_section.functions(&names);
        name_section.locals(&IndirectNameMap::new());
        let mut module = Module::new();
        module.section(&types).section(&declared).section(&memory).section(&code).section(&content);
        module.section(&name_section);
        module.finish()
    }

    /// Which functions trap at once, and the data.
    fn look(wasm: &[u8]) -> (Vec<bool>, Vec<u8>) {
        let (mut traps, mut content) = (Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.unwrap();
            if let Payload::CodeSectionEntry(body) = payload {
                let first = body.get_operators_reader().unwrap().read().unwrap();
                traps.push(matches!(first, Operator::Unreachable));
            } else if let Payload::DataSection(section) = payload {
                content = section.into_iter().next().unwrap().unwrap().data.to_vec();
            }
        }
        (traps, content)
    }

    #[test]
    fn what_only_panics_becomes_a_trap_and_nothing_else() {
        let names = [
            "core[c5930c85a12de822]::panicking::panic_fmt",
            "core::result::unwrap_failed::h68ae7b76ad051b28",
            "alloc::vec::Vec<T,A>::remove::assert_failed",
            "<u16 as core[c5930c85a12de822]::fmt::Debug>::fmt.1838",
            "<u16 as core[c5930c85a12de822]::fmt::Display>::fmt",
            "std[a543996e6e7dbf1e]::panicking::panic_count::is_zero_slow_path",
            "supple::conduct::Widget::command::h82a492452874e6b0",
        ];
        let (traps, _) = look(&silence(&module(&names, 0, b"")).unwrap());
        assert_eq!(traps, [true, true, true, true, false, false, false]);
    }

    #[test]
    fn paths_and_the_places_that_name_them_become_zeros() {
        let mut data = b"Left leg\0/home/somebody/src/plan.rs\0.rs is text\0\0\0\0".to_vec();
        let (address, length) = (1_048_576 + 9_u32, 26_u32);
        data.truncate(48);
        for word in [address, length, 12, 34, 56, length] {
            data.extend(word.to_le_bytes());
        }
        let (_, silenced) = look(&silence(&module(&[], 1_048_576, &data)).unwrap());
        let mut expected = b"Left leg\0".to_vec();
        expected.extend([0; 26]);
        expected.extend(&data[35..48]);
        expected.extend([0; 16]);
        expected.extend(&data[64..]);
        assert_eq!(silenced, expected);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(silence(b"not a module").is_err());
    }
}
