//! Words for how long and how often.

use super::words::Cursor;

/// What a few words say about the dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// So many seconds.
    Seconds(u32),
    /// So often.
    Repeats(u32),
    /// So often so many seconds.
    RepeatsOf(u32, u32),
    /// Repetitions, which are counted.
    Repetitions,
    /// From one number to another.
    Range,
    /// A pause between.
    Rest,
    /// How often a day or a week.
    Frequency,
}

const SECONDS: [&str; 6] = ["s", "sec", "second", "sek", "sekunde", "secs"];
const MINUTES: [&str; 5] = ["min", "minute", "mins", "minuten", "mn"];
const COUNTS: [&str; 7] = ["set", "time", "repeat", "round", "hold", "bout", "series"];
const REPETITIONS: [&str; 4] = ["rep", "repetition", "breath", "reps"];
const FILLERS: [&str; 7] = ["hold", "held", "holding", "for", "repeat", "do", "keep"];
const PAUSES: [&str; 6] = ["rest", "pause", "break", "between", "recover", "recovery"];

/// What is said about the dose from here on, with the place behind it.
pub(super) fn phrase(start: Cursor<'_>) -> Option<(Phrase, Cursor<'_>)> {
    let mut cursor = start;
    cursor.skip(&FILLERS);
    frequency(cursor)
        .map(|end| (Phrase::Frequency, end))
        .or_else(|| rest(cursor).map(|end| (Phrase::Rest, end)))
        .or_else(|| range(cursor).map(|end| (Phrase::Range, end)))
        .or_else(|| {
            repeats_of(cursor).map(|(repeats, seconds, end)| (Phrase::RepeatsOf(repeats, seconds), end))
        })
        .or_else(|| repetitions(cursor).map(|end| (Phrase::Repetitions, end)))
        .or_else(|| time_repeated(cursor))
        .or_else(|| count(cursor).map(|(repeats, end)| (Phrase::Repeats(repeats), end)))
}

/// "30 s", "1 min", "1.5 minutes", "1 min 30 s", "1:30", "a minute", "half a minute".
fn time(mut cursor: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    let start = cursor;
    if cursor.word(&["half"]).is_some() && cursor.word(&["a"]).is_some() && cursor.word(&["minute"]).is_some()
    {
        return Some((30, cursor));
    }
    cursor = start;
    if cursor.word(&["a"]).is_some() {
        cursor.word(&["minute"])?;
        return Some((60, cursor));
    }
    let number = cursor.number()?;
    let mut clock = cursor;
    if clock.sign(&[':']).is_some()
        && let Some(seconds) = clock.whole().filter(|seconds| *seconds < 60)
        && number % 1_000 == 0
    {
        clock.word(&MINUTES);
        return Some((seconds_of(number, 60).saturating_add(seconds), clock));
    }
    if cursor.word(&SECONDS).is_some() || cursor.sign(&['"', '″', '”']).is_some() {
        cursor.sign(&['.']);
        return Some((whole_seconds(number, 1)?, cursor));
    }
    cursor.sign(&['-']);
    if cursor.word(&SECONDS).is_some() {
        return Some((whole_seconds(number, 1)?, cursor));
    }
    cursor.word(&MINUTES)?;
    let mut minutes = cursor;
    minutes.sign(&['.']);
    minutes.word(&["and"]);
    if let Some(more) = minutes.whole().filter(|more| *more < 60)
        && minutes.word(&SECONDS).is_some()
    {
        return Some((seconds_of(number, 60).saturating_add(more), minutes));
    }
    Some((whole_seconds(number, 60)?, cursor))
}

/// Thousandths of a unit of so many seconds, in seconds.
fn seconds_of(thousandths: u64, unit: u64) -> u32 {
    u32::try_from(thousandths.saturating_mul(unit) / 1_000).unwrap_or(u32::MAX)
}

/// The same, unless there is a fraction of a second.
fn whole_seconds(thousandths: u64, unit: u64) -> Option<u32> {
    let exact = thousandths == u64::MAX || thousandths.saturating_mul(unit) % 1_000 == 0;
    exact.then(|| seconds_of(thousandths, unit))
}

/// "2 x 30 s", "3 sets of 20 s", "2 times for 1 min", "3 reps x 30 s".
fn repeats_of(mut cursor: Cursor<'_>) -> Option<(u32, u32, Cursor<'_>)> {
    let repeats = cursor.whole()?;
    let _counted = cursor.word(&COUNTS).or_else(|| cursor.word(&REPETITIONS));
    let joined = cursor.times() || cursor.word(&["of", "for"]).is_some() || cursor.sign(&['@']).is_some();
    // "10 reps, 5 s" may be anything.
    if !joined {
        return None;
    }
    cursor.skip(&["of", "hold", "for"]);
    let (seconds, mut end) = time(cursor)?;
    end.word(&["hold"]);
    Some((repeats, seconds, end))
}

/// "10 reps", "3 x 10", "3 sets of 10 reps", "x10 reps": what is counted instead of timed.
fn repetitions(start: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut cursor = start;
    cursor.times();
    cursor.number()?;
    if cursor.word(&REPETITIONS).is_some() {
        return Some(cursor);
    }
    cursor.word(&COUNTS);
    if !cursor.times() {
        cursor.word(&["of"])?;
    }
    cursor.number()?;
    if time(cursor.back()).is_some() {
        return None;
    }
    cursor.word(&REPETITIONS);
    Some(cursor)
}

/// "30 s", and "30 s x 3", "30 s hold, 3 times".
fn time_repeated(cursor: Cursor<'_>) -> Option<(Phrase, Cursor<'_>)> {
    let (seconds, mut end) = time(cursor)?;
    end.word(&["hold"]);
    let mut repeated = end;
    if repeated.times()
        && let Some(repeats) = repeated.whole()
        && time(repeated.back()).is_none()
    {
        let _counted = repeated.word(&COUNTS).or_else(|| repeated.word(&REPETITIONS));
        return Some((Phrase::RepeatsOf(repeats, seconds), repeated));
    }
    Some((Phrase::Seconds(seconds), end))
}

/// "3 times", "3x", "x3", "3 sets", "twice".
fn count(mut cursor: Cursor<'_>) -> Option<(u32, Cursor<'_>)> {
    for (word, repeats) in [("once", 1), ("twice", 2), ("thrice", 3)] {
        if cursor.word(&[word]).is_some() {
            return Some((repeats, cursor));
        }
    }
    if cursor.times() {
        let repeats = cursor.whole()?;
        cursor.word(&COUNTS);
        return Some((repeats, cursor));
    }
    let repeats = cursor.whole()?;
    (cursor.times() || cursor.word(&COUNTS).is_some()).then_some((repeats, cursor))
}

/// "20-30 s", "2 to 3 x 30 s": two numbers where one is needed.
fn range(mut cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.number()?;
    let unit = |cursor: &mut Cursor<'_>| {
        let named =
            [&SECONDS[..], &MINUTES, &COUNTS, &REPETITIONS].iter().any(|words| cursor.word(words).is_some());
        named || cursor.times()
    };
    let first_has_unit = unit(&mut cursor);
    if cursor.sign(&['-', '–', '—', '~']).is_none() && cursor.word(&["to", "or"]).is_none() {
        return None;
    }
    cursor.number()?;
    (unit(&mut cursor) || first_has_unit).then_some(())?;
    // "2-3 x 30 s" and "2 x 20-30 s" are one thing each.
    if let Some((_, end)) = time(cursor) {
        return Some(end);
    }
    Some(cursor)
}

/// "rest 30 s", "30 s rest", "10 s between sets": a pause, which is no part of an exercise.
fn rest(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut before = cursor;
    if before.word(&PAUSES).is_some() {
        before.skip(&["for", "of", "between", "set", "repeat"]);
        let (_, mut end) = time(before)?;
        end.skip(&["between", "set", "repeat", "rep", "side"]);
        return Some(end);
    }
    let (_, mut after) = time(cursor)?;
    after.skip(&["of"]);
    after.word(&PAUSES)?;
    after.skip(&["between", "set", "repeat", "rep", "side", "each"]);
    Some(after)
}

/// "3 times a day", "2x/week", "twice daily", "every morning", "daily", "5 days a week".
fn frequency<'a>(mut cursor: Cursor<'a>) -> Option<Cursor<'a>> {
    const SPANS: [&str; 8] = ["day", "week", "morning", "evening", "night", "hour", "month", "daily"];
    let per = |mut cursor: Cursor<'a>| {
        if cursor.word(&["daily", "weekly"]).is_some() {
            return Some(cursor);
        }
        let joined = cursor.word(&["a", "per", "each", "every"]).is_some() || cursor.sign(&['/']).is_some();
        (joined && cursor.word(&SPANS).is_some()).then_some(cursor)
    };
    if let Some(end) = per(cursor) {
        return Some(end);
    }
    if cursor.word(&["once", "twice"]).is_none() {
        cursor.number()?;
        if cursor.sign(&['-', '–']).is_some() || cursor.word(&["to"]).is_some() {
            cursor.number()?;
        }
        if !cursor.times() {
            cursor.word(&["time", "day", "session"]);
        }
    }
    per(cursor)
}
