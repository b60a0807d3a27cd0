//! From a draft to a [`Routine`], noting every problem on the way.
//!
//! A method returns `None` where it noted something that leaves no usable value, and goes on with the rest.

use std::ops::RangeInclusive;

use super::authorship::is_web_address;
use super::checks::Validator;
use super::draft::{
    Citations, DoseDraft, ExerciseDraft, Given, MuscleDraft, NoteDraft, ReferenceDraft, RepeatsDraft,
    RoutineDraft, SectionDraft, TimesDraft, VariationDraft,
};
use super::problem::Path;
use crate::routine::Posture;
use crate::routine::model::{
    Dose, Exercise, Muscle, Note, Reference, Repeats, Routine, Section, Times, Variation,
};
use crate::routine::region::{Avoid, Region};
use crate::routine::sides::{SideName, Sides};

/// The version of the document format.
const FORMAT: RangeInclusive<u16> = 1..=1;
/// Seconds of a dose.
pub(in crate::routine) const DOSE_SECONDS: RangeInclusive<u16> = 1..=3_600;
/// Seconds to prepare, to switch legs and to recover.
const TIME_BETWEEN_SECONDS: RangeInclusive<u16> = 0..=600;
/// Repeats of a hold.
pub(in crate::routine) const REPEATS: RangeInclusive<u16> = 1..=20;
/// Numbers of references.
const REFERENCES: RangeInclusive<u16> = 1..=100;
/// How many items each list may have, from the fewest to the most.
const SECTIONS: (usize, usize) = (1, 20);
const EXERCISES: (usize, usize) = (1, 40);
const EQUIPMENT: (usize, usize) = (0, 10);
const STEPS: (usize, usize) = (1, 20);
const SAFETY: (usize, usize) = (1, 20);
const BENEFITS: (usize, usize) = (0, 20);
const MUSCLES: (usize, usize) = (0, 60);
const AVOID: (usize, usize) = (0, 20);
const NOTES: (usize, usize) = (0, 20);
const CITATIONS: (usize, usize) = (0, 20);
const SOURCES: (usize, usize) = (0, 100);

impl Validator {
    pub(super) fn routine(&mut self, draft: &RoutineDraft) -> Option<Routine> {
        let path = Path::Document;
        self.number(&path.field("format"), &draft.format, FORMAT);
        let sections = self.list(&path.field("sections"), &draft.sections, SECTIONS);
        let why = self.list(&path.field("why"), &draft.why, NOTES);
        let muscles = self.list(&path.field("muscles"), &draft.muscles, MUSCLES);
        let references = self.list(&path.field("references"), &draft.references, SOURCES);
        let id = self.id(&path.field("id"), &draft.id);
        let lang = self.text(&path.field("lang"), &draft.lang);
        let name = self.text(&path.field("name"), &draft.name);
        let tagline = self.optional_text(&path.field("tagline"), &draft.tagline);
        let summary = self.optional_text(&path.field("summary"), &draft.summary);
        let cover = self.optional_text(&path.field("cover"), &draft.cover);
        let times = self.times(&path.field("times"), &draft.times);
        self.side_name = self.side_name(&path.field("side-name"), &draft.side_name, SideName::default());
        let sections = self.each(&path.field("sections"), sections, Self::section);
        let why = self.each(&path.field("why"), why, Self::note);
        let anatomy = self.optional_text(&path.field("anatomy"), &draft.anatomy);
        let muscles = self.each(&path.field("muscles"), muscles, Self::muscle);
        let benefits = self.texts(&path.field("benefits"), &draft.benefits, BENEFITS);
        let safety = self.texts(&path.field("safety"), &draft.safety, SAFETY);
        let references = self.each(&path.field("references"), references, Self::reference);
        self.authorship(draft);
        self.unknown(&path, &draft.unknown);
        Some(Routine {
            id: id?,
            lang: lang?,
            name: name?,
            tagline: tagline?,
            summary: summary?,
            chosen_cover: cover.filter(|id| !id.is_empty()),
            times: times?,
            sections: sections?,
            why: why?,
            anatomy: anatomy?,
            muscles: muscles?,
            benefits: benefits?,
            safety: safety?,
            references: references?,
        })
    }

    fn times(&mut self, path: &Path<'_>, given: &Given<TimesDraft>) -> Option<Times> {
        if given.is_absent() {
            // The built-in routine's, for authors who have no opinion.
            return Some(Times { prepare_s: None, switch_s: 5, recover_s: 5 });
        }
        let draft = self.required(path, given)?;
        let prepare_s = if draft.prepare.is_absent() {
            Some(None)
        } else {
            self.number(&path.field("prepare"), &draft.prepare, TIME_BETWEEN_SECONDS).map(Some)
        };
        let switch_s = self.number(&path.field("switch"), &draft.switch, TIME_BETWEEN_SECONDS);
        let recover_s = self.number(&path.field("recover"), &draft.recover, TIME_BETWEEN_SECONDS);
        self.unknown(path, &draft.unknown);
        Some(Times {
            prepare_s: prepare_s?.map(u32::from),
            switch_s: switch_s?.into(),
            recover_s: recover_s?.into(),
        })
    }

    fn section(&mut self, path: &Path<'_>, given: &Given<SectionDraft>) -> Option<Section> {
        let draft = self.required(path, given)?;
        let exercises = self.list(&path.field("exercises"), &draft.exercises, EXERCISES);
        let id = self.id(&path.field("id"), &draft.id);
        let name = self.text(&path.field("name"), &draft.name);
        let summary = self.optional_text(&path.field("summary"), &draft.summary);
        let exercises = self.each(&path.field("exercises"), exercises, Self::exercise);
        self.unknown(path, &draft.unknown);
        Some(Section { id: id?, name: name?, summary: summary?, exercises: exercises? })
    }

    fn exercise(&mut self, path: &Path<'_>, given: &Given<ExerciseDraft>) -> Option<Exercise> {
        let draft = self.required(path, given)?;
        if !draft.used.is_absent() {
            if self.is_completed {
                return None;
            }
            self.unknown_field(&path.field("use"));
        }
        let dose = self.dose(&path.field("dose"), &draft.dose);
        let side_name = self.side_name(&path.field("side-name"), &draft.side_name, self.side_name);
        let variation = self.optional_variation(&path.field("variation"), &draft.variation, side_name);
        let easier = self.optional_variation(&path.field("easier"), &draft.easier, side_name);
        let partner = self.flag(&path.field("partner"), &draft.partner);
        let substitute = self.optional_text(&path.field("substitute"), &draft.substitute);
        if partner == Some(false) && substitute.as_ref().is_some_and(|id| !id.is_empty()) {
            self.problems.add(
                &path.field("substitute"),
                "only makes sense where \"partner\" is true: it is what a person without one does instead.",
            );
        }
        let id = self.id(&path.field("id"), &draft.id);
        let name = self.text(&path.field("name"), &draft.name);
        let summary = self.optional_text(&path.field("summary"), &draft.summary);
        let needs = self.optional_text(&path.field("needs"), &draft.needs);
        let equipment = self.texts(&path.field("equipment"), &draft.equipment, EQUIPMENT);
        let posture = self.posture(&path.field("posture"), &draft.posture);
        let sides = self.sides(&path.field("sides"), &draft.sides);
        let setup = self.optional_text(&path.field("setup"), &draft.setup);
        let steps = self.texts(&path.field("steps"), &draft.steps, STEPS);
        let key = self.optional_text(&path.field("key"), &draft.key);
        let mistake = self.optional_text(&path.field("mistake"), &draft.mistake);
        let region = self.region(&path.field("region"), &draft.region);
        let make_easier = self.optional_text(&path.field("make-easier"), &draft.make_easier);
        let make_harder = self.optional_text(&path.field("make-harder"), &draft.make_harder);
        let caution = self.optional_text(&path.field("caution"), &draft.caution);
        let avoid = self.list(&path.field("avoid"), &draft.avoid, AVOID);
        let avoid = self.each(&path.field("avoid"), avoid, Self::avoid);
        let muscles = self.texts(&path.field("muscles"), &draft.muscles, MUSCLES);
        let references = self.citations(&path.field("references"), &draft.references);
        self.unknown(path, &draft.unknown);
        Some(Exercise {
            id: id?,
            name: name?,
            summary: summary?,
            needs: needs?,
            equipment: equipment?,
            posture: posture?,
            dose: dose?,
            sides: sides?,
            side_name,
            setup: setup?,
            steps: steps?,
            key: key?,
            mistake: mistake?,
            partner: partner?,
            substitute: substitute.filter(|id| !id.is_empty()),
            variation: variation?,
            easier: easier?,
            region: region?,
            make_easier: make_easier?,
            make_harder: make_harder?,
            caution: caution?,
            avoid: avoid?,
            muscles: muscles?,
            references: references?,
        })
    }

    /// `Some(None)` where there is none, which is no problem.
    fn optional_variation(
        &mut self,
        path: &Path<'_>,
        given: &Given<VariationDraft>,
        side_name: SideName,
    ) -> Option<Option<Variation>> {
        if given.is_absent() { Some(None) } else { self.variation(path, given, side_name).map(Some) }
    }

    /// `side_name` is that of its exercise.
    fn variation(
        &mut self,
        path: &Path<'_>,
        given: &Given<VariationDraft>,
        side_name: SideName,
    ) -> Option<Variation> {
        let draft = self.required(path, given)?;
        let id = self.id(&path.field("id"), &draft.id);
        let name = self.text(&path.field("name"), &draft.name);
        let label = self.text(&path.field("label"), &draft.label);
        let sides = self.sides(&path.field("sides"), &draft.sides);
        let side_name = self.side_name(&path.field("side-name"), &draft.side_name, side_name);
        let setup = self.optional_text(&path.field("setup"), &draft.setup);
        let steps = self.texts(&path.field("steps"), &draft.steps, STEPS);
        let key = self.optional_text(&path.field("key"), &draft.key);
        self.unknown(path, &draft.unknown);
        Some(Variation {
            id: id?,
            name: name?,
            label: label?,
            sides: sides?,
            side_name,
            setup: setup?,
            steps: steps?,
            key: key?,
        })
    }

    fn dose(&mut self, path: &Path<'_>, given: &Given<DoseDraft>) -> Option<Dose> {
        let draft = self.required(path, given)?;
        let kind = self.text(&path.field("kind"), &draft.kind);
        let seconds = self.number(&path.field("seconds"), &draft.seconds, DOSE_SECONDS).map(u32::from);
        let repeats_path = path.field("repeats");
        let dose = match kind.as_deref() {
            Some(kind @ ("move" | "breathing")) => {
                if !draft.repeats.is_absent() {
                    self.unknown_field(&repeats_path);
                }
                seconds.map(|seconds| match kind {
                    "breathing" => Dose::Breathing { seconds },
                    _ => Dose::Move { seconds },
                })
            }
            Some("hold") => {
                let repeats = self.repeats(&repeats_path, &draft.repeats);
                seconds.zip(repeats).map(|(seconds, repeats)| Dose::Hold { seconds, repeats })
            }
            Some(_) => {
                self.problems.add(&path.field("kind"), "should be \"move\", \"breathing\" or \"hold\".");
                None
            }
            None => None,
        };
        self.unknown(path, &draft.unknown);
        dose
    }

    fn repeats(&mut self, path: &Path<'_>, given: &Given<RepeatsDraft>) -> Option<Repeats> {
        if given.is_absent() {
            return Some(Repeats { min: 1, max: 1, default: 1 });
        }
        let draft = self.required(path, given)?;
        let min = self.number(&path.field("min"), &draft.min, REPEATS);
        let max = self.number(&path.field("max"), &draft.max, REPEATS);
        let default = self.number(&path.field("default"), &draft.default, REPEATS);
        self.unknown(path, &draft.unknown);
        let repeats = Repeats { min: min?, max: max?, default: default? };
        if repeats.min > repeats.default || repeats.default > repeats.max {
            self.problems.add(path, "should have min <= default <= max.");
        }
        Some(repeats)
    }

    /// What the body is on; standing where the author doesn't say.
    fn posture(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<Posture> {
        if given.is_absent() {
            return Some(Posture::default());
        }
        match self.text(path, given)?.as_str() {
            "standing" => Some(Posture::Standing),
            "chair" => Some(Posture::Chair),
            "sitting" => Some(Posture::Sitting),
            "kneeling" => Some(Posture::Kneeling),
            "lying" => Some(Posture::Lying),
            _ => {
                self.problems
                    .add(path, "should be \"standing\", \"chair\", \"sitting\", \"kneeling\" or \"lying\".");
                None
            }
        }
    }

    /// The part of the body, which the author need not name.
    fn region(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<Option<Region>> {
        if given.is_absent() {
            return Some(None);
        }
        let text = self.text(path, given)?;
        let region = Region::ALL.into_iter().find(|region| region.name() == text);
        if region.is_none() {
            let known = Region::ALL.map(Region::name).join(", ");
            self.problems.add(path, format_args!("should be one of {known}."));
        }
        region.map(Some)
    }

    fn avoid(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<Avoid> {
        let text = self.text(path, given)?;
        let avoid = Avoid::ALL.into_iter().find(|avoid| avoid.name() == text);
        if avoid.is_none() {
            let known = Avoid::ALL.map(Avoid::name).join(", ");
            self.problems.add(path, format_args!("should be one of {known}."));
        }
        avoid
    }

    fn sides(&mut self, path: &Path<'_>, given: &Given<String>) -> Option<Sides> {
        match self.text(path, given)?.as_str() {
            "none" => Some(Sides::None),
            "together" => Some(Sides::Together),
            "alternating" => Some(Sides::Alternating),
            "each" => Some(Sides::Each),
            "left" => Some(Sides::Left),
            "right" => Some(Sides::Right),
            _ => {
                let known =
                    "should be \"none\", \"together\", \"alternating\", \"each\", \"left\" or \"right\".";
                self.problems.add(path, known);
                None
            }
        }
    }

    /// What sides are called; `otherwise` where the author doesn't say.
    fn side_name(&mut self, path: &Path<'_>, given: &Given<String>, otherwise: SideName) -> SideName {
        if given.is_absent() {
            return otherwise;
        }
        match self.text(path, given).as_deref() {
            Some("arm") => SideName::Arm,
            Some("leg") => SideName::Leg,
            Some("side") => SideName::Side,
            Some(_) => {
                self.problems.add(path, "should be \"arm\", \"leg\" or \"side\".");
                otherwise
            }
            None => otherwise,
        }
    }

    fn note(&mut self, path: &Path<'_>, given: &Given<NoteDraft>) -> Option<Note> {
        let draft = self.required(path, given)?;
        let text = self.text(&path.field("text"), &draft.text);
        let references = self.citations(&path.field("references"), &draft.references);
        self.unknown(path, &draft.unknown);
        Some(Note { text: text?, references: references? })
    }

    fn muscle(&mut self, path: &Path<'_>, given: &Given<MuscleDraft>) -> Option<Muscle> {
        let draft = self.required(path, given)?;
        let id = self.id(&path.field("id"), &draft.id);
        let name = self.text(&path.field("name"), &draft.name);
        let text = self.text(&path.field("text"), &draft.text);
        let references = self.citations(&path.field("references"), &draft.references);
        self.unknown(path, &draft.unknown);
        Some(Muscle { id: id?, name: name?, text: text?, references: references? })
    }

    fn citations(&mut self, path: &Path<'_>, given: &Citations) -> Option<Vec<usize>> {
        let items = self.list(path, given, CITATIONS);
        self.each(path, items, |validator, path, number| {
            validator.number(path, number, REFERENCES).map(usize::from)
        })
    }

    fn reference(&mut self, path: &Path<'_>, given: &Given<ReferenceDraft>) -> Option<Reference> {
        let draft = self.required(path, given)?;
        let title = self.text(&path.field("title"), &draft.title);
        let source = self.text(&path.field("source"), &draft.source);
        let date = self.optional_text(&path.field("date"), &draft.date);
        let url = self.text(&path.field("url"), &draft.url);
        if url.as_ref().is_some_and(|url| !is_web_address(url)) {
            self.problems.add(
                &path.field("url"),
                "should be a web address that begins with https:// or http://, without spaces.",
            );
        }
        self.unknown(path, &draft.unknown);
        Some(Reference { title: title?, source: source?, date: date?, url: url? })
    }
}
