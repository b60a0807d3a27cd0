//! Random ids.

use leptos::prelude::window;

/// Eight random hexadecimal digits. They come from `Math.random` if the browser has no better source.
pub(crate) fn random() -> String {
    format!("{:08x}", random_u32())
}

fn random_u32() -> u32 {
    let mut bytes = [0; 4];
    match window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)) {
        Ok(_) => u32::from_ne_bytes(bytes),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to below 2³²")]
        Err(_) => (js_sys::Math::random() * 2_f64.powi(32)) as u32,
    }
}
