//! Prints the overview of the built-in routine as HTML, for the page's first paint.

fn main() {
    println!("{}", supple::prerender::overview());
}
