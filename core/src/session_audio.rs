//! The cues of a session as one audio file, for people who put the phone away: it plays on while the screen
//! is locked, and how far it has played tells how far the session is. The file is uncompressed (WAV) and made
//! chunk by chunk.

use crate::cues::CueKind;
use crate::plan::Plan;
use crate::session::{Session, State};

/// A tone of a cue, which has one or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// When it begins, in milliseconds from the cue's instant.
    pub at_ms: u64,
    /// Its frequency, in hertz.
    pub hertz: u16,
    /// How long it lasts, in milliseconds.
    pub length_ms: u64,
}

/// Why a plan can't become one audio track.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTrack {
    /// Nobody knows how long it takes: the person goes at their own pace.
    OwnPace,
    /// It takes longer than [`SessionAudio::LONGEST_MS`].
    TooLong,
}

/// What a session sounds like from here to its end.
#[derive(Clone, Debug)]
pub struct SessionAudio {
    /// In order of time, from the beginning of the file.
    tones: Vec<Tone>,
    plan_ms: u64,
    /// The highest sample of a single tone.
    peak: f32,
}

/// How long a tone takes to reach its full volume, so that it doesn't click, in milliseconds.
const ATTACK_MS: u16 = 20;
/// How much longer the file is than the session, so that its last sound can end, in milliseconds.
const TAIL_MS: u64 = 2_000;

impl SessionAudio {
    /// Samples per millisecond, of 16 bits each: twice the highest overtone that a tone needs.
    pub const SAMPLES_PER_MS: u16 = 8;
    /// How long a chunk lasts, in milliseconds.
    pub const CHUNK_MS: u64 = 10_000;
    /// The longest session that becomes an audio file, in milliseconds: two hours are 115 MB.
    pub const LONGEST_MS: u64 = 7_200_000;
    /// How many bytes precede the first sample.
    pub const HEADER_BYTES: usize = 44;

    /// Why a plan of which this much is left, in milliseconds, can't become a track. `None` if it can.
    #[must_use]
    pub fn obstacle(plan: &Plan, left_ms: u64) -> Option<NoTrack> {
        if plan.is_estimate() {
            Some(NoTrack::OwnPace)
        } else {
            (left_ms > Self::LONGEST_MS).then_some(NoTrack::TooLong)
        }
    }

    /// What is left of a running session, with these tones for each kind of cue. `volume` is in percent.
    /// `None` if the session isn't running, or if there is an [obstacle](Self::obstacle).
    #[must_use]
    pub fn new(session: &Session, volume: u16, tones_of: impl Fn(CueKind) -> Vec<Tone>) -> Option<Self> {
        let now = session.snapshot();
        if now.state != State::Running || Self::obstacle(session.plan(), now.left_ms).is_some() {
            return None;
        }
        let mut tones = Vec::new();
        for (in_ms, cue) in session.cues_ahead(0, now.left_ms) {
            let in_ms = u64::try_from(in_ms).unwrap_or_default();
            tones.extend(
                tones_of(cue.kind).into_iter().map(|tone| Tone { at_ms: in_ms + tone.at_ms, ..tone }),
            );
        }
        let loudness = f32::from(volume) / 100.0;
        Some(Self { tones, plan_ms: now.left_ms, peak: 16_000.0 * loudness * loudness })
    }

    /// Milliseconds from its beginning to the end of the session.
    #[must_use]
    pub fn plan_ms(&self) -> u64 {
        self.plan_ms
    }

    /// The bytes of a chunk, counted from 0; the first chunk begins with the file's header. `None` beyond the
    /// last one.
    #[must_use]
    pub fn chunk(&self, index: u64) -> Option<Vec<u8>> {
        let length_ms = self.plan_ms + TAIL_MS;
        let from_ms = index * Self::CHUNK_MS;
        if from_ms >= length_ms {
            return None;
        }
        let until_ms = length_ms.min(from_ms + Self::CHUNK_MS);
        let mut samples = vec![0; samples_in(until_ms - from_ms)];
        for tone in &self.tones {
            if tone.at_ms < until_ms && tone.at_ms + tone.length_ms > from_ms {
                self.mix(&mut samples, from_ms, tone);
            }
        }
        let mut bytes = if index == 0 { header(length_ms) } else { Vec::new() };
        bytes.extend(samples.into_iter().flat_map(i16::to_le_bytes));
        Some(bytes)
    }

    /// Adds a tone to samples that begin at `from_ms`.
    fn mix(&self, samples: &mut [i16], from_ms: u64, tone: &Tone) {
        let step = f32::from(tone.hertz) * 2.0 / f32::from(Self::SAMPLES_PER_MS) / 1_000.0;
        let attack = 1.0 / f32::from(ATTACK_MS * Self::SAMPLES_PER_MS);
        let length = samples_in(tone.length_ms);
        #[expect(clippy::cast_precision_loss, reason = "tones are short")]
        let fade = 1.0 - 6.0 / length as f32;
        let (mut phase, mut rise, mut loudness) = (0.0_f32, 0.0_f32, self.peak);
        for index in 0..length {
            // A wave of two parabolas is close to a sine and needs neither a table nor a library.
            let wave = 4.0 * phase * (1.0 - phase.abs());
            phase += step;
            if phase >= 1.0 {
                phase -= 2.0;
            }
            if rise < 1.0 {
                rise += attack;
            } else {
                loudness *= fade;
            }
            // A tone that began in the chunk before is computed from its beginning, to continue where it was.
            let at = (samples_in(tone.at_ms) + index).checked_sub(samples_in(from_ms));
            if let Some(sample) = at.and_then(|at| samples.get_mut(at)) {
                #[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
                let added = (wave * rise.min(1.0) * loudness) as i16;
                *sample = sample.saturating_add(added);
            }
        }
    }
}

/// The number of samples in some time. Saturates where no session comes near.
fn samples_in(ms: u64) -> usize {
    usize::try_from(ms.saturating_mul(SessionAudio::SAMPLES_PER_MS.into())).unwrap_or(usize::MAX)
}

/// The header of a WAV file: 16-bit samples of one channel.
fn header(length_ms: u64) -> Vec<u8> {
    let data = u32::try_from(samples_in(length_ms) * 2).unwrap_or(u32::MAX);
    let rate = u32::from(SessionAudio::SAMPLES_PER_MS) * 1_000;
    let mut bytes = Vec::with_capacity(SessionAudio::HEADER_BYTES);
    bytes.extend(b"RIFF");
    bytes.extend((data.saturating_add(36)).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    bytes.extend(rate.to_le_bytes());
    bytes.extend((rate * 2).to_le_bytes());
    bytes.extend(b"\x02\0\x10\0data");
    bytes.extend(data.to_le_bytes());
    bytes
}
