//! Numbers as the person's own settings write them.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Number`, because js-sys has no `toLocaleString` without a language, and declares that it can't fail.
    #[wasm_bindgen(js_name = Number)]
    type LocaleNumber;
    /// The same as `new Intl.NumberFormat().format(number)`.
    #[wasm_bindgen(catch, method, js_class = "Number", js_name = toLocaleString)]
    fn to_locale_string(this: &LocaleNumber) -> Result<String, JsValue>;
}

/// Whether the browser's own language, which is most often that of the person's other programs, marks decimals with a comma.
/// Not if it doesn't say.
pub(crate) fn has_decimal_comma() -> bool {
    let number = JsValue::from_f64(1.5).unchecked_into::<LocaleNumber>();
    number.to_locale_string().is_ok_and(|text| text.contains(','))
}
