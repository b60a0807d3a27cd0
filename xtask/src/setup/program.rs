//! A program of this machine: the one that a person has chosen, or else one that is found.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// Where a program is looked for.
pub(super) struct Program {
    /// The variable by which a person chooses it, and by which we tell our scripts.
    pub(super) choice: &'static str,
    /// What it is called on the PATH.
    pub(super) names: &'static [&'static str],
    /// Where it usually is on systems that don't put programs on the PATH.
    pub(super) places: &'static [&'static str],
}

impl Program {
    /// The program, if it is here.
    pub(super) fn find(&self) -> Result<Option<PathBuf>> {
        self.find_unless(std::env::var_os(self.choice))
    }

    fn find_unless(&self, chosen: Option<OsString>) -> Result<Option<PathBuf>> {
        if let Some(chosen) = chosen.filter(|chosen| !chosen.is_empty()).map(PathBuf::from) {
            if !chosen.is_file() {
                bail!("{} names {}, which is no file.", self.choice, chosen.display());
            }
            return Ok(Some(chosen));
        }
        let on_path = self.names.iter().find_map(|name| which::which(name).ok());
        Ok(on_path.or_else(|| self.places.iter().map(PathBuf::from).find(|place| Path::is_file(place))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: Program =
        Program { choice: "SUPPLE_NOTHING", names: &["supple-nothing"], places: &["/supple/nothing"] };

    #[test]
    fn what_a_person_chose_counts() {
        let chosen = std::env::current_exe().unwrap();
        assert_eq!(NOWHERE.find_unless(Some(chosen.clone().into())).unwrap(), Some(chosen));
    }

    #[test]
    fn a_choice_that_is_no_file_is_an_error_that_names_it() {
        let error = NOWHERE.find_unless(Some("/supple/nothing".into())).unwrap_err().to_string();
        assert_eq!(error, "SUPPLE_NOTHING names /supple/nothing, which is no file.");
    }

    #[test]
    fn without_a_choice_it_is_looked_for() {
        assert_eq!(NOWHERE.find_unless(None).unwrap(), None);
        assert_eq!(NOWHERE.find_unless(Some("".into())).unwrap(), None);
        let cargo = Program { names: &["supple-nothing", "cargo"], ..NOWHERE };
        assert!(cargo.find_unless(None).unwrap().is_some());
    }
}
