//! Prints what is drawn on the host for the built-in routine: its name and its length, for the facade, and its plan for
//! search engines, and in short, a line each; then the overview as HTML, for the page's first paint.

use supple::prerender::{facade, outline, overview, structured_data};

fn main() {
    let (name, length) = facade();
    println!("{name}\n{length}\n{}\n{}\n{}", structured_data(), outline(), overview());
}
