//! Prints, as JSON, what is drawn on the host for every built-in routine: see `supple::prerender`.

use std::error::Error;

use supple::prerender::built_in_routines;

fn main() -> Result<(), Box<dyn Error>> {
    println!("{}", serde_json::to_string(&built_in_routines())?);
    Ok(())
}
