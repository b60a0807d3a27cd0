//! Prints what is drawn on the host for the built-in routine: its name and its length, for the facade, and its plan for
//! search engines, a line each; then the overview as HTML, for the page's first paint.

fn main() {
    let (name, length) = supple::prerender::facade();
    println!("{name}\n{length}\n{}\n{}", supple::prerender::structured_data(), supple::prerender::overview());
}
