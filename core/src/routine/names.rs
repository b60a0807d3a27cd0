//! Names of built-in routines and exercises by their ids, for logs that hold those of other routines than the one that is
//! shown.

include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// The name of a built-in routine; `None` for another id.
#[must_use]
pub fn routine_name(id: &str) -> Option<&'static str> {
    name_in(ROUTINES, id)
}

/// The built-in routines, by their ids: each id with its name.
#[must_use]
pub fn routine_names() -> &'static [(&'static str, &'static str)] {
    ROUTINES
}

/// The name of an exercise or variation of the library; `None` for another id.
#[must_use]
pub fn exercise_name(id: &str) -> Option<&'static str> {
    name_in(EXERCISES, id)
}

/// Each table is sorted by its ids.
fn name_in(table: &'static [(&str, &str)], id: &str) -> Option<&'static str> {
    let index = table.binary_search_by_key(&id, |(other, _)| other).ok()?;
    table.get(index).map(|(_, name)| *name)
}
