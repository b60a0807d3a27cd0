//! The library's exercises, as those who write routines choose among them.

use std::sync::LazyLock;

use crate::{Exercise, Library, Muscle, Routine};

/// All exercises of the library, by name, and all muscles that they stretch.
static ALL: LazyLock<(Vec<Exercise>, Vec<Muscle>)> = LazyLock::new(|| {
    // The tests of the library read each of them, so that there is no problem to lose here.
    let Ok(routine) = Routine::parse(&Library::built_in().all_exercises()) else {
        return (Vec::new(), Vec::new());
    };
    let mut exercises: Vec<Exercise> = routine.exercises().cloned().collect();
    exercises.sort_by(|one, other| one.name.cmp(&other.name));
    (exercises, routine.muscles)
});

/// All exercises of the library, sorted by their names.
pub fn library_exercises() -> impl Iterator<Item = &'static Exercise> {
    ALL.0.iter()
}

/// Whether an exercise of the library has a figure, which one of an author's own may have as well.
#[must_use]
pub fn has_figure(id: &str) -> bool {
    Library::built_in().exercise(id).is_some_and(|exercise| exercise.get("figure").is_some())
}

/// The exercise of the library with an id.
#[must_use]
pub fn library_exercise(id: &str) -> Option<&'static Exercise> {
    library_exercises().find(|exercise| exercise.id == id)
}

/// The muscle of the library with an id.
pub(super) fn library_muscle(id: &str) -> Option<&'static Muscle> {
    ALL.1.iter().find(|muscle| muscle.id == id)
}
