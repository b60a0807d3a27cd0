//! Cues as one track of sound, for who puts the phone away: what plays goes on while the screen is locked, and how far it has
//! played says how far the session is. Uncompressed (WAV), and made a slice at a time.

use crate::{CueKind, Session, State};

/// A tone of a cue; a cue has one or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// When it begins, in milliseconds from the cue's instant.
    pub at_ms: u64,
    /// Its frequency, in hertz.
    pub hertz: u16,
    /// How long it is, in milliseconds.
    pub length_ms: u64,
}

/// A session from here to its end, as it sounds.
#[derive(Clone, Debug)]
pub struct Track {
    /// In order of time, from the track's beginning.
    tones: Vec<Tone>,
    plan_ms: u64,
    /// The highest sample of one tone.
    peak: f32,
}

/// How quickly a tone comes, so that it doesn't click, in milliseconds.
const ATTACK_MS: u16 = 20;
/// How much longer the track is than the session, so that its last sound ends, in milliseconds.
const TAIL_MS: u64 = 2_000;

impl Track {
    /// Samples in a millisecond, of 16 bits each. Twice the highest overtone that a tone needs.
    pub const SAMPLES_A_MS: u16 = 8;
    /// How long a slice is, in milliseconds.
    pub const SLICE_MS: u64 = 10_000;
    /// A session of which more is left has no track, in milliseconds: two hours are 115 MB.
    pub const LONGEST_MS: u64 = 7_200_000;
    /// Bytes before the first sample.
    pub const HEADER: usize = 44;

    /// The track of what is left of a session that runs, with the tones of each kind of cue. `volume` is in percent. `None` where
    /// nobody knows when it ends ([`Phase::open`](crate::Phase::open)), or that is too far ahead.
    #[must_use]
    pub fn new(session: &Session, volume: u16, tones_of: impl Fn(CueKind) -> Vec<Tone>) -> Option<Self> {
        let now = session.snapshot();
        if now.state != State::Running || session.plan().is_estimate() || now.left_ms > Self::LONGEST_MS {
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

    /// From its beginning to the end of the session, in milliseconds.
    #[must_use]
    pub fn plan_ms(&self) -> u64 {
        self.plan_ms
    }

    /// The bytes of a slice, counted from 0: those before the first begin with the file's header. `None` beyond the last.
    #[must_use]
    pub fn slice(&self, index: u64) -> Option<Vec<u8>> {
        let length_ms = self.plan_ms + TAIL_MS;
        let from_ms = index * Self::SLICE_MS;
        if from_ms >= length_ms {
            return None;
        }
        let until_ms = length_ms.min(from_ms + Self::SLICE_MS);
        let mut samples = vec![0; places(until_ms - from_ms)];
        for tone in &self.tones {
            if tone.at_ms < until_ms && tone.at_ms + tone.length_ms > from_ms {
                self.add(&mut samples, from_ms, tone);
            }
        }
        let mut bytes = if index == 0 { header(length_ms) } else { Vec::new() };
        bytes.extend(samples.into_iter().flat_map(i16::to_le_bytes));
        Some(bytes)
    }

    /// Adds a tone to the samples that begin at `from_ms`.
    fn add(&self, samples: &mut [i16], from_ms: u64, tone: &Tone) {
        let step = f32::from(tone.hertz) * 2.0 / f32::from(Self::SAMPLES_A_MS) / 1_000.0;
        let attack = 1.0 / f32::from(ATTACK_MS * Self::SAMPLES_A_MS);
        let length = places(tone.length_ms);
        #[expect(clippy::cast_precision_loss, reason = "tones are short")]
        let fade = 1.0 - 6.0 / length as f32;
        let (mut phase, mut rise, mut loudness) = (0.0_f32, 0.0_f32, self.peak);
        for place in 0..length {
            // A wave of two parabolas: all but a sine, without a table or a library for that.
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
            // What began in the slice before is gone through from its beginning, to be where it is.
            let at = (places(tone.at_ms) + place).checked_sub(places(from_ms));
            if let Some(sample) = at.and_then(|at| samples.get_mut(at)) {
                #[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
                let added = (wave * rise.min(1.0) * loudness) as i16;
                *sample = sample.saturating_add(added);
            }
        }
    }
}

/// How many samples some time is. Saturates where no such track is made.
fn places(ms: u64) -> usize {
    usize::try_from(ms.saturating_mul(Track::SAMPLES_A_MS.into())).unwrap_or(usize::MAX)
}

/// What a WAV file begins with: whole samples of one channel.
fn header(length_ms: u64) -> Vec<u8> {
    let data = u32::try_from(places(length_ms) * 2).unwrap_or(u32::MAX);
    let rate = u32::from(Track::SAMPLES_A_MS) * 1_000;
    let mut bytes = Vec::with_capacity(Track::HEADER);
    bytes.extend(b"RIFF");
    bytes.extend((data.saturating_add(36)).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    bytes.extend(rate.to_le_bytes());
    bytes.extend((rate * 2).to_le_bytes());
    bytes.extend(b"\x02\0\x10\0data");
    bytes.extend(data.to_le_bytes());
    bytes
}
