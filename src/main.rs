//! What Trunk builds. All it does is keep the widget's exports in the module; `element/` calls them.

fn main() {
    // A reference, so that the linker doesn't leave the library out.
    let _ = supple::bindings::WidgetHandle::new;
}
