//! Chance, for names that must not collide.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/browser/random.js")]
extern "C" {
    fn random() -> u32;
}

/// Eight hexadecimal digits, as random as the browser can.
pub(crate) fn hex() -> String {
    format!("{:08x}", random())
}
