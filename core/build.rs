//! Names of everything in the library by its id, for logs: a log holds ids, also those of other routines than the one
//! that is shown. `src/routine/names.rs` includes the result. And it has the crate built again when a file of the library
//! changes, which `include_dir!` can't tell cargo by itself.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

const LIBRARY: &str = "../library";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LIBRARY}");
    let mut names = BTreeMap::new();
    for folder in ["routines", "exercises"] {
        for file in fs::read_dir(Path::new(LIBRARY).join(folder))? {
            let path = file?.path();
            let text = fs::read_to_string(&path)?;
            let document: Value =
                serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            for part in [&document, &document["variation"], &document["easier"]] {
                if let (Some(id), Some(name)) = (part["id"].as_str(), part["name"].as_str()) {
                    names.insert((folder, id.to_owned()), name.to_owned());
                }
            }
        }
    }
    let table = |wanted: &str| {
        let rows = names.iter().filter(|((folder, _), _)| *folder == wanted);
        rows.map(|((_, id), name)| format!("({id:?}, {name:?}),\n")).collect::<String>()
    };
    let code = format!(
        "static ROUTINES: &[(&str, &str)] = &[\n{}];\nstatic EXERCISES: &[(&str, &str)] = &[\n{}];\n",
        table("routines"),
        table("exercises")
    );
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR for build scripts")?);
    fs::write(out.join("names.rs"), code)?;
    Ok(())
}
