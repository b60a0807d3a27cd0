//! Answers about discomfort in words.

use supple_core::{BodyPlace, DiscomfortChange, DiscomfortLevel};

use super::answered::Answered;
use crate::messages::Messages;

impl Messages {
    /// "Back of thigh".
    pub(in crate::progress) fn body_place(self, place: BodyPlace) -> &'static str {
        match place {
            BodyPlace::Neck => self.discomfort_place_neck(),
            BodyPlace::Shoulders => self.discomfort_place_shoulders(),
            BodyPlace::Arms => self.discomfort_place_arms(),
            BodyPlace::UpperBack => self.discomfort_place_upper_back(),
            BodyPlace::LowerBack => self.discomfort_place_lower_back(),
            BodyPlace::Hips => self.discomfort_place_hips(),
            BodyPlace::FrontOfThigh => self.discomfort_place_front_of_thigh(),
            BodyPlace::BackOfThigh => self.discomfort_place_back_of_thigh(),
            BodyPlace::Knees => self.discomfort_place_knees(),
            BodyPlace::LowerLegs => self.discomfort_place_lower_legs(),
            BodyPlace::Feet => self.discomfort_place_feet(),
            BodyPlace::Elsewhere => self.discomfort_place_elsewhere(),
        }
    }

    /// What the last answer is, and what has changed since the first one that is shown; `None` without any.
    pub(super) fn discomfort_so_far(self, shown: &[Answered]) -> Option<String> {
        let (first, last) = (shown.first()?.points, shown.last()?.points);
        if shown.len() == 1 {
            return Some(self.discomfort_last(last));
        }
        Some(match DiscomfortLevel::from(first).change_to(last.into()) {
            DiscomfortChange::Unsure => self.discomfort_unsure(first, last),
            DiscomfortChange::Less => self.discomfort_less(first, last),
            DiscomfortChange::More => self.discomfort_more(first, last),
        })
    }

    /// What a chart of answers shows: each of them, and the minutes.
    pub(super) fn discomfort_in_words(self, shown: &[Answered]) -> String {
        let list = |of: fn(&Answered) -> String| shown.iter().map(of).collect::<Vec<_>>().join(", ");
        self.discomfort_chart(list(|one| one.minutes.to_string()), list(|one| one.points.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use supple_core::Day;

    use super::*;

    fn shown(points: &[u8]) -> Vec<Answered> {
        let one = |points: &u8| Answered {
            day: Day(1),
            points: *points,
            places: Vec::new(),
            minutes: 8,
            broken_off: 0,
        };
        points.iter().map(one).collect()
    }

    #[test]
    fn a_difference_below_two_points_is_no_change() {
        let said = |points: &[u8]| Messages::english().discomfort_so_far(&shown(points));
        assert_eq!(said(&[]), None);
        assert_eq!(said(&[3]).unwrap(), "Last answer: 3 of 10.");
        assert_eq!(
            said(&[3, 7, 4]).unwrap(),
            "3 at first, 4 now: no change you can be sure of. A change of two points counts, less doesn't."
        );
        assert_eq!(said(&[3, 5]).unwrap(), "3 at first, 5 now: more than before.");
        assert_eq!(said(&[5, 1]).unwrap(), "5 at first, 1 now: less than before.");
    }

    #[test]
    fn a_chart_is_told_by_its_numbers() {
        assert_eq!(
            Messages::english().discomfort_in_words(&shown(&[3, 5])),
            "Discomfort after each session, oldest first: 3, 5. Minutes: 8, 8."
        );
    }
}
