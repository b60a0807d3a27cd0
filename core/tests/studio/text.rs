//! Exercises as lines of text.

use supple_core::Sides;
use supple_core::studio::import::{ImportedExercises, Meaning, Remark, Understood, read_text};
use supple_core::studio::{Item, Typed};

fn line(text: &str) -> Understood {
    let parts: Vec<Understood> = read_text(text).parts().cloned().collect();
    assert_eq!(parts.len(), 1, "{text}");
    parts.into_iter().next().expect("has one")
}

fn item(text: &str) -> Item {
    line(text).item.unwrap_or_else(|| panic!("{text} is no exercise"))
}

/// Name, seconds, repeats and sides that were read.
fn dose(text: &str) -> (String, Option<u32>, Option<u32>, Option<Sides>) {
    let item = item(text);
    let number = |typed: &Option<Typed>| typed.as_ref().and_then(Typed::number);
    (item.name().to_owned(), number(&item.seconds), number(&item.repeats), item.sides)
}

fn not_understood(part: &Understood) -> Vec<&str> {
    part.not_understood().into_iter().map(|(_, text)| text).collect()
}

#[test]
fn doses_are_read_as_people_write_them() {
    let cases = [
        ("Shin stretch 2 x 30 s each side", Some(30), Some(2)),
        ("Shin stretch 2x30s each side", Some(30), Some(2)),
        ("Shin stretch: 3×20sec, both sides", Some(20), Some(3)),
        ("Shin stretch – 30 seconds each side", Some(30), None),
        ("Shin stretch, hold 1 min per leg", Some(60), None),
        ("Shin stretch (hold for 45 s each leg)", Some(45), None),
        ("Shin stretch 2 sets of 30 s on each side", Some(30), Some(2)),
        ("Shin stretch two times 30 seconds each side", Some(30), Some(2)),
        ("Shin stretch hold 30 s, repeat 3 times, each side", Some(30), Some(3)),
        ("Shin stretch 30s x 3 L/R", Some(30), Some(3)),
        ("Shin stretch 30 s hold x 2, left and right", Some(30), Some(2)),
        ("Shin stretch 3 reps x 30 s each side", Some(30), Some(3)),
        ("Shin stretch 1 min 30 s each side", Some(90), None),
        ("Shin stretch 1:30 each side", Some(90), None),
        ("Shin stretch 1.5 min each side", Some(90), None),
        ("Shin stretch half a minute each side", Some(30), None),
        ("Shin stretch 30-second hold each side", Some(30), None),
        ("Shin stretch 30\" each side twice", Some(30), Some(2)),
        ("3 x 30 sec Shin stretch each side", Some(30), Some(3)),
        ("Shin stretch 30s/side", Some(30), None),
    ];
    for (text, seconds, repeats) in cases {
        let part = line(text);
        assert_eq!(dose(text), ("Shin stretch".to_owned(), seconds, repeats, Some(Sides::Each)), "{text}");
        assert_eq!(not_understood(&part), [""; 0], "{text}");
        assert_eq!(part.remarks, [Remark::NoSteps], "{text}");
    }
}

#[test]
fn bullets_and_numbers_before_a_line_are_no_part_of_it() {
    for bullet in ["- ", "* ", "• ", "1. ", "12) ", "(3) ", "a) ", "[ ] ", "- [x] ", "☐ ", "  – "] {
        let text = format!("{bullet}Shin stretch 30 s each side");
        assert_eq!(dose(&text).0, "Shin stretch", "{text}");
        assert_eq!(line(&text).spans[0].meaning, Meaning::Bullet, "{text}");
    }
    assert_eq!(dose("2 x 30 s Shin stretch").2, Some(2));
}

#[test]
fn an_exercise_of_the_library_is_found_by_its_very_name_alone() {
    for text in [
        "Cat and cow 60 s",
        "CAT AND COWS 60 s",
        "cat-cow 60 s",
        "Cát and Cow, 1 min",
        "1. Cat and cow: 60 s",
    ] {
        assert_eq!(item(text).of(), Some("cat-cow"), "{text}");
        assert_eq!(item(text).seconds, Some(Typed::Number(60)), "{text}");
        assert!(line(text).is_clear(), "{text}: {:?}", line(text));
    }
    assert_eq!(item("Childs pose").of(), Some("childs-pose"));
    assert_eq!(item("Deep squat hold 30 s").of(), Some("deep-squat"));
    assert_eq!(item("Leg swings, side to side 20 s").of(), Some("side-leg-swings"));
    assert_eq!(item("Calf stretch at the wall - keep the heel down, 30 s each side").of(), Some("calf-wall"));
}

#[test]
fn a_name_that_is_only_like_one_is_suggested_and_not_taken() {
    let mut part = line("Calf stretch at a wall 2 x 45 s each side");
    assert_eq!(part.item.as_ref().and_then(Item::of), None);
    assert_eq!(part.suggestions.first().map(String::as_str), Some("calf-wall"));
    part.take("no-such-exercise");
    assert_eq!(part.item.as_ref().and_then(Item::of), None);
    part.take("calf-wall");
    let item = part.item.expect("was taken");
    assert_eq!(
        (item.of(), item.seconds.clone(), item.repeats.clone()),
        (Some("calf-wall"), Some(Typed::Number(45)), Some(Typed::Number(2)))
    );
    assert_eq!((part.remarks, part.suggestions), (vec![], vec![]));
    assert_eq!(
        line("Hamstrng strech with a strap 30 s").suggestions.first().map(String::as_str),
        Some("hamstring-strap")
    );
    assert_eq!(line("Bicep curls 30 s").suggestions, [""; 0]);
}

#[test]
fn one_side_alone_is_taken_where_the_exercise_has_sides() {
    for text in [
        "Calf stretch at the wall 2 x 30 s left only",
        "Calf stretch at the wall, left leg, 2 x 30 s",
        "Calf stretch at the wall (left) 2 x 30 s",
        "Calf stretch at the wall 2 x 30 s on the left",
    ] {
        let part = line(text);
        assert_eq!(
            part.item.as_ref().map(|item| (item.of(), item.sides)),
            Some((Some("calf-wall"), Some(Sides::Left))),
            "{text}"
        );
        assert!(part.is_clear(), "{text}: {part:?}");
    }
    assert_eq!(dose("Shin stretch right side only 30 s").3, Some(Sides::Right));
    let part = line("Cat and cow, left only");
    assert_eq!(part.remarks, [Remark::NoSides { text: "left only".to_owned() }]);
    assert_eq!(dose("Left leg swings 30 s").0, "Left leg swings");
}

#[test]
fn what_supple_does_not_count_is_marked_and_not_taken() {
    let cases = [
        ("Calf stretch at the wall 10 reps", Remark::Repetitions { text: "10 reps".to_owned() }),
        ("Calf stretch at the wall 3 x 10", Remark::Repetitions { text: "3 x 10".to_owned() }),
        (
            "Calf stretch at the wall 3 sets of 12 reps",
            Remark::Repetitions { text: "3 sets of 12 reps".to_owned() },
        ),
        ("Calf stretch at the wall 20-30 s", Remark::Range { text: "20-30 s".to_owned() }),
        ("Calf stretch at the wall 2-3 x 30 s", Remark::Range { text: "2-3 x 30 s".to_owned() }),
        ("Calf stretch at the wall 2000 s", Remark::OutOfRange { text: "2000".to_owned() }),
        ("Calf stretch at the wall 99 times", Remark::OutOfRange { text: "99".to_owned() }),
        ("Cat and cow 3 times", Remark::NotRepeated { sets: 3 }),
    ];
    for (text, remark) in cases {
        let part = line(text);
        assert_eq!(part.remarks, [remark], "{text}");
        let item = part.item.expect("is an exercise");
        assert_eq!((item.seconds, item.repeats), (None, None), "{text}");
    }
    assert_eq!(not_understood(&line("Calf stretch at the wall 10 reps")), ["10 reps"]);
}

#[test]
fn pauses_and_how_often_a_day_are_no_dose() {
    let part = line("Calf stretch at the wall 2 x 30 s each side, rest 15 s, 3 times a day");
    assert_eq!(not_understood(&part), ["rest 15 s", "3 times a day"]);
    let item = part.item.as_ref().expect("is an exercise");
    assert_eq!((&item.seconds, &item.repeats), (&Some(Typed::Number(30)), &Some(Typed::Number(2))));
    for often in ["twice daily", "2x/week", "every morning", "5 days a week", "2-3 times per week"] {
        let part = line(&format!("Calf stretch at the wall 30 s {often}"));
        assert_eq!(not_understood(&part), [often]);
        assert_eq!(part.item.and_then(|item| item.repeats), None, "{often}");
    }
}

#[test]
fn what_is_said_twice_is_taken_once_and_marked() {
    let part = line("Calf stretch at the wall 30 s, 45 s");
    assert_eq!(part.remarks, [Remark::SaidTwice { text: "45 s".to_owned() }]);
    assert_eq!(not_understood(&part), ["45 s"]);
}

#[test]
fn what_is_not_said_is_said_to_be_put_in() {
    let part = line("- Shin stretch");
    assert_eq!(part.remarks, [Remark::NoSeconds { put_in: 30 }, Remark::SidesNotSaid, Remark::NoSteps]);
    assert_eq!(item("Cat and cow").seconds, None, "the library knows");
}

#[test]
fn headings_and_sentences_are_no_exercises() {
    let text = "Morning:\n- Cat and cow\n\n## Legs\n- Butterfly 30 s\nPlease do these exercises slowly and never when it hurts.\n";
    let ImportedExercises { sections, .. } = read_text(text);
    let names: Vec<_> = sections.iter().map(|section| section.name.as_deref()).collect();
    assert_eq!(names, [Some("Morning"), Some("Legs")]);
    let imported = read_text(text);
    assert_eq!(imported.items().len(), 2);
    let sentence = imported.parts().last().expect("is there");
    assert_eq!(not_understood(sentence).len(), 1);
    assert_eq!(sentence.number, 6);
}

#[test]
fn html_and_odd_letters_stay_the_text_they_are() {
    let part = line("<img src=x onerror=alert(1)> 30 s");
    assert!(part.item.expect("is an exercise").name().starts_with("img src=x onerror=alert(1"));
    assert_eq!(dose("תרגיל מתיחה 30 s").0, "תרגיל מתיחה");
    assert_eq!(dose("🤸 Dehnung der Wade 30 s").0, "Dehnung der Wade");
}
