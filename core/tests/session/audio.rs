//! The session as one audio file: its cues are in place, and its position is the session's.

use proptest::prelude::*;
use supple_core::{
    ClockSample, Command, CueKind, NoTrack, Options, Plan, Routine, Session, SessionAudio, State, Tone,
};

use crate::generators::{cases, short_plan};
use crate::run::{Run, START};

/// A tone for each kind of cue, each with its own frequency and so short that no two overlap.
fn tone_of(kind: CueKind) -> Vec<Tone> {
    let hertz = match kind {
        CueKind::Ready | CueKind::Next => 500,
        CueKind::Begin => 700,
        CueKind::Halfway => 900,
        CueKind::Last(_) => 1_100,
        CueKind::Switch => 1_300,
        CueKind::Recover => 1_500,
        CueKind::Done => 1_700,
    };
    vec![Tone { at_ms: 0, hertz, length_ms: 200 }]
}

fn samples(audio: &SessionAudio) -> Vec<i16> {
    let bytes: Vec<u8> = (0..).map_while(|index| audio.chunk(index)).flatten().collect();
    bytes[SessionAudio::HEADER_BYTES..].chunks(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
}

/// Milliseconds of the first sample of each sound after a silence.
fn onsets(samples: &[i16]) -> Vec<u64> {
    let (mut onsets, mut silent) = (Vec::new(), 1_000_u64);
    for (place, sample) in samples.iter().enumerate() {
        if *sample == 0 {
            silent += 1;
            continue;
        }
        // A wave only passes through zero; silence stays there.
        if silent > 200 {
            onsets.push(place as u64 / u64::from(SessionAudio::SAMPLES_PER_MS));
        }
        silent = 0;
    }
    onsets
}

/// How many waves the sound that begins at `from_ms` has in 100 ms.
fn waves(samples: &[i16], from_ms: u64) -> usize {
    let at = |ms: u64| usize::try_from(ms * u64::from(SessionAudio::SAMPLES_PER_MS)).expect("is small");
    samples[at(from_ms)..at(from_ms + 100)].windows(2).filter(|pair| pair[0] < 0 && pair[1] >= 0).count()
}

proptest! {
    #![proptest_config(cases(12))]

    /// The file has the session's cues at the same instants, within 10 ms, and each with its own tone.
    #[test]
    fn cues_are_where_the_plan_puts_them(plan in short_plan(), late_ms in 0..40_000_u64) {
        let mut run = Run { session: Session::start(plan, 0, START), now: START };
        run.wait(late_ms);
        prop_assume!(run.session.state() == State::Running);
        let Some(audio) = SessionAudio::new(&run.session, 100, tone_of) else {
            return Err(TestCaseError::reject("is too long"));
        };
        let samples = samples(&audio);
        let expected: Vec<_> = run.session.cues_ahead(0, u64::MAX / 4).into_iter().collect();
        let onsets = onsets(&samples);
        prop_assert_eq!(onsets.len(), expected.len());
        for (onset, (in_ms, cue)) in onsets.iter().zip(expected) {
            let in_ms = u64::try_from(in_ms).expect("lies ahead");
            prop_assert!(onset.abs_diff(in_ms) <= 10, "{:?} at {in_ms} sounds at {onset}", cue);
            let hertz = usize::from(tone_of(cue.kind)[0].hertz);
            prop_assert!(waves(&samples, in_ms).abs_diff(hertz / 10) <= 2);
        }
    }

    /// However far playback jumps, the session follows, with the same log as one that was ticked all the
    /// time.
    #[test]
    fn the_session_follows_playback(plan in short_plan(), steps in prop::collection::vec(1..400_000_u64, 1..9)) {
        let mut watched = Run { session: Session::start(plan, 0, START), now: START };
        let mut heard = watched.session.clone();
        for step in steps {
            for _ in 0..step.div_ceil(60_000) {
                watched.wait(step / step.div_ceil(60_000));
            }
            // The clocks of a phone that slept may show anything.
            let at = ClockSample { monotonic_ms: START.monotonic_ms, wall_ms: START.wall_ms + 86_400_000 };
            heard.tick_until_left(watched.session.snapshot().left_ms, at);
            let (one, other) = (heard.snapshot(), watched.session.snapshot());
            prop_assert_eq!((one.state, one.phase, one.elapsed_ms), (other.state, other.phase, other.elapsed_ms));
        }
        let held = |session: &Session| -> Vec<_> {
            session.entries().iter().map(|entry| (entry.exercise.clone(), entry.side, entry.held_ms, entry.full)).collect()
        };
        prop_assert_eq!(held(&heard), held(&watched.session));
    }
}

#[test]
fn it_is_a_wav_file_as_long_as_what_is_left_and_the_last_sound() {
    let run = Run::at("anchor");
    let audio = SessionAudio::new(&run.session, 70, tone_of).expect("has an end");
    let bytes: Vec<u8> = (0..).map_while(|index| audio.chunk(index)).flatten().collect();
    let number =
        |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize;
    assert_eq!((&bytes[..4], &bytes[8..16], &bytes[36..40]), (&b"RIFF"[..], &b"WAVEfmt "[..], &b"data"[..]));
    assert_eq!((number(4), number(40)), (bytes.len() - 8, bytes.len() - 44));
    assert_eq!((number(24), number(28)), (8_000, 16_000));
    assert_eq!(audio.plan_ms(), run.session.snapshot().left_ms);
    assert_eq!(number(40) as u64 / 16, audio.plan_ms() + 2_000);
}

#[test]
fn volume_scales_like_that_of_the_other_sounds_and_nothing_is_clipped() {
    let run = Run::of(crate::run::default_plan());
    let loudest = |volume| {
        let audio = SessionAudio::new(&run.session, volume, tone_of).expect("has an end");
        samples(&audio).into_iter().map(i16::unsigned_abs).max().expect("is not empty")
    };
    assert_eq!(loudest(0), 0);
    assert!((15_000..=16_000).contains(&loudest(100)), "{}", loudest(100));
    assert!(loudest(50).abs_diff(loudest(100) / 4) < 40);
}

#[test]
fn own_pace_very_long_and_paused_sessions_have_none() {
    let at_own_pace = Plan::new(&Routine::hamstring(), &Options { own_pace: true, ..Options::default() });
    assert_eq!(SessionAudio::obstacle(&at_own_pace, 1), Some(NoTrack::OwnPace));
    assert!(SessionAudio::new(&Session::start(at_own_pace, 0, START), 70, tone_of).is_none());
    let plan = crate::run::default_plan();
    assert_eq!(SessionAudio::obstacle(&plan, SessionAudio::LONGEST_MS), None);
    assert_eq!(SessionAudio::obstacle(&plan, SessionAudio::LONGEST_MS + 1), Some(NoTrack::TooLong));
    let mut run = Run::of(crate::run::default_plan());
    run.command(Command::Extend(u64::MAX));
    assert_eq!(
        SessionAudio::new(&run.session, 70, tone_of).is_none(),
        run.session.snapshot().left_ms > SessionAudio::LONGEST_MS
    );
    run.command(Command::Pause);
    assert!(SessionAudio::new(&run.session, 70, tone_of).is_none(), "a pause is silent");
}
