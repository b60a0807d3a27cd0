//! What hurt, so that an easier way is offered before it is done again.

use serde::{Deserialize, Serialize};

use crate::plan::{Plan, PlannedExercise};

/// How often something may hurt until the person is asked how to go on with it: once may be chance.
const OFTEN: u16 = 2;

/// How often exercises hurt since the person last chose how to do them, by the ids of what was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hurts {
    counts: Vec<(String, u16)>,
}

impl Hurts {
    /// Counts that an exercise, or another way of doing it, has hurt.
    pub fn add(&mut self, id: &str) {
        match self.counts.iter_mut().find(|(other, _)| other == id) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.counts.push((id.to_owned(), 1)),
        }
    }

    /// Begins to count anew: the person has chosen how to go on with it.
    pub fn forget(&mut self, id: &str) {
        self.counts.retain(|(other, _)| other != id);
    }

    /// What has hurt often enough to ask about it before it is done, of a plan's exercises from this one on, each once.
    pub fn to_ask_about<'a>(&self, plan: &'a Plan, first: usize) -> Vec<&'a PlannedExercise> {
        let hurts = |planned: &&PlannedExercise| {
            self.counts.iter().any(|(id, count)| *id == planned.id && *count >= OFTEN)
        };
        let mut found: Vec<&PlannedExercise> = Vec::new();
        for planned in plan.exercises.iter().skip(first).filter(hurts) {
            if found.iter().all(|other| other.id != planned.id) {
                found.push(planned);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::routine::Routine;

    fn asked(hurts: &Hurts, options: &Options, first: usize) -> Vec<String> {
        let plan = Plan::new(&Routine::hamstring(), options);
        hurts.to_ask_about(&plan, first).into_iter().map(|planned| planned.id.clone()).collect()
    }

    #[test]
    fn twice_is_often_and_an_answer_begins_anew() {
        let (mut hurts, options) = (Hurts::default(), Options::default());
        hurts.add("seated");
        assert_eq!(asked(&hurts, &options, 0), [""; 0]);
        hurts.add("seated");
        hurts.add("anchor");
        assert_eq!(asked(&hurts, &options, 0), ["seated"]);
        hurts.forget("seated");
        hurts.add("seated");
        assert_eq!(asked(&hurts, &options, 0), [""; 0]);
    }

    #[test]
    fn only_what_is_about_to_be_done_is_asked_about_in_the_way_in_which_it_is_done() {
        let mut hurts = Hurts::default();
        for id in ["leg-lunges", "leg-lunges", "half-lunges", "half-lunges"] {
            hurts.add(id);
        }
        let mut options = Options::default();
        assert_eq!(asked(&hurts, &options, 0), ["leg-lunges"]);
        assert_eq!(asked(&hurts, &options, 7), [""; 0], "it is over by then");
        options.change_exercise("leg-lunges", |chosen| chosen.easier = true);
        assert_eq!(asked(&hurts, &options, 0), ["half-lunges"]);
        options.change_exercise("leg-lunges", |chosen| chosen.leave_out = true);
        assert_eq!(asked(&hurts, &options, 0), [""; 0]);
    }
}
