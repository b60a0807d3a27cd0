//! Turns the message catalogue (`messages/en.json`) into typed accessors, so that a message that doesn't
//! exist, or lacks a value it needs, is an error when the widget is compiled. `src/messages.rs` includes the result.
//!
//! The catalogue is in i18next's v4 format: flat keys, `{{name}}` for values, plurals as `_one` and `_other`, and contexts
//! after an underscore: `_arm`, `_leg` and `_side` for what sides are called.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

const CATALOGUE: &str = "messages/en.json";

/// Messages of JavaScript and of the site's pages, which take them straight from the catalogue.
const NOT_OF_THE_WIDGET: [&str; 10] = [
    "app_",
    "collapse_",
    "facade_",
    "frame_",
    "generator_",
    "hand_off_",
    "loader_",
    "received_",
    "reminder_",
    "routines_",
];

/// Beginnings of the keys of messages that the app of the Progress screen alone has (`src/progress`), which is built with the
/// features `progress` and `ssr`. The widget is built without: its visitors would load texts that they don't see.
const OF_PROGRESS: [&str; 17] = [
    "backup_",
    "bars_",
    "by_hand",
    "calendar_",
    "chart_",
    "csv_",
    "discomfort_",
    "goal_",
    "measure_",
    "minutes_",
    "muscles_",
    "pause_",
    "programme_",
    "progress_",
    "report_",
    "sessions_",
    "year_",
];

/// The same for the studio (`src/studio`), which is built with the feature of that name.
const OF_STUDIO: [&str; 2] = ["region_", "studio_"];

/// Messages of the page of received routines that the studio has, too: it shows what recipients will see.
const RECEIVED_IN_STUDIO: [&str; 5] =
    ["received_anonymous", "received_days_one", "received_days_other", "received_for", "received_from"];

/// What sides are called, in the order of `supple_core::SideName`. A message that depends on it has a text for each.
const SIDE_NAMES: [&str; 3] = ["_arm", "_leg", "_side"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CATALOGUE}");
    let text = fs::read_to_string(CATALOGUE)?;
    let catalogue: BTreeMap<String, String> =
        serde_json::from_str(&text).map_err(|error| format!("{CATALOGUE}: {error}"))?;
    let has_progress =
        ["CARGO_FEATURE_PROGRESS", "CARGO_FEATURE_SSR"].iter().any(|feature| env::var_os(feature).is_some());
    let has_studio = env::var_os("CARGO_FEATURE_STUDIO").is_some();
    let mut absent = NOT_OF_THE_WIDGET.to_vec();
    if !has_progress {
        absent.extend(OF_PROGRESS);
    }
    if !has_studio {
        absent.extend(OF_STUDIO);
    }
    let is_ours = |key: &str| {
        !absent.iter().any(|prefix| key.starts_with(prefix))
            || has_studio && RECEIVED_IN_STUDIO.contains(&key)
    };
    let code = generate(&catalogue, is_ours).map_err(|problem| format!("{CATALOGUE}: {problem}"))?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR for build scripts")?);
    fs::write(out.join("messages.rs"), code)?;
    Ok(())
}

/// The texts of the catalogue as an array, and a method for each message; without those whose keys are not of this build.
fn generate(catalogue: &BTreeMap<String, String>, is_ours: impl Fn(&str) -> bool) -> Result<String, String> {
    let ours: Vec<(&str, &str)> = catalogue
        .iter()
        .map(|(key, text)| (key.as_str(), text.as_str()))
        .filter(|(key, _)| is_ours(key))
        .collect();
    let mut texts = String::new();
    let mut methods = String::new();
    for (index, (key, text)) in ours.iter().enumerate() {
        if !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
            return Err(format!("the key \"{key}\" is not in snake_case"));
        }
        let _ = writeln!(texts, "    {text:?},");
        if let Some(base) = key.strip_suffix("_other") {
            let one = ours.iter().position(|(other, _)| other.strip_suffix("_one") == Some(base));
            let one = one.ok_or_else(|| format!("\"{key}\" has no \"{base}_one\" beside it"))?;
            let singular = ours.get(one).map_or("", |(_, text)| *text);
            plural(&mut methods, base, (one, singular), (index, text))?;
        } else if let Some(base) = key.strip_suffix("_one") {
            if !catalogue.contains_key(&format!("{base}_other")) {
                return Err(format!("\"{key}\" has no \"{base}_other\" beside it"));
            }
        } else if let Some(base) = SIDE_NAMES.iter().find_map(|name| key.strip_suffix(name))
            && catalogue.contains_key(&format!("{base}{}", SIDE_NAMES[0]))
        {
            if key.ends_with(SIDE_NAMES[0]) {
                let keys = ours.iter().skip(index).map(|(key, _)| (*key).to_owned());
                if !keys.take(3).eq(SIDE_NAMES.map(|name| format!("{base}{name}"))) {
                    return Err(format!("\"{key}\" should be followed by the same for legs and sides"));
                }
                let _ = writeln!(
                    methods,
                    "    /// {text:?}\n    pub(crate) fn {base}(self, of: SideName) -> &'static str {{ \
                     self.text({index} + of as usize) }}\n"
                );
            }
        } else {
            plain(&mut methods, key, index, text)?;
        }
    }
    let count = ours.len();
    Ok(format!(
        "static ENGLISH: [&str; {count}] = [\n{texts}];\n\n\
         #[allow(dead_code, reason = \"a build of the widget uses most of them\")]\nimpl Messages {{\n{methods}}}\n"
    ))
}

fn plain(methods: &mut String, key: &str, index: usize, text: &str) -> Result<(), String> {
    let names = placeholders(key, text)?;
    let _ = writeln!(methods, "    /// {text:?}");
    if names.is_empty() {
        let _ = writeln!(methods, "    pub(crate) fn {key}(self) -> &'static str {{ self.text({index}) }}\n");
    } else {
        let parameters: String = names.iter().map(|name| format!(", {name}: impl Display")).collect();
        let values: Vec<String> = names.iter().map(|name| format!("({name:?}, &{name})")).collect();
        let _ = writeln!(
            methods,
            "    pub(crate) fn {key}(self{parameters}) -> String {{ fill(self.text({index}), &[{}]) }}\n",
            values.join(", ")
        );
    }
    Ok(())
}

fn plural(
    methods: &mut String,
    base: &str,
    (one, singular): (usize, &str),
    (other, text): (usize, &str),
) -> Result<(), String> {
    let names = placeholders(base, text)?;
    if placeholders(base, singular)?.iter().any(|name| !names.contains(name)) {
        return Err(format!("\"{base}_one\" asks for a value that \"{base}_other\" doesn't have"));
    }
    let parameters: String =
        names.iter().filter(|name| *name != "count").map(|name| format!(", {name}: impl Display")).collect();
    let values: Vec<String> = names.iter().map(|name| format!("({name:?}, &{name})")).collect();
    let _ = writeln!(methods, "    /// {text:?}");
    let _ = writeln!(
        methods,
        "    pub(crate) fn {base}(self, count: u64{parameters}) -> String {{ \
         fill(self.text(if count == 1 {{ {one} }} else {{ {other} }}), &[{}]) }}\n",
        values.join(", ")
    );
    Ok(())
}

/// The names between `{{` and `}}`, each once and sorted, so that rewording a text doesn't reorder the parameters.
fn placeholders(key: &str, text: &str) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or(format!("\"{key}\" has {{{{ without }}}}"))?;
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            return Err(format!("\"{key}\" has a value with the name \"{name}\""));
        }
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
        rest = after;
    }
    names.sort();
    Ok(names)
}
