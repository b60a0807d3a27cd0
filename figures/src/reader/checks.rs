//! What only shows once a figure could be read: whether it can be drawn.

use crate::figure::{Figure, Hand, Posture};
use crate::muscle::Muscle;
use crate::problems::Problems;
use crate::skeleton::Point;
use crate::solver::{misfits, partner_heel};

/// Notes what only shows when a pose is solved: hands and heels that can't get where they have to be, and
/// feet in the floor.
pub(super) fn check_fit(figure: &Figure, path: &str, problems: &Problems) {
    let check = |path: String, posture: &Posture, heel: Option<Point>| {
        for (field, message) in misfits(posture, figure.view, heel) {
            problems.add(&format!("{path}{field}"), message);
        }
    };
    for (n, posture) in figure.poses.iter().enumerate() {
        check(format!("{path}.poses[{n}]"), posture, None);
        if let Some(partner) = figure.partner.get(n) {
            check(format!("{path}.partner[{n}]"), partner, Some(partner_heel(posture, figure.view)));
        }
    }
    if let Some(mistake) = &figure.mistake {
        check(format!("{path}.mistake.pose"), &mistake.posture, None);
    }
}

/// Notes what can't be drawn from the front, where bones lie in the plane.
pub(super) fn check_front(figure: &Figure, path: &str, problems: &Problems) {
    let check = |is_used: bool, field: &str| {
        if is_used {
            problems.add(&format!("{path}{field}"), "is only supported in the side view.");
        }
    };
    // As a light it has been refused already.
    check(figure.lights.iter().any(|light| light.muscle == Muscle::Hamstring), ".stretches");
    check(!figure.partner.is_empty(), ".partner");
    let poses = figure.poses.iter().enumerate().map(|(n, posture)| (posture, format!(".poses[{n}]")));
    let mistake = figure.mistake.iter().map(|mistake| (&mistake.posture, ".mistake.pose".to_owned()));
    for (posture, field) in poses.chain(mistake) {
        for (side, name) in ["near", "far"].into_iter().enumerate() {
            let is_place = |hand| matches!(hand, Hand::At(_));
            check(!posture.hands[side].is_none_or(is_place), &format!("{field}.{name}-hand"));
        }
    }
}
