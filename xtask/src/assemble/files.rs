//! The list of the site's files that a service worker keeps.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What is in the site for others than its visitors: pictures for app stores.
const NOT_KEPT: &str = "screenshots/";

/// The path of each file, seen from the root, and the hash of its bytes as `integrity` wants it: a JSON list of pairs, in
/// the order of the paths. A page named index.html has the path of its folder, as people ask for it.
pub(crate) fn of(site: &Path) -> Result<String> {
    let mut paths = Vec::new();
    collect(site, "", &mut paths)?;
    paths.retain(|path| !path.starts_with(NOT_KEPT));
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let bytes = fs::read(site.join(&path)).with_context(|| format!("{path} can't be read."))?;
        let hash = STANDARD.encode(Sha256::digest(&bytes));
        files.push((address(&path), format!("sha256-{hash}")));
    }
    Ok(serde_json::to_string(&files)?)
}

fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

fn address(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some("") => "./".to_owned(),
        Some(folder) if folder.ends_with('/') => folder.to_owned(),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_by_the_address_that_people_ask_for() {
        let site = tempfile::tempdir().unwrap();
        for folder in ["assets", "embed/v1", "screenshots"] {
            fs::create_dir_all(site.path().join(folder)).unwrap();
        }
        for file in
            ["index.html", "embed/index.html", "embed/v1/supple.js", "assets/a.wasm", "screenshots/wide.png"]
        {
            fs::write(site.path().join(file), "").unwrap();
        }
        let files: Vec<(String, String)> = serde_json::from_str(&of(site.path()).unwrap()).unwrap();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["assets/a.wasm", "embed/", "embed/v1/supple.js", "./"]);
        // That of no bytes at all.
        let nothing = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        assert!(files.iter().all(|(_, hash)| hash == nothing));
    }
}
