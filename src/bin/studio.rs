//! What the studio's page loads. All it does is keep the app's exports in the module; `app/studio/studio.js` calls them.

fn main() {
    // A reference, so that the linker doesn't leave the library out.
    let _ = supple::studio::bindings::StudioHandle::new;
}
