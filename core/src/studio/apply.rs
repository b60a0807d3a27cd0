//! What each [`Edit`] does to a [`Draft`].

use super::draft::{Draft, SectionKey};
use super::edit::{Edit, NewSection, Spot};
use super::item::{DoseKind, Item, ItemExercise, ItemKey, OwnExercise};
use super::place::{ItemField, Place, RoutineField, SectionField};

/// What became of an edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Whether anything is different now.
    pub changed: bool,
    /// Items that were added, in order.
    pub added: Vec<ItemKey>,
    /// A section that was added.
    pub section: Option<SectionKey>,
}

impl Draft {
    /// Does what an edit says. What it names and isn't there any more is passed over.
    pub fn apply(&mut self, edit: Edit) -> Applied {
        let before = self.clone();
        let mut applied = Applied::default();
        match edit {
            Edit::SetText { place, text } => self.set_text(place, text),
            Edit::SetDaysPerWeek(days) => {
                self.other.remove("days-per-week");
                self.days_per_week = days;
            }
            Edit::SetSafety(safety) => {
                self.other.remove("safety");
                self.safety = safety;
            }
            Edit::SetSteps { item, steps } => self.change(item, |item| {
                item.other.remove("steps");
                item.words.steps = (!steps.is_empty()).then_some(steps);
            }),
            Edit::LeaveOutStep { item, step, left_out } => {
                self.change(item, |item| item.leave_out(step, left_out));
            }
            Edit::SetSeconds { items, seconds } => self.change_each(&items, |item| {
                item.forget("seconds");
                item.seconds.clone_from(&seconds);
            }),
            Edit::SetRepeats { items, repeats } => {
                let single = items.len() == 1;
                self.change_each(&items, |item| {
                    if single || item.kind() == Some(DoseKind::Hold) {
                        item.forget("repeats");
                        item.repeats.clone_from(&repeats);
                    }
                });
            }
            Edit::SetSides { items, sides } => self.change_each(&items, |item| {
                if sides.is_none_or(|sides| item.sides_choices().contains(&sides)) {
                    item.other.remove("sides");
                    item.sides = sides;
                }
            }),
            Edit::SetKind { item, kind } => self.change_own(item, "kind", |own| own.kind = Some(kind)),
            Edit::SetPosture { item, posture } => {
                self.change_own(item, "posture", |own| own.posture = posture);
            }
            Edit::SetRegion { item, region } => self.change_own(item, "region", |own| own.region = region),
            Edit::SetSideName { item, side_name } => {
                self.change_own(item, "side-name", |own| own.side_name = side_name);
            }
            Edit::SetFigure { item, figure } => self.change_own(item, "figure", |own| own.figure = figure),
            Edit::AddUse { of, at } => applied.added = self.insert(vec![Item::of_library(&of)], at),
            Edit::AddOwn { at } => applied.added = self.insert(vec![Item::own()], at),
            Edit::Import { items, at } => applied.added = self.insert(items, at),
            Edit::Remove(keys) => {
                for section in &mut self.sections {
                    section.items.retain(|item| !keys.contains(&item.key));
                }
            }
            Edit::Duplicate(keys) => applied.added = self.duplicate(&keys),
            Edit::Move { item, to } => self.move_item(item, to),
            Edit::MoveUp(item) => self.move_up(item),
            Edit::MoveDown(item) => self.move_down(item),
            Edit::AddSection { name } => applied.section = Some(self.push_section(&name)),
            Edit::AddSections(sections) => applied.added = self.add_sections(sections),
            Edit::RemoveSection(key) => self.sections.retain(|section| section.key != key),
            Edit::MoveSection { section, to } => self.move_section(section, to),
            Edit::Replace(draft) => {
                let id = std::mem::take(&mut self.id);
                *self = Self { id, ..*draft };
            }
        }
        applied.changed = *self != before;
        applied
    }

    fn set_text(&mut self, place: Place, text: String) {
        match place {
            Place::Routine(field) => self.set_routine_text(field, text),
            Place::Section(key, field) => {
                let Some(section) = self.section_mut(key) else { return };
                let (name, place) = match field {
                    SectionField::Name => ("name", &mut section.name),
                    SectionField::Summary => ("summary", &mut section.summary),
                    SectionField::Whole | SectionField::Items => return,
                };
                section.other.remove(name);
                *place = text;
            }
            Place::Item(key, field) => self.change(key, |item| item.set_text(field, text)),
        }
    }

    fn set_routine_text(&mut self, field: RoutineField, text: String) {
        let (name, place) = match field {
            RoutineField::Name => ("name", &mut self.name),
            RoutineField::ForWhom => ("for", &mut self.for_whom),
            RoutineField::Introduction => ("summary", &mut self.introduction),
            RoutineField::Lang => ("lang", &mut self.lang),
            RoutineField::AuthorName => ("name", &mut self.author.name),
            RoutineField::AuthorUrl => ("url", &mut self.author.url),
            RoutineField::Whole | RoutineField::DaysPerWeek | RoutineField::Safety(_) => return,
        };
        *place = text;
        if matches!(field, RoutineField::AuthorName | RoutineField::AuthorUrl) {
            match self.other.get_mut("author").map(|author| author.as_object_mut()) {
                Some(Some(author)) => drop(author.remove(name)),
                Some(None) => drop(self.other.remove("author")),
                None => {}
            }
        } else {
            self.other.remove(name);
        }
    }

    fn change(&mut self, key: ItemKey, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.item_mut(key) {
            change(item);
        }
    }

    fn change_each(&mut self, keys: &[ItemKey], mut change: impl FnMut(&mut Item)) {
        for key in keys {
            self.change(*key, &mut change);
        }
    }

    /// Changes what only an exercise of the author's own has. What a document said there, and nobody understood, goes.
    fn change_own(&mut self, key: ItemKey, field: &str, change: impl FnOnce(&mut OwnExercise)) {
        self.change(key, |item| {
            item.forget(field);
            if let ItemExercise::Own(own) = &mut item.exercise {
                change(own);
            }
        });
    }

    /// Puts items somewhere, and returns their new keys.
    fn insert(&mut self, items: Vec<Item>, at: Option<Spot>) -> Vec<ItemKey> {
        if items.is_empty() {
            return Vec::new();
        }
        let spot = at.filter(|spot| self.section(spot.section).is_some());
        let key = match (spot, self.sections.last()) {
            (Some(spot), _) => spot.section,
            (None, Some(last)) => last.key,
            (None, None) => self.push_section(""),
        };
        let mut index = spot.map_or(usize::MAX, |spot| spot.index);
        let mut added = Vec::with_capacity(items.len());
        for item in items {
            let item = self.prepared(item);
            added.push(item.key);
            if let Some(section) = self.section_mut(key) {
                index = index.min(section.items.len());
                section.items.insert(index, item);
                index += 1;
            }
        }
        added
    }

    fn add_sections(&mut self, sections: Vec<NewSection>) -> Vec<ItemKey> {
        if sections.iter().any(|section| !section.items.is_empty()) && self.items().next().is_none() {
            self.sections.clear();
        }
        let mut added = Vec::new();
        for NewSection { name, summary, items } in sections {
            let key = self.push_section(&name);
            if let Some(section) = self.section_mut(key) {
                section.summary = summary;
            }
            added.extend(self.insert(items, Some(Spot { section: key, index: 0 })));
        }
        added
    }

    fn duplicate(&mut self, keys: &[ItemKey]) -> Vec<ItemKey> {
        let mut added = Vec::new();
        for (s, i) in keys
            .iter()
            .filter_map(|key| self.position(*key))
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .rev()
        {
            let copy = self.sections[s].items[i].clone();
            let copy = self.prepared(copy);
            added.push(copy.key);
            self.sections[s].items.insert(i + 1, copy);
        }
        added.reverse();
        added
    }

    fn move_item(&mut self, key: ItemKey, to: Spot) {
        if self.section(to.section).is_none() {
            return;
        }
        let Some((s, i)) = self.position(key) else { return };
        let item = self.sections[s].items.remove(i);
        if let Some(section) = self.section_mut(to.section) {
            section.items.insert(to.index.min(section.items.len()), item);
        }
    }

    fn move_up(&mut self, key: ItemKey) {
        match self.position(key) {
            Some((s, i)) if i > 0 => self.sections[s].items.swap(i, i - 1),
            Some((s, _)) if s > 0 => {
                let before = &self.sections[s - 1];
                self.move_item(key, Spot { section: before.key, index: before.items.len() });
            }
            _ => {}
        }
    }

    fn move_down(&mut self, key: ItemKey) {
        let Some((s, i)) = self.position(key) else { return };
        if i + 1 < self.sections[s].items.len() {
            self.sections[s].items.swap(i, i + 1);
        } else if let Some(next) = self.sections.get(s + 1) {
            self.move_item(key, Spot { section: next.key, index: 0 });
        }
    }

    fn move_section(&mut self, key: SectionKey, to: usize) {
        if let Some(from) = self.sections.iter().position(|section| section.key == key) {
            let section = self.sections.remove(from);
            self.sections.insert(to.min(self.sections.len()), section);
        }
    }
}

impl Item {
    fn set_text(&mut self, field: ItemField, text: String) {
        let (name, place) = match field {
            ItemField::Name => ("name", &mut self.words.name),
            ItemField::Summary => ("summary", &mut self.words.summary),
            ItemField::Setup => ("setup", &mut self.words.setup),
            ItemField::Key => ("key", &mut self.words.key),
            ItemField::Mistake => ("mistake", &mut self.words.mistake),
            ItemField::Caution => ("caution", &mut self.words.caution),
            ItemField::Whole
            | ItemField::Steps(_)
            | ItemField::Seconds
            | ItemField::Repeats
            | ItemField::Sides
            | ItemField::LeftOutSteps
            | ItemField::Kind
            | ItemField::Posture
            | ItemField::Region
            | ItemField::SideName
            | ItemField::Figure => return,
        };
        *place = (!text.is_empty()).then_some(text);
        self.other.remove(name);
    }

    fn leave_out(&mut self, step: usize, left_out: bool) {
        let steps = self.library().map_or(0, |exercise| exercise.steps.len());
        if let ItemExercise::Library { left_out_steps, .. } = &mut self.exercise {
            self.other.remove("leave-out-steps");
            if !left_out {
                left_out_steps.remove(&step);
            } else if (1..=steps).contains(&step) {
                left_out_steps.insert(step);
            }
        }
    }

    /// Forgets what a document says in a field, or in one of its dose, in a way that nobody understood.
    fn forget(&mut self, field: &str) {
        self.other.remove(field);
        if let Some(dose) = self.other.get_mut("dose") {
            match dose.as_object_mut() {
                Some(dose) if ["kind", "seconds", "repeats"].contains(&field) => drop(dose.remove(field)),
                Some(_) => {}
                None if ["kind", "seconds", "repeats"].contains(&field) => drop(self.other.remove("dose")),
                None => {}
            }
        }
    }
}
