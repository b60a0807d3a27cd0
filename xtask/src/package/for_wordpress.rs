//! The WordPress plugin as a blogger uploads it: one zip of its sources and the whole site.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::LICENSES;
use crate::{assemble, files, project};

/// The plugin's folder in WordPress, and so in the zip.
const PLUGIN: &str = "supple-routine";

/// Writes the zip, with the site in `dist`.
pub(super) fn write(dist: &Path, to: &Path) -> Result<()> {
    let root = project::root();
    let mut entries = below(&root.join("integrations/wordpress").join(PLUGIN), PLUGIN)?;
    let site = format!("{PLUGIN}/dist");
    // A plugin that is tried out in its folder has a site there, perhaps an old one.
    entries.retain(|(name, _)| !name.starts_with(&site));
    // Readers without scripts are led to the page of this site, which works from any path.
    // Its share images would only be weight: no page names them without the address of the site.
    entries.extend(below(dist, &site)?.into_iter().filter(|(name, _)| !assemble::is_for_others(name)));
    entries.extend(LICENSES.map(|name| (format!("{PLUGIN}/{name}"), root.join(name))));
    entries.sort();
    let file = File::create(to).with_context(|| format!("{} can't be written.", to.display()))?;
    let mut zip = ZipWriter::new(file);
    // Without times and permissions of this machine, the same files make the same zip.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, path) in entries {
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(&path).with_context(|| format!("{} can't be read.", path.display()))?)?;
    }
    zip.finish()?;
    Ok(())
}

/// The files in a folder, with their names in the zip, where the folder is called `name`.
fn below(folder: &Path, name: &str) -> Result<Vec<(String, PathBuf)>> {
    Ok(files::list(folder)?.into_iter().map(|path| (format!("{name}/{path}"), folder.join(path))).collect())
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
        let site = site(LOADER_TEXT, &["supple-1.css"]);
        fs::write(site.path().join("share.png"), "").unwrap();
        write(site.path(), &zip).unwrap();
        let mut archive = ZipArchive::new(File::open(&zip).unwrap()).unwrap();
        let mut contents = BTreeMap::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            contents.insert(file.name().unwrap().into_owned(), bytes);
        }
        (fs::read(&zip).unwrap(), contents)
    }

    #[test]
    fn it_holds_the_plugin_and_the_whole_site() {
        let (_, contents) = zipped();
        let plugin = project::root().join("integrations/wordpress").join(PLUGIN);
        let site = site(LOADER_TEXT, &["supple-1.css"]);
        let site = below(site.path(), "supple-routine/dist").unwrap();
        let plugin = below(&plugin, PLUGIN).unwrap().into_iter().filter(|(name, _)| !name.contains("/dist/"));
        assert_eq!(plugin.chain(site).filter(|(name, _)| !contents.contains_key(name)).count(), 0);
        assert!(contents.contains_key("supple-routine/LICENSE-MIT"));
        assert!(!contents.contains_key("supple-routine/dist/share.png"));
        assert_eq!(contents["supple-routine/dist/embed/v1/supple.js"], LOADER_TEXT.as_bytes());
    }

    #[test]
    fn its_version_is_the_workspaces() {
        let (_, contents) = zipped();
        for (file, field) in [("supple-routine.php", "Version:"), ("readme.txt", "Stable tag:")] {
            let text = String::from_utf8(contents[&format!("{PLUGIN}/{file}")].clone()).unwrap();
            let version = text.lines().find_map(|line| line.split_once(field)).unwrap().1;
            assert_eq!(version.trim(), env!("CARGO_PKG_VERSION"), "{file}");
        }
    }

    #[test]
    fn the_same_files_make_the_same_zip() {
        assert_eq!(zipped().0, zipped().0);
    }
}
