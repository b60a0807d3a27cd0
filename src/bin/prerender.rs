//! Prints what is drawn on the host for the built-in routine: its name and its length, a line each, for the facade; then
//! the overview as HTML, for the page's first paint.

fn main() {
    let (name, length) = supple::prerender::facade();
    println!("{name}\n{length}\n{}", supple::prerender::overview());
}
