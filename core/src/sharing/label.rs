//! What a routine says of itself: who wrote it, for whom, and how often.

use serde::Serialize;
use serde_json::Value;

use crate::instant::instant_ms;

/// The most characters of each text. A link may hold anything.
const CHARS_MAX: usize = 120;

/// What people read of a routine before they look into it. All of it is plain text by somebody else.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoutineLabel {
    /// Its id. Never empty.
    pub id: String,
    /// Its name. Never empty.
    pub name: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where to find them: an address of a page, or for mail.
    pub author_url: Option<String>,
    /// For whom it is.
    pub intended_for: Option<String>,
    /// On how many days a week, from 1 to 7.
    pub days_per_week: Option<u8>,
    /// When the author last changed it: a date, or an instant, of ISO 8601.
    pub edited: Option<String>,
}

impl RoutineLabel {
    /// Of a document. `None` where it has no id or no name, and so is no routine.
    #[must_use]
    pub fn of(document: &Value) -> Option<Self> {
        let text = |name: &str| plain(document.get(name)?.as_str()?);
        let author = document.get("author");
        let days = document.get("days-per-week").and_then(Value::as_u64);
        Some(Self {
            id: text("id")?,
            name: text("name")?,
            author: author.and_then(|author| plain(author.get("name")?.as_str()?)),
            author_url: author
                .and_then(|author| plain_address(author.get("url").and_then(Value::as_str)?))
                .map(str::to_owned),
            intended_for: text("for"),
            days_per_week: days
                .and_then(|days| u8::try_from(days).ok())
                .filter(|days| (1..=7).contains(days)),
            edited: text("edited").filter(|edited| instant_ms(edited).is_some()),
        })
    }
}

/// A text on one line, without what would change the direction of others. `None` if nothing is left of it.
pub(super) fn plain(text: &str) -> Option<String> {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let letters = text.chars().filter(|letter| !turns(*letter));
    let plain: String =
        letters.map(|letter| if letter.is_control() { ' ' } else { letter }).take(CHARS_MAX).collect();
    let plain = plain.trim();
    (!plain.is_empty()).then(|| plain.to_owned())
}

/// An address that is safe to follow: of a page, or for mail.
fn plain_address(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once(':')?;
    let is_known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let is_plain = address.len() <= 500 && address.chars().all(|letter| letter.is_ascii_graphic());
    (is_known && is_plain && !rest.is_empty()).then_some(address)
}
