//! Who wrote a routine, for whom, and when. The widget shows none of it, so none of it is in the checked form.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

use super::checks::Validator;
use super::draft::{AuthorDraft, Given, RoutineDraft};
use super::problem::Path;
use crate::instant::instant_ms;

/// On how many days a week a routine may be meant to be done.
const DAYS_PER_WEEK: RangeInclusive<u16> = 1..=7;

/// What a routine's document says of the one who wrote it, and of its use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Authorship {
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
    /// For whom it is: "Sam, left hip".
    #[serde(default, rename = "for", skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<String>,
    /// On how many days a week it is meant to be done, from 1 to 7.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_per_week: Option<u8>,
    /// When the author last changed it, as written: `2026-11-30`, or `2026-11-30T08:15:00Z`. Compare it with
    /// [`Authorship::compare_age`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<String>,
}

/// Who wrote a routine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Their name.
    pub name: String,
    /// Where they can be reached: an address that begins with `https://`, `http://` or `mailto:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Authorship {
    /// What a document says. What it doesn't say, or says in a way that [`Routine::parse`](crate::Routine::parse) refuses,
    /// is `None`; so an address that no link may have never comes out of here.
    #[must_use]
    pub fn of(document: &str) -> Self {
        let value = serde_json::from_str(document.trim_start_matches('\u{feff}')).unwrap_or_default();
        Self::of_value(value)
    }

    /// [`Authorship::of`] a document that was read as JSON already.
    #[must_use]
    pub fn of_value(document: Value) -> Self {
        let draft = Given::<RoutineDraft>::deserialize(document).unwrap_or_default();
        let Some(draft) = draft.usable() else { return Self::default() };
        let author = sound(|validator, path| validator.author(path, &draft.author));
        Self {
            author: author.flatten(),
            for_whom: sound(|validator, path| validator.optional_text(path, &draft.for_whom))
                .filter(|text| !text.is_empty()),
            days_per_week: sound(|validator, path| validator.days_per_week(path, &draft.days_per_week))
                .flatten(),
            edited: sound(|validator, path| validator.edited(path, &draft.edited)).flatten(),
        }
    }

    /// When it was last changed, in milliseconds since 1970 in UTC. A date alone counts as its first moment.
    #[must_use]
    pub fn edited_ms(&self) -> Option<i64> {
        instant_ms(self.edited.as_ref()?)
    }

    /// Whether this version of a routine was changed before another, or after it. One that doesn't say when counts as older
    /// than one that does.
    #[must_use]
    pub fn compare_age(&self, other: &Self) -> Ordering {
        self.edited_ms().cmp(&other.edited_ms())
    }
}

/// What comes out of a check that finds nothing wrong.
fn sound<T>(check: impl FnOnce(&mut Validator, &Path<'_>) -> Option<T>) -> Option<T> {
    let mut validator = Validator::default();
    check(&mut validator, &Path::Document).filter(|_| validator.problems.is_empty())
}

impl Validator {
    /// Notes what is wrong with it. Nothing of it is part of the routine.
    pub(super) fn authorship(&mut self, draft: &RoutineDraft) {
        let path = Path::Document;
        self.author(&path.field("author"), &draft.author);
        self.optional_text(&path.field("for"), &draft.for_whom);
        self.days_per_week(&path.field("days-per-week"), &draft.days_per_week);
        self.edited(&path.field("edited"), &draft.edited);
    }

    /// `Some(None)` where there is none, which is no problem; and so on below.
    fn author(&mut self, path: &Path<'_>, given: &Given<AuthorDraft>) -> Option<Option<Author>> {
        if given.is_absent() {
            return Some(None);
        }
        let draft = self.required(path, given)?;
        let name = self.text(&path.field("name"), &draft.name);
        let url = self.optional_text(&path.field("url"), &draft.url);
        if url.as_ref().is_some_and(|url| !url.is_empty() && !is_contact(url)) {
            self.problems.add(
                &path.field("url"),
                "should begin with https://, http:// or mailto:, without spaces. Other addresses aren't linked to.",
            );
        }
        self.unknown(path, &draft.unknown);
        Some(Some(Author { name: name?, url: url.filter(|url| !url.is_empty()) }))
    }

    fn days_per_week(&mut self, path: &Path<'_>, given: &Given<Number>) -> Option<Option<u8>> {
        if given.is_absent() {
            return Some(None);
        }
        let days = self.number(path, given, DAYS_PER_WEEK)?;
        Some(u8::try_from(days).ok())
    }

    fn edited(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<Option<String>> {
        if given.is_absent() {
            return Some(None);
        }
        let text = self.text(path, given)?;
        if instant_ms(&text).is_none() {
            self.problems.add(
                path,
                "should be a date, such as 2026-11-30, or a date and a time, such as 2026-11-30T08:15:00Z.",
            );
        }
        Some(Some(text))
    }
}

/// Whether it is safe to link to. Anything else, `javascript:` above all, must never become a link.
pub(super) fn is_web_address(url: &str) -> bool {
    let address = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    address.is_some_and(is_address)
}

/// Whether it is a web address, or where to write to.
fn is_contact(url: &str) -> bool {
    let mailbox = url.strip_prefix("mailto:");
    is_web_address(url) || mailbox.is_some_and(|mailbox| mailbox.contains('@') && is_address(mailbox))
}

fn is_address(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}
