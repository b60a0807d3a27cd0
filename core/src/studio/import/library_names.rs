//! Finds exercises of the library by names that people write.

use crate::studio::library_exercises;

/// How many exercises are suggested.
const SUGGESTIONS: usize = 3;

/// How alike a name has to be, where 1 is the same.
const ALIKE: f32 = 0.45;

/// The most words of a name that are looked at.
const WORDS_MAX: usize = 20;

/// Words that many names have.
const COMMON: [&str; 16] = [
    "stretch",
    "stretching",
    "exercise",
    "pose",
    "the",
    "a",
    "an",
    "of",
    "on",
    "to",
    "in",
    "with",
    "at",
    "your",
    "and",
    "hold",
];

/// Letters with accents, and what they are without.
const ACCENTS: [(&str, &str); 20] = [
    ("àáâãäåāăą", "a"),
    ("çćĉċč", "c"),
    ("ďđ", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŉ", "n"),
    ("òóôõöøōŏő", "o"),
    ("ŕŗř", "r"),
    ("śŝşš", "s"),
    ("ţťŧ", "t"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("æ", "ae"),
];

/// A word without case, accents, apostrophes and the ending of a plural.
pub(super) fn fold_word(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        // What is left of an accent that was a sign of its own is none.
        if matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') {
            continue;
        }
        match ACCENTS.iter().find(|(accented, _)| accented.contains(c)) {
            Some((_, plain)) => folded.push_str(plain),
            None => folded.push(c),
        }
    }
    singular(&folded)
}

/// Good enough for both sides of a comparison: what it makes of a word need not be one.
fn singular(word: &str) -> String {
    let is_long = word.chars().count() > 3;
    let stem = match word {
        "calves" => Some("calf"),
        "feet" => Some("foot"),
        _ if is_long && ["ches", "shes", "sses", "xes"].iter().any(|ending| word.ends_with(ending)) => {
            word.strip_suffix("es")
        }
        _ if is_long && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)) => {
            word.strip_suffix('s')
        }
        _ => None,
    };
    stem.unwrap_or(word).to_owned()
}

/// The words of a text, each without what makes no difference.
pub(in crate::studio) fn folded_words(text: &str) -> impl Iterator<Item = String> {
    let words =
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}'));
    words.map(fold_word).filter(|word| !word.is_empty())
}

fn fold_all(name: &str) -> Vec<String> {
    folded_words(name).take(WORDS_MAX).collect()
}

/// The exercise that has this very name, apart from case, accents and plurals. None if several have.
pub(super) fn exercise_named(name: &str) -> Option<&'static str> {
    let wanted = fold_all(name);
    if wanted.is_empty() {
        return None;
    }
    let mut found = library_exercises()
        .filter(|exercise| fold_all(&exercise.name) == wanted || fold_all(&exercise.id) == wanted);
    let first = found.next()?;
    found.next().is_none().then_some(first.id.as_str())
}

/// Exercises whose names are like this one, the likeliest first.
pub(super) fn suggestions(name: &str) -> Vec<String> {
    let wanted = fold_all(name);
    let alike = library_exercises().map(|exercise| {
        let names = [exercise.name.as_str(), exercise.id.as_str()];
        let best = names.map(|name| likeness(&wanted, &fold_all(name)));
        (best.into_iter().fold(0.0, f32::max), exercise.id.as_str())
    });
    let mut alike: Vec<(f32, &str)> = alike.filter(|(likeness, _)| *likeness >= ALIKE).collect();
    alike.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    alike.into_iter().take(SUGGESTIONS).map(|(_, id)| id.to_owned()).collect()
}

/// How alike two names are, from 0 to 1: how many of their words they share. Words that many names have count less.
fn likeness(one: &[String], other: &[String]) -> f32 {
    let weight = |word: &String| if COMMON.contains(&word.as_str()) { 0.2 } else { 1.0 };
    let total: f32 = one.iter().chain(other).map(weight).sum();
    let mut left: Vec<&String> = other.iter().collect();
    let mut shared = 0.0;
    for word in one {
        let nearest = left.iter().position(|other| *other == word);
        if let Some(at) = nearest.or_else(|| left.iter().position(|other| is_misspelt(word, other))) {
            let found = left.swap_remove(at);
            shared += weight(word).min(weight(found)) * if found == word { 2.0 } else { 1.6 };
        }
    }
    if total > 0.0 { shared / total } else { 0.0 }
}

/// Whether one sign of two longer words is different, missing or too many.
fn is_misspelt(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.len() < 5 || long.len() > short.len() + 1 || !short.is_ascii() || !long.is_ascii() {
        return false;
    }
    let (short, long) = (short.as_bytes(), long.as_bytes());
    let same = short.iter().zip(long).take_while(|(one, other)| one == other).count();
    let skip = usize::from(short.len() == long.len());
    short[same.min(short.len()) + if same < short.len() { skip } else { 0 }..]
        == long[(same + 1).min(long.len())..]
}
