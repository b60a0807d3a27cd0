//! The words of notes, and what fields are called where a sentence is about one.

use supple_core::studio::{ItemField, NoteDose, NoteWords, Place, RoutineField, SectionField};

use crate::messages::Messages;

impl NoteWords for Messages {
    fn for_whom(&self, name: &str) -> String {
        self.studio_sheet_for(name)
    }

    fn author(&self, name: &str, url: &str) -> String {
        let from = self.studio_sheet_from(name);
        if url.is_empty() { from } else { format!("{from}, {url}") }
    }

    fn date(&self, date: &str) -> String {
        self.studio_note_date(date)
    }

    fn days_per_week(&self, days: u32) -> String {
        self.received_days(days.into())
    }

    fn total(&self, total_ms: u64) -> String {
        self.studio_total(self.duration(total_ms))
    }

    fn dose(&self, dose: NoteDose) -> String {
        let NoteDose { seconds, repeats, sides, side_name, .. } = dose;
        self.dose_of(seconds, repeats, sides, side_name)
    }

    fn without_steps(&self, steps: &[usize]) -> String {
        let numbers: Vec<String> = steps.iter().map(usize::to_string).collect();
        self.studio_note_without(numbers.join(", "))
    }

    fn safety(&self) -> String {
        self.studio_caution().to_owned()
    }
}

impl Messages {
    /// What is asked of an author in whose field nothing stands; `None` where its name says enough.
    pub(super) fn wanted(self, place: Place) -> Option<&'static str> {
        match place {
            Place::Routine(RoutineField::Name)
            | Place::Section(_, SectionField::Name)
            | Place::Item(_, ItemField::Name) => Some(self.studio_wanted_name()),
            Place::Item(_, ItemField::Seconds) => Some(self.studio_wanted_seconds()),
            Place::Item(_, ItemField::Steps(_)) => Some(self.studio_wanted_steps()),
            Place::Routine(_) | Place::Section(..) | Place::Item(..) => None,
        }
    }

    /// What a field is called; `None` for what no field shows.
    pub(super) fn field_name(self, place: Place) -> Option<&'static str> {
        Some(match place {
            Place::Routine(field) => match field {
                RoutineField::Whole => return None,
                RoutineField::Name => self.studio_name(),
                RoutineField::ForWhom => self.studio_for_whom(),
                RoutineField::Introduction => self.studio_introduction(),
                RoutineField::AuthorName => self.studio_author(),
                RoutineField::AuthorUrl => self.studio_author_link(),
                RoutineField::DaysPerWeek => self.studio_days(),
                RoutineField::Safety(_) => self.studio_caution(),
                RoutineField::Lang => self.studio_language(),
            },
            Place::Section(_, field) => match field {
                SectionField::Whole => return None,
                SectionField::Items => self.studio_exercises(),
                SectionField::Name => self.studio_section_name(),
                SectionField::Summary => self.studio_section_summary(),
            },
            Place::Item(_, field) => match field {
                ItemField::Whole | ItemField::Setup => return None,
                ItemField::Name => self.studio_exercise_name(),
                ItemField::Summary => self.studio_summary(),
                ItemField::Steps(_) | ItemField::LeftOutSteps => self.studio_steps(),
                ItemField::Key => self.studio_key_point(),
                ItemField::Mistake => self.studio_mistake(),
                ItemField::Caution => self.studio_exercise_caution(),
                ItemField::Seconds => self.studio_seconds(),
                ItemField::Repeats => self.studio_repeats(),
                ItemField::Sides => self.studio_sides(),
                ItemField::Kind => self.studio_kind(),
                ItemField::Posture => self.studio_position(),
                ItemField::Region => self.studio_region(),
                ItemField::SideName => self.studio_side_name(),
                ItemField::Figure => self.studio_figure(),
            },
        })
    }
}
