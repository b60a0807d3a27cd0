//! The checked form of a routine: JSON of its types, which is written once a document was found to be right. Reading
//! it stops at the first thing that isn't as expected, and says nothing that would help an author.

use super::model::Routine;

impl Routine {
    /// The routine in its checked form.
    #[must_use]
    pub fn to_checked(&self) -> String {
        // None of its types can fail to become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the checked form, as [`Routine::to_checked`] of the same version wrote it. Whether its values make sense
    /// was checked before it was written, and isn't checked again.
    ///
    /// # Errors
    /// At the first thing that isn't as expected: a document as authors write it, or text that was garbled.
    pub fn from_checked(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json)
    }
}
