//! The exercise that is made of a name and a dose, and what of that couldn't be taken over.

use super::remark::Remark;
use super::understood::{ReadDose, ReadSides, Understood};
use crate::Sides;
use crate::studio::{DoseKind, Item, Typed, library_exercise};

/// Seconds that an exercise may have, and repeats.
const SECONDS: std::ops::RangeInclusive<u32> = 5..=600;
const REPEATS: std::ops::RangeInclusive<u32> = 1..=20;

/// Seconds of an exercise of one's own of which nothing says how long it is.
pub(super) const PUT_IN_SECONDS: u32 = 30;

impl Understood {
    /// Takes an exercise of the library for what was read, such as one that was suggested. Its dose stays.
    pub fn take(&mut self, of: &str) {
        if library_exercise(of).is_some() {
            let (item, remarks) = library_item(of, &self.dose);
            self.item = Some(item);
            self.remarks.retain(|remark| !is_about_own(remark));
            self.remarks.extend(remarks);
            self.suggestions.clear();
        }
    }
}

/// Whether a remark is only about an exercise of one's own.
fn is_about_own(remark: &Remark) -> bool {
    matches!(
        remark,
        Remark::NoSeconds { .. }
            | Remark::SidesNotSaid
            | Remark::SidesFromWords
            | Remark::NoSteps
            | Remark::NoName
            | Remark::StepsJoined { .. }
            | Remark::OutOfRange { .. }
    )
}

/// An exercise of the library with a dose.
pub(super) fn library_item(of: &str, dose: &ReadDose) -> (Item, Vec<Remark>) {
    let mut item = Item::of_library(of);
    let mut remarks = Vec::new();
    item.seconds = in_range(dose.seconds, SECONDS, &mut remarks);
    let sets = dose.repeats.unwrap_or(1);
    if item.kind() == Some(DoseKind::Hold) {
        item.repeats = in_range(dose.repeats, REPEATS, &mut remarks);
    } else if sets > 1 {
        remarks.push(Remark::NotRepeated { sets });
    }
    if let Some((sides, text)) = &dose.sides {
        let wanted = sides_of(*sides);
        if item.sides() == Some(Sides::Each) {
            item.sides = (wanted != Sides::Each).then_some(wanted);
        } else {
            remarks.push(Remark::NoSides { text: text.clone() });
        }
    }
    (item, remarks)
}

/// An exercise of one's own with a dose, without steps.
pub(super) fn own_item(name: &str, dose: &ReadDose) -> (Item, Vec<Remark>) {
    let mut item = Item::own();
    let mut remarks = Vec::new();
    item.words.name = (!name.is_empty()).then(|| name.to_owned());
    item.seconds = in_range(dose.seconds, SECONDS, &mut remarks);
    item.repeats = in_range(dose.repeats, REPEATS, &mut remarks);
    if item.seconds.is_none() {
        item.seconds = Some(Typed::Number(PUT_IN_SECONDS));
        remarks.push(Remark::NoSeconds { put_in: PUT_IN_SECONDS });
    }
    match &dose.sides {
        Some((sides, _)) => item.sides = Some(sides_of(*sides)),
        None => remarks.push(Remark::SidesNotSaid),
    }
    (item, remarks)
}

fn in_range(
    number: Option<u32>,
    range: std::ops::RangeInclusive<u32>,
    remarks: &mut Vec<Remark>,
) -> Option<Typed> {
    let number = number?;
    if range.contains(&number) {
        return Some(Typed::Number(number));
    }
    remarks.push(Remark::OutOfRange { text: number.to_string() });
    None
}

fn sides_of(sides: ReadSides) -> Sides {
    match sides {
        ReadSides::Each => Sides::Each,
        ReadSides::Left | ReadSides::Right => Sides::Each, // XXX until merged
    }
}
