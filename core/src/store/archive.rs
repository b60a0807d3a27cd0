//! Sessions of the past, a hundred under one key, each thing in them said once.
//!
//! A browser reads all that a site has stored before it answers the first question, and ten thousand keys of eight
//! hundred characters cost it a third of a second. So put together they are a twentieth of that. An archive is
//! never changed once it is written, so that two tabs can't take anything from each other; what both have put
//! away is there twice and counts once.

use super::ARCHIVED;
use super::kept::{Fields, Read, Write, chosen_value, entry, entry_row};
use crate::SessionRecord;
use crate::json::{Object, Value};

/// Sessions that are over, as they are put away.
pub(super) struct Archive(pub(super) Vec<SessionRecord>);

/// How much may have been done in the sessions of one archive, unless it holds a single one. Saying each thing once
/// takes a look at all that was said before.
const ENTRIES: usize = 2_000;

/// Sessions in as many archives as they need.
pub(super) fn put_together(sessions: Vec<SessionRecord>) -> Vec<Archive> {
    let mut archives: Vec<Archive> = Vec::new();
    let mut entries = 0;
    for session in sessions {
        entries += session.entries.len();
        match archives.last_mut() {
            Some(Archive(last)) if last.len() < ARCHIVED && entries <= ENTRIES => last.push(session),
            _ => {
                entries = session.entries.len();
                archives.push(Archive(vec![session]));
            }
        }
    }
    archives
}

/// How many entries each session of an archive has, before it is unfolded: a few lines can say a great many.
pub(super) fn entries_of(fields: &Object) -> Option<impl Iterator<Item = usize>> {
    let (shapes, sessions) = (fields.get("shapes")?.as_list()?, fields.get("sessions")?.as_list()?);
    let entries = |row: &Value| match at(row.as_list()?.get(3)?, shapes)?.as_list()? {
        [.., row] => Some(row.as_list()?.len()),
        [] => None,
    };
    Some(sessions.iter().map(move |row| entries(row).unwrap_or(0)))
}

impl Write for Archive {
    /// `entries` are what was done, the time as that since the entry before; `shapes` are routine, offset, whether
    /// it is complete, and entries by their index; `sessions` are id, start, length, and a shape by its index.
    fn write(&self) -> Fields {
        let (mut entries, mut shapes) = (Vec::new(), Vec::new());
        let mut sessions = Vec::new();
        for record in &self.0 {
            let mut before = 0;
            let mut row = Vec::new();
            for done in &record.entries {
                let mut done = done.clone();
                let since = done.at_ms.wrapping_sub(before);
                before = std::mem::replace(&mut done.at_ms, since);
                row.push(index_of(entry_row(&done), &mut entries));
            }
            let shape = vec![
                record.routine.as_str().into(),
                record.offset_min.into(),
                record.complete.into(),
                Value::List(row),
            ];
            sessions.push(Value::List(vec![
                record.id.as_str().into(),
                record.started_ms.into(),
                record.ended_ms.map(|ended| ended.wrapping_sub(record.started_ms)).into(),
                index_of(Value::List(shape), &mut shapes),
            ]));
        }
        Fields::default()
            .put("entries", Value::List(entries))
            .put("shapes", Value::List(shapes))
            .put("sessions", Value::List(sessions))
    }
}

impl Read for Archive {
    fn read(fields: &Object) -> Option<Self> {
        let list = |name| fields.get(name)?.as_list();
        let (entries, shapes) = (list("entries")?, list("shapes")?);
        let session = |row: &Value| {
            let [id, started_ms, length, shape] = row.as_list()? else { return None };
            let [routine, offset_min, complete, row] = at(shape, shapes)?.as_list()? else { return None };
            let started_ms = started_ms.as_u64()?;
            let length: Option<u64> = chosen_value(Some(length))?;
            let mut record = SessionRecord {
                id: id.as_text()?.to_owned(),
                routine: routine.as_text()?.to_owned(),
                started_ms,
                offset_min: offset_min.as_i32()?,
                ended_ms: length.map(|length| started_ms.wrapping_add(length)),
                complete: complete.as_bool()?,
                entries: Vec::new(),
            };
            let mut before = 0_u64;
            for index in row.as_list()? {
                let mut done = entry(at(index, entries)?)?;
                before = before.wrapping_add(done.at_ms);
                done.at_ms = before;
                record.entries.push(done);
            }
            Some(record)
        };
        let mut sessions = Vec::new();
        for row in list("sessions")? {
            sessions.push(session(row)?);
        }
        Some(Self(sessions))
    }
}

/// Where a row is in its table; it is added if it isn't there yet.
fn index_of(row: Value, table: &mut Vec<Value>) -> Value {
    let index = table.iter().position(|other| *other == row).unwrap_or_else(|| {
        table.push(row);
        table.len() - 1
    });
    (index as u64).into()
}

/// The row of a table that an index names.
fn at<'a>(index: &Value, table: &'a [Value]) -> Option<&'a Value> {
    table.get(usize::try_from(index.as_u64()?).ok()?)
}
