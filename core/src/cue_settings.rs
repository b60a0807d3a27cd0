//! How a person wants to notice cues: by sound, by a voice, by vibration, by a flash of the screen's edge.

use serde::{Deserialize, Deserializer, Serialize};

/// The highest volume, in percent.
const VOLUME_MAX: u16 = 100;
/// Range of the speed of a voice, in percent of its usual one.
pub const VOICE_PERCENT: (u16, u16) = (50, 200);

/// How much a voice says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verbosity {
    /// Nothing.
    Off,
    /// What to do and which leg.
    #[default]
    Short,
    /// The key to each exercise as well.
    Full,
}

impl Verbosity {
    /// All of them, the least talkative first.
    pub const ALL: [Self; 3] = [Self::Off, Self::Short, Self::Full];

    /// Its name, as it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

/// How cues reach the person on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CueSettings {
    /// Volume of the sounds in percent, from 0 for off to 100.
    #[serde(deserialize_with = "volume")]
    pub volume: u16,
    /// How much the voice says.
    pub voice: Verbosity,
    /// Which voice, by the name the browser gives it. Empty for the browser's own choice.
    pub voice_name: String,
    /// How fast the voice speaks, in percent within [`VOICE_PERCENT`].
    #[serde(deserialize_with = "rate")]
    pub rate: u16,
    /// Whether the device vibrates.
    #[serde(default)]
    pub vibration: bool,
    /// Whether the edge of the screen flashes.
    #[serde(default)]
    pub flash: bool,
    /// Whether the seconds of a hold swell and shrink in a rhythm to breathe in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub breathing: bool,
    /// Pocket mode: the session is one audio file, which plays on while the screen is locked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pocket: bool,
    /// Whether sounds come through an iPhone's silent switch, which may stop the person's music.
    #[serde(default, rename = "silent")]
    pub through_silent_switch: bool,
    /// Whether sounds and voice are off for now, whatever was chosen. It isn't stored.
    #[serde(skip)]
    pub muted: bool,
}

impl Default for CueSettings {
    fn default() -> Self {
        Self {
            volume: 70,
            voice: Verbosity::default(),
            voice_name: String::new(),
            rate: 100,
            vibration: true,
            flash: false,
            breathing: false,
            pocket: false,
            through_silent_switch: false,
            muted: false,
        }
    }
}

impl CueSettings {
    /// Whether anything was chosen that can be heard.
    #[must_use]
    pub fn is_audible(&self) -> bool {
        self.volume > 0 || self.voice != Verbosity::Off
    }

    /// What is to be heard of it now.
    #[must_use]
    pub fn heard(self) -> Self {
        if self.muted { Self { volume: 0, voice: Verbosity::Off, ..self } } else { self }
    }
}

/// Reads a volume; one out of range becomes the nearest one in range.
fn volume<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    Ok(u16::deserialize(deserializer)?.min(VOLUME_MAX))
}

/// Reads a speed; one out of range becomes the nearest one in range.
fn rate<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    Ok(u16::deserialize(deserializer)?.clamp(VOICE_PERCENT.0, VOICE_PERCENT.1))
}
