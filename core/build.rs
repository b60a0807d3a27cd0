//! Has the crate built again when a file of the library changes, which `include_dir!` can't tell cargo by itself.

fn main() {
    println!("cargo::rerun-if-changed=../library");
}
