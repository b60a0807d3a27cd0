//! Prints what is drawn on the host: the overview of the built-in routine as HTML, for the page's first paint; or, asked
//! for the `facade`, its name and its length, a line each.

fn main() {
    if std::env::args().nth(1).as_deref() == Some("facade") {
        let (name, length) = supple::prerender::facade();
        println!("{name}\n{length}");
    } else {
        println!("{}", supple::prerender::overview());
    }
}
