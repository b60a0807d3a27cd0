//! What logs need to know of the library by ids alone, since a log holds those of other routines than the one that is
//! shown: names of everything, for `src/routine/names.rs`, and what each exercise stretches, for `src/muscle_group.rs`.
//! And it has the crate built again when a file of the library changes, which `include_dir!` can't tell cargo by itself.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

const LIBRARY: &str = "../library";

/// The muscles of each `MuscleGroup`, by their ids in the library.
const GROUPS: [(&str, &[&str]); 10] = [
    (
        "Neck",
        &[
            "upper-trapezius",
            "scalenes",
            "sternocleidomastoid",
            "levator-scapulae",
            "splenius",
            "suboccipitals",
        ],
    ),
    (
        "ChestAndShoulders",
        &[
            "deltoid",
            "trapezius",
            "rhomboids",
            "infraspinatus",
            "pectoralis",
            "triceps",
            "biceps-brachii",
            "serratus-anterior",
        ],
    ),
    ("Forearms", &["wrist-flexors", "wrist-extensors"]),
    (
        "BackAndWaist",
        &[
            "latissimus-dorsi",
            "erector-spinae",
            "multifidus",
            "rectus-abdominis",
            "obliques",
            "quadratus-lumborum",
            "diaphragm",
        ],
    ),
    ("HipFlexors", &["iliopsoas", "tensor-fasciae-latae"]),
    ("Buttocks", &["gluteus-maximus", "gluteus-medius", "piriformis"]),
    ("InnerThighs", &["adductors", "gracilis"]),
    ("FrontThighs", &["rectus-femoris", "quadriceps"]),
    ("Hamstrings", &["semitendinosus", "semimembranosus", "biceps-femoris"]),
    ("CalvesAndFeet", &["gastrocnemius", "soleus", "tibialis-anterior", "plantar-fascia"]),
];

/// Names and what is stretched, by folder and id.
#[derive(Default)]
struct Tables {
    names: BTreeMap<(&'static str, String), String>,
    stretched: BTreeMap<String, Vec<&'static str>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LIBRARY}");
    check_groups()?;
    let mut tables = Tables::default();
    for folder in ["routines", "exercises"] {
        for file in fs::read_dir(Path::new(LIBRARY).join(folder))? {
            tables.add(folder, &read(&file?.path())?)?;
        }
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR for build scripts")?);
    fs::write(out.join("names.rs"), tables.names_code())?;
    fs::write(out.join("stretched.rs"), tables.stretched_code())?;
    Ok(())
}

impl Tables {
    /// Adds a document of a folder. Variations of an exercise stretch what it stretches, unless they say otherwise.
    fn add(&mut self, folder: &'static str, document: &Value) -> Result<(), Box<dyn Error>> {
        for part in [document, &document["variation"], &document["easier"]] {
            let Some(id) = part["id"].as_str() else { continue };
            if let Some(name) = part["name"].as_str() {
                self.names.insert((folder, id.to_owned()), name.to_owned());
            }
            let muscles = part["muscles"].as_array().or(document["muscles"].as_array());
            if let (Some(muscles), "exercises") = (muscles, folder) {
                self.stretched.insert(id.to_owned(), main_groups(muscles)?);
            }
        }
        Ok(())
    }

    fn names_code(&self) -> String {
        let table = |wanted: &str| {
            let rows = self.names.iter().filter(|((folder, _), _)| *folder == wanted);
            rows.map(|((_, id), name)| format!("({id:?}, {name:?}),\n")).collect::<String>()
        };
        format!(
            "static ROUTINES: &[(&str, &str)] = &[\n{}];\nstatic EXERCISES: &[(&str, &str)] = &[\n{}];\n",
            table("routines"),
            table("exercises")
        )
    }

    fn stretched_code(&self) -> String {
        let rows = self.stretched.iter().map(|(id, groups)| {
            let groups: Vec<_> = groups.iter().map(|group| format!("MuscleGroup::{group}")).collect();
            format!("({id:?}, &[{}]),\n", groups.join(", "))
        });
        format!("static STRETCHED: &[(&str, &[MuscleGroup])] = &[\n{}];\n", rows.collect::<String>())
    }
}

/// Each muscle of the library has to be in one group, so that a new one isn't forgotten.
fn check_groups() -> Result<(), Box<dyn Error>> {
    let muscles = read(&Path::new(LIBRARY).join("muscles.json"))?;
    for id in muscles.as_object().into_iter().flat_map(|muscles| muscles.keys()) {
        let groups = GROUPS.iter().filter(|(_, muscles)| muscles.contains(&id.as_str())).count();
        if groups != 1 {
            return Err(format!("The muscle {id} is in {groups} of the GROUPS in core/build.rs.").into());
        }
    }
    Ok(())
}

/// The group of the first muscle, and each other one with two muscles or more.
fn main_groups(muscles: &[Value]) -> Result<Vec<&'static str>, Box<dyn Error>> {
    let mut groups: Vec<(&str, u32)> = Vec::new();
    for muscle in muscles.iter().filter_map(Value::as_str) {
        let (group, _) = GROUPS
            .iter()
            .find(|(_, muscles)| muscles.contains(&muscle))
            .ok_or_else(|| format!("The muscle {muscle} is in none of the GROUPS in core/build.rs."))?;
        match groups.iter_mut().find(|(other, _)| other == group) {
            Some((_, count)) => *count += 1,
            None => groups.push((group, 1)),
        }
    }
    let main = groups.iter().enumerate().filter(|(index, (_, count))| *index == 0 || *count > 1);
    Ok(main.map(|(_, (group, _))| *group).collect())
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}
