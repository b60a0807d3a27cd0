//! The versions that must be equal are: wasm-bindgen's command line comes from Cargo.lock, and a
//! requirement that lets it move would break the build on the day of a release.

use toml::{Table, Value};

use super::{Finding, Tree};

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let file = |path: &str| tree.files.iter().find(|file| file.path == path);
    let (Some(manifest), Some(lock)) = (file("Cargo.toml"), file("Cargo.lock")) else { return Vec::new() };
    let wanted = manifest.text.parse::<Table>().ok().and_then(|it| required(&it));
    let locked = lock.text.parse::<Table>().ok().and_then(|it| locked(&it));
    let line =
        manifest.lines().find(|(_, text)| text.starts_with("wasm-bindgen")).map_or(1, |(number, _)| number);
    match (wanted, locked) {
        (Some(wanted), Some(locked)) if wanted == format!("={locked}") => Vec::new(),
        (Some(wanted), Some(locked)) => {
            let what = format!(
                "wasm-bindgen is required as \"{wanted}\" and locked at {locked}; pin it as \"={locked}\""
            );
            vec![Finding::new(manifest, line, what)]
        }
        _ => vec![Finding::new(manifest, line, "Cargo.toml and Cargo.lock don't both name wasm-bindgen")],
    }
}

fn required(manifest: &Table) -> Option<String> {
    let wanted = manifest.get("dependencies")?.get("wasm-bindgen")?;
    Some(wanted.as_str().or_else(|| wanted.get("version")?.as_str())?.to_owned())
}

fn locked(lock: &Table) -> Option<String> {
    let packages = lock.get("package")?.as_array()?;
    let ours = packages.iter().find(|it| it.get("name").and_then(Value::as_str) == Some("wasm-bindgen"))?;
    Some(ours.get("version")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(requirement: &str, locked: &str) -> usize {
        let manifest = format!("[dependencies]\nwasm-bindgen = {requirement}\n");
        let lock = format!("[[package]]\nname = 'wasm-bindgen'\nversion = '{locked}'\n");
        check(&Tree::with(&[("Cargo.toml", &manifest), ("Cargo.lock", &lock)])).len()
    }

    #[test]
    fn only_an_exact_pin_that_is_locked_passes() {
        assert_eq!(found("'=0.2.130'", "0.2.130"), 0);
        assert_eq!(found("{ version = '=0.2.130' }", "0.2.130"), 0);
        assert_eq!(found("'0.2.130'", "0.2.130"), 1);
        assert_eq!(found("'=0.2.130'", "0.2.131"), 1);
    }
}
