//! The routines of other authors that a person keeps.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::label::RoutineLabel;
use super::link::{from_fragment, to_fragment};
use super::packing::LinkError;
use crate::instant::instant_ms;
use crate::latest::LatestById;
use crate::store::{Document, Store};

/// A routine that a person keeps: what its link holds, and what a list shows of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct KeptRoutine {
    /// Its name.
    pub name: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// When the author last changed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<String>,
    /// What comes behind the hash of its link.
    pub fragment: String,
}

/// All routines that a person keeps, by their ids. It is stored for the whole site and not for one widget, under
/// [`KeptRoutines::STORE`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRoutines {
    /// `None` for one that the person has forgotten.
    #[serde(default, skip_serializing_if = "LatestById::is_empty")]
    routines: LatestById<Option<KeptRoutine>>,
}

/// How a routine in a link stands to the one of the same id that the person keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// None is kept.
    New,
    /// It is kept.
    Kept,
    /// An older version of it is kept.
    Newer,
    /// A newer version of it is kept.
    Older,
    /// Another version of it is kept, and nothing says which of them is newer.
    Different,
}

impl KeptRoutines {
    /// The name of the [`Store`] that they are in: that of the site.
    pub const STORE: &'static str = "site";

    /// How the routine of a link stands to what is kept.
    ///
    /// # Errors
    /// Why the link can't be read.
    pub fn standing(&self, link: &str) -> Result<Standing, LinkError> {
        let (label, fragment) = read(link)?;
        let Some(kept) = self.routines.get(&label.id).and_then(Option::as_ref) else {
            return Ok(Standing::New);
        };
        Ok(if kept.fragment == fragment {
            Standing::Kept
        } else {
            let edited_ms = |edited: &Option<String>| edited.as_deref().and_then(instant_ms);
            match (edited_ms(&label.edited), edited_ms(&kept.edited)) {
                (Some(received), Some(kept)) if received > kept => Standing::Newer,
                (Some(received), Some(kept)) if received < kept => Standing::Older,
                _ => Standing::Different,
            }
        })
    }

    /// Keeps the routine of a link from now on (milliseconds since 1970, UTC), in place of another version of it. Returns its
    /// id.
    ///
    /// # Errors
    /// Why the link can't be read.
    pub fn keep(&mut self, link: &str, now_ms: u64) -> Result<String, LinkError> {
        let (RoutineLabel { id, name, author, edited, .. }, fragment) = read(link)?;
        self.routines.set(&id, Some(KeptRoutine { name, author, edited, fragment }), now_ms);
        Ok(id)
    }

    /// Forgets a routine. What was done of it stays in the log. To undo that, keep it again.
    pub fn forget(&mut self, id: &str, now_ms: u64) {
        if self.routines.get(id).is_some_and(Option::is_some) {
            self.routines.set(id, None, now_ms);
        }
    }

    /// The routine of an id, if it is kept.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&KeptRoutine> {
        self.routines.get(id)?.as_ref()
    }

    /// Each routine that is kept with its id, those that were kept last first.
    #[must_use]
    pub fn list(&self) -> Vec<(&str, &KeptRoutine)> {
        let mut kept: Vec<_> = self
            .routines
            .iter()
            .filter_map(|(id, dated)| Some((dated.set_ms(), id, dated.value().as_ref()?)))
            .collect();
        kept.sort_by_key(|(set_ms, ..)| std::cmp::Reverse(*set_ms));
        kept.into_iter().map(|(_, id, routine)| (id, routine)).collect()
    }

    /// What is kept in the site's store.
    #[must_use]
    pub fn in_store(store: &Store, now_ms: u64) -> Self {
        store.document(now_ms)
    }
}

impl Document for KeptRoutines {
    const KIND: &'static str = "kept";

    fn merge(self, other: Self) -> Self {
        Self { routines: self.routines.merge(other.routines) }
    }
}

/// What a link says, and its fragment as it was before anything was done to it on its way.
fn read(link: &str) -> Result<(RoutineLabel, String), LinkError> {
    let document: Value = serde_json::from_str(&from_fragment(link)?).map_err(|_| LinkError::NotALink)?;
    let label = RoutineLabel::of(&document).ok_or(LinkError::NotALink)?;
    Ok((label, to_fragment(&document)?))
}
