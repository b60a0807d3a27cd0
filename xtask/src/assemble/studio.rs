//! What the page needs on which people write routines of their own: the app, and a picture of each exercise of the library.

use std::fs;

use anyhow::Result;
use supple_core::Library;

use super::bundle::Bundler;
use super::cover;

/// Writes the app's files, and the picture of each exercise by its id, for lists and for printing.
pub(super) fn write(bundler: &Bundler<'_>) -> Result<()> {
    bundler.studio()?;
    let folder = bundler.staging.join("studio/figures");
    fs::create_dir_all(&folder)?;
    // Variations are drawn too; nobody asks for those here.
    let ids: Vec<&str> = Library::built_in().exercise_ids().collect();
    for (id, drawing) in supple_figures::drawings(&Library::built_in().all_exercises()) {
        if ids.contains(&id.as_str()) {
            fs::write(folder.join(format!("{id}.svg")), cover::of(&drawing)?)?;
        }
    }
    Ok(())
}
