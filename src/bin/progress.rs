//! What the Progress screen loads when it is opened. All it does is keep the app's exports in the module;
//! `element/later-progress.js` calls them.

fn main() {
    // A reference, so that the linker doesn't leave the library out.
    let _ = supple::progress::bindings::ProgressHandle::new;
}
