//! Finds exercises of the library by words: its own, those of anatomy, and what people call things elsewhere.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::exercises::{library_exercises, library_muscle};
use super::import::folded_words;
use crate::Exercise;

/// What muscles are called besides their names in the library, by their ids there.
const OF_MUSCLES: [(&str, &str); 27] = [
    ("upper-trapezius", "traps"),
    ("sternocleidomastoid", "SCM"),
    ("splenius", "neck extensor"),
    ("suboccipitals", "neck extensor"),
    ("deltoid", "delts"),
    ("trapezius", "traps"),
    ("infraspinatus", "rotator cuff"),
    ("pectoralis", "pecs, chest, pectorals"),
    ("latissimus-dorsi", "lats"),
    ("wrist-flexors", "forearm, golfer's elbow"),
    ("wrist-extensors", "forearm, tennis elbow"),
    ("erector-spinae", "back extensors, paraspinals"),
    ("rectus-abdominis", "abs, abdominals, stomach"),
    ("quadratus-lumborum", "QL"),
    ("obliques", "abs, waist"),
    ("iliopsoas", "hip flexors, iliacus, psoas"),
    ("rectus-femoris", "quads, quadriceps"),
    ("quadriceps", "quads"),
    ("tensor-fasciae-latae", "TFL, IT band, ITB, iliotibial band"),
    ("gluteus-maximus", "glutes, gluteals, buttocks"),
    ("gluteus-medius", "glutes, gluteals, abductors"),
    ("piriformis", "glutes, gluteals, sciatica"),
    ("adductors", "groin"),
    ("gastrocnemius", "calf, Achilles tendon, gastroc"),
    ("soleus", "calf, Achilles tendon"),
    ("plantar-fascia", "plantar fasciitis, foot, sole"),
    ("tibialis-anterior", "shin"),
];

/// What exercises are called elsewhere, by their ids. What an exercise without muscles stretches is here as well.
const OF_EXERCISES: [(&str, &str); 30] = [
    ("both-knees-to-chest", "lumbar flexion"),
    ("bridge", "glute bridge"),
    ("butterfly", "bound angle, cobbler's pose, groin"),
    ("calf-wall", "runner's stretch, gastroc"),
    ("cat-cow", "cat camel"),
    ("chest-over-chair", "thoracic extension"),
    ("childs-pose", "prayer stretch"),
    ("chin-tuck", "neck retraction"),
    ("cobra", "upward dog, back extension"),
    ("cross-body-shoulder", "posterior capsule, rear deltoid"),
    ("downward-dog", "down dog, downward facing dog"),
    ("figure-four-chair", "pigeon"),
    ("figure-four-lying", "pigeon, supine"),
    ("forward-fold", "toe touch"),
    ("hamstring-strap", "supine, straight leg raise"),
    ("jumping-jacks", "star jumps"),
    ("knee-raises", "high knees"),
    ("knee-rolls", "lumbar rotation, trunk rotation, windscreen wipers"),
    ("kneeling-hip-flexor", "half kneeling, lunge stretch"),
    ("leg-lunges", "hip flexors"),
    ("leg-swings", "hip flexors, hamstrings"),
    ("neck-side-bend", "lateral flexion"),
    ("neck-turn", "neck rotation"),
    ("prone-press-up", "McKenzie, back extension, prone"),
    ("prone-quad", "prone"),
    ("seated", "sit and reach"),
    ("seated-cat-cow", "cat camel"),
    ("seated-twist", "thoracic rotation"),
    ("standing-side-bend", "lateral flexion"),
    ("wall-slide", "wall angels, scapular"),
];

/// All words of each exercise, by its id.
static WORDS: LazyLock<BTreeMap<&'static str, String>> = LazyLock::new(|| {
    library_exercises().map(|exercise| (exercise.id.as_str(), words_of(exercise))).collect()
});

/// Words that somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoughtWords(Vec<String>);

impl SoughtWords {
    /// The words of what was typed. Case, accents, plurals, hyphens and other punctuation make no difference.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        Self(folded_words(typed).collect())
    }

    /// Whether each of them is in a word of the exercise, or of what else is shown of it.
    #[must_use]
    pub fn fit(&self, exercise: &Exercise, shown: &str) -> bool {
        let known = WORDS.get(exercise.id.as_str()).map(String::as_str).unwrap_or_default();
        let shown = joined([shown]);
        self.0.iter().all(|word| known.contains(word) || shown.contains(word))
    }
}

fn words_of(exercise: &Exercise) -> String {
    let other_names = |table: &[(&'static str, &'static str)], id: &str| {
        table.iter().find(|(other, _)| *other == id).map_or("", |(_, names)| *names)
    };
    let muscles = exercise.muscles.iter().flat_map(|id| {
        let name = library_muscle(id).map_or("", |muscle| muscle.name.as_str());
        [name, id, other_names(&OF_MUSCLES, id)]
    });
    let ways = exercise.variations().map(|way| way.name.as_str());
    let texts = [
        exercise.name.as_str(),
        &exercise.id,
        &exercise.summary,
        exercise.region.map_or("", |region| region.name()),
        other_names(&OF_EXERCISES, &exercise.id),
    ];
    let equipment = exercise.equipment.iter().map(String::as_str);
    joined(texts.into_iter().chain(ways).chain(equipment).chain(muscles))
}

/// Texts as words with spaces between them, so that no word is found across two.
fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().flat_map(folded_words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::library_exercise;

    #[test]
    fn other_names_are_of_what_the_library_has() {
        for (id, _) in OF_MUSCLES {
            assert!(library_muscle(id).is_some(), "{id}");
        }
        for (id, _) in OF_EXERCISES {
            assert!(library_exercise(id).is_some(), "{id}");
        }
    }
}
