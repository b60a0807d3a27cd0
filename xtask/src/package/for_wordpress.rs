//! The WordPress plugin as a blogger uploads it: one zip, of its sources and of the whole site.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::LICENSES;
use crate::project;

/// The plugin's folder in a WordPress, and so the one in the zip.
const PLUGIN: &str = "supple-routine";

/// The site's folder in the plugin. The page in it is what readers without scripts are led to, and works from any path.
const SITE: &str = "dist";

/// Writes the zip anew, with the site in `dist`.
pub(super) fn write(dist: &Path, to: &Path) -> Result<()> {
    let sources = project::root().join("integrations/wordpress").join(PLUGIN);
    let mut files = files_in(&sources, PLUGIN)?;
    // A plugin that is tried out in place has a site in it, which may be an old one.
    let site = format!("{PLUGIN}/{SITE}");
    files.retain(|(name, _)| !name.starts_with(&format!("{site}/")));
    files.extend(files_in(dist, &site)?);
    files.extend(LICENSES.map(|name| (format!("{PLUGIN}/{name}"), project::root().join(name))));
    files.sort();
    let file = File::create(to).with_context(|| format!("{} can't be written.", to.display()))?;
    let mut zip = ZipWriter::new(file);
    // No times and no machine: the same files give the same zip.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, path) in files {
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(&path).with_context(|| format!("{} can't be read.", path.display()))?)?;
    }
    zip.finish()?;
    Ok(())
}

/// All files in a folder, by their names in the zip, where the folder is called `name`.
fn files_in(folder: &Path, name: &str) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("{} can't be read.", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let inner = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            files.extend(files_in(&entry.path(), &inner)?);
        } else {
            files.push((inner, entry.path()));
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::Read;

    use zip::ZipArchive;

    use super::super::tests::{LOADER_TEXT, site};
    use super::*;

    /// The zip of a site with one asset, and what it holds.
    fn zipped() -> (Vec<u8>, BTreeMap<String, Vec<u8>>) {
        let folder = tempfile::tempdir().unwrap();
        let zip = folder.path().join("plugin.zip");
        write(site(LOADER_TEXT, &["supple-1.css"]).path(), &zip).unwrap();
        let mut archive = ZipArchive::new(File::open(&zip).unwrap()).unwrap();
        let mut held = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            held.insert(file.name().unwrap().into_owned(), bytes);
        }
        (fs::read(&zip).unwrap(), held)
    }

    #[test]
    fn it_holds_the_plugin_and_the_whole_site() {
        let (_, held) = zipped();
        let names: Vec<&str> = held.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "supple-routine/LICENSE-APACHE",
                "supple-routine/LICENSE-MIT",
                "supple-routine/block.json",
                "supple-routine/dist/assets/supple-1.css",
                "supple-routine/dist/embed/v1/frame.css",
                "supple-routine/dist/embed/v1/frame.html",
                "supple-routine/dist/embed/v1/frame.js",
                "supple-routine/dist/embed/v1/iframe.js",
                "supple-routine/dist/embed/v1/supple.js",
                "supple-routine/dist/index.html",
                "supple-routine/editor.js",
                "supple-routine/readme.txt",
                "supple-routine/reserve.css",
                "supple-routine/supple-routine.php",
            ]
        );
        let sources = project::root().join("integrations/wordpress");
        let is_source = |name: &&&str| !name.contains("/dist/") && !name.contains("LICENSE");
        for name in names.iter().filter(is_source) {
            assert_eq!(held[*name], fs::read(sources.join(name)).unwrap(), "{name}");
        }
        assert_eq!(held["supple-routine/dist/embed/v1/supple.js"], LOADER_TEXT.as_bytes());
    }

    #[test]
    fn its_version_is_the_workspaces() {
        let (_, held) = zipped();
        for (file, field) in [("supple-routine.php", "Version:"), ("readme.txt", "Stable tag:")] {
            let text = String::from_utf8(held[&format!("{PLUGIN}/{file}")].clone()).unwrap();
            let said = text.lines().find_map(|line| line.split_once(field)).unwrap().1;
            assert_eq!(said.trim(), env!("CARGO_PKG_VERSION"), "{file}");
        }
    }

    #[test]
    fn the_same_files_give_the_same_zip() {
        assert_eq!(zipped().0, zipped().0);
    }
}
