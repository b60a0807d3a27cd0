//! What an exercise of a draft is called, and its dose in words.

use supple_core::studio::{DoseKind, Item};
use supple_core::{SideName, Sides};

use crate::messages::Messages;

impl Messages {
    /// The exercise's name, or what stands for it.
    pub(super) fn item_name(self, item: &Item) -> String {
        let name = item.name().trim();
        if name.is_empty() { self.studio_nameless().to_owned() } else { name.to_owned() }
    }

    /// "2 × 30 s, left only · 1 min 5 s with getting ready". `all_ms` is how long all of it takes, where that is known.
    pub(super) fn item_dose(self, item: &Item, all_ms: Option<u64>) -> String {
        let dose = self.own_dose(item);
        match all_ms {
            Some(all_ms) => self.studio_dose_and_time(dose, self.duration(all_ms)),
            None => dose,
        }
    }

    /// "2 × 30 s, left only". A dash stands for a number that isn't there yet.
    pub(super) fn own_dose(self, item: &Item) -> String {
        let (repeats, sides) = (item.repeats().unwrap_or(1), item.sides().unwrap_or(Sides::None));
        self.dose_of(item.seconds(), repeats, sides, item.side_name())
    }

    /// The same, of its parts.
    pub(super) fn dose_of(self, seconds: Option<u32>, repeats: u32, sides: Sides, name: SideName) -> String {
        let once = seconds.map_or_else(|| "–".to_owned(), |s| self.duration(u64::from(s) * 1_000));
        let amount = if repeats > 1 { self.dose_repeated(repeats, once) } else { once };
        match sides {
            Sides::None => amount,
            Sides::Together => self.dose_sided(amount, self.sides_together(name)),
            Sides::Alternating => self.dose_sided(amount, self.sides_alternating(name)),
            Sides::Each => self.dose_each(amount, self.sides_each(name)),
            Sides::Left => self.dose_sided(amount, self.studio_only_left()),
            Sides::Right => self.dose_sided(amount, self.studio_only_right()),
        }
    }

    /// What a choice of sides is called: as in a dose, where it is part of a sentence, but by itself.
    pub(super) fn sides_choice(self, sides: Sides, name: SideName) -> String {
        capitalised(match sides {
            Sides::None => self.studio_sides_none(),
            Sides::Together => self.sides_together(name),
            Sides::Alternating => self.sides_alternating(name),
            Sides::Each => self.studio_sides_each(),
            Sides::Left => self.studio_only_left(),
            Sides::Right => self.studio_only_right(),
        })
    }

    /// What a way of doing an exercise is called.
    pub(super) fn kind(self, kind: DoseKind) -> &'static str {
        match kind {
            DoseKind::Hold => self.studio_hold(),
            DoseKind::Move => self.studio_move(),
            DoseKind::Breathing => self.studio_breathing(),
        }
    }
}

/// The same with a capital at its beginning.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
