//! The WebAssembly's functions in an order that compresses well: each next to the one that it is most like.
//!
//! Brotli says a sequence of bytes that it has just said in fewer bits than one of long ago. By names, which is what wasm-opt
//! offers, functions of one source stand together; by what they share, the same module is 1.2 KB of brotli smaller.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload};

use super::wasm::{copy, imported_functions};

/// Functions are as alike as the sequences of this many bytes that both have: of 3 to 10, what made the smallest file.
const SEQUENCE: usize = 4;
/// A sequence that more functions have than this tells nothing of any.
const COMMON: usize = 400;

/// The same module with its functions in another order.
pub(crate) fn by_likeness(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        imported += imported_functions(&payload)?;
        if let Payload::CodeSectionEntry(body) = payload {
            bodies.push(body.as_bytes());
        }
    }
    let order = chain(&bodies);
    let mut places = vec![0; order.len()];
    for (place, function) in (imported..).zip(&order) {
        places[*function] = place;
    }
    copy(&mut Reorderer { imported, order, places }, wasm)
}

/// The numbers of the bodies, beginning with the longest: after each, of those that are left, the one most like it.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let sequences: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(SEQUENCE).collect()).collect();
    let mut having: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (number, sequences) in sequences.iter().enumerate() {
        for sequence in sequences {
            having.entry(sequence).or_default().push(number);
        }
    }
    having.retain(|_, functions| functions.len() <= COMMON);

    let mut left: HashSet<usize> = (0..bodies.len()).collect();
    let longest =
        |left: &HashSet<usize>| left.iter().copied().max_by_key(|it| (bodies[*it].len(), Reverse(*it)));
    let mut chain = Vec::new();
    let mut next = longest(&left);
    while let Some(function) = next {
        chain.push(function);
        left.remove(&function);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for other in sequences[function].iter().filter_map(|sequence| having.get(sequence)).flatten() {
            if left.contains(other) {
                *shared.entry(*other).or_default() += 1;
            }
        }
        // Of all that the two have, how much both have, in millionths: whole numbers have no ties but real ones.
        let alike = |other: usize, shared: usize| {
            shared * 1_000_000 / (sequences[function].len() + sequences[other].len() - shared)
        };
        let most_alike = shared.into_iter().max_by_key(|(it, shared)| (alike(*it, *shared), Reverse(*it)));
        next = most_alike.map(|(other, _)| other).or_else(|| longest(&left));
    }
    chain
}

/// Copies a module, but for the order of its functions.
struct Reorderer {
    /// How many functions are imported: these come first and stay where they are.
    imported: u32,
    /// The functions' numbers before, in their new order, both without the imported ones.
    order: Vec<usize>,
    /// The new number of each.
    places: Vec<u32>,
}

impl Reencode for Reorderer {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let own = function.checked_sub(self.imported).and_then(|own| usize::try_from(own).ok());
        Ok(own.map_or(function, |own| self.places[own]))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<_> = section.into_iter().collect::<Result<_, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        EntityType, ExportKind, ExportSection, Function, ImportSection, Module, TypeSection, ValType,
    };

    use super::*;

    /// A module that imports a function and has one for each of these sequences of numbers, which it forgets; each is
    /// exported by its place in the list, and the second one calls the first.
    fn module(functions: &[&[i32]]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I32], []);
        let mut imports = ImportSection::new();
        imports.import("m", "f", EntityType::Function(0));
        let (mut declared, mut exports, mut code) =
            (FunctionSection::new(), ExportSection::new(), CodeSection::new());
        for (index, numbers) in (0..).zip(functions) {
            declared.function(u32::from(index == 2));
            exports.export(&index.to_string(), ExportKind::Func, index + 1);
            let mut body = Function::new([]);
            for number in *numbers {
                body.instructions().i32_const(*number).drop();
            }
            if index == 1 {
                body.instructions().call(1);
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&declared).section(&exports).section(&code);
        module.finish()
    }

    /// For each export: its function's number, type, and first number; and what the second one calls.
    fn look(wasm: &[u8]) -> (Vec<(u32, u32, i32)>, u32) {
        let (mut types, mut exported, mut firsts, mut called) = (vec![], vec![], vec![], 0);
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload.unwrap();
            if let Payload::FunctionSection(section) = payload {
                types = section.into_iter().map(|ty| ty.unwrap()).collect();
            } else if let Payload::ExportSection(section) = payload {
                exported = section.into_iter().map(|export| export.unwrap().index).collect();
            } else if let Payload::CodeSectionEntry(body) = payload {
                let mut first = None;
                for operator in body.get_operators_reader().unwrap() {
                    let operator = operator.unwrap();
                    if let wasmparser::Operator::I32Const { value } = operator {
                        first = first.or(Some(value));
                    } else if let wasmparser::Operator::Call { function_index } = operator {
                        called = function_index;
                    }
                }
                firsts.push(first.unwrap());
            }
        }
        let at = |index: &u32| {
            let own = usize::try_from(index - 1).unwrap();
            (*index, types[own], firsts[own])
        };
        (exported.iter().map(at).collect(), called)
    }

    #[test]
    fn what_is_alike_stands_together_and_everything_still_means_the_same() {
        let wasm = module(&[&[1, 2, 3, 4, 5, 6], &[70, 80, 90], &[2, 3, 4, 5, 6], &[71, 80, 90]]);
        let (functions, called) = look(&by_likeness(&wasm).unwrap());
        let meanings: Vec<_> = functions.iter().map(|(_, ty, first)| (*ty, *first)).collect();
        assert_eq!(meanings, [(0, 1), (0, 70), (1, 2), (0, 71)]);
        let numbers: Vec<_> = functions.iter().map(|(number, ..)| *number).collect();
        assert_eq!(numbers, [1, 3, 2, 4]);
        assert_eq!(called, 1);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(by_likeness(b"not a module").is_err());
    }
}
