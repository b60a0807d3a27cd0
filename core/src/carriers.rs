//! How a person wants to be told of cues: by sound, by a voice, by vibration, by a flash of the screen's edge.

/// Range of the speed of a voice, in percent of its usual one.
pub const VOICE_PERCENT: (u16, u16) = (50, 200);

/// How much a voice says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wordiness {
    /// Nothing.
    Off,
    /// What to do and which leg.
    #[default]
    Short,
    /// The key to each exercise as well.
    Full,
}

impl Wordiness {
    /// All of them, the fewest words first.
    pub const ALL: [Self; 3] = [Self::Off, Self::Short, Self::Full];

    /// Its name, as it is kept.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

/// What carries the cues to the person, on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carriers {
    /// Loudness of the sounds in percent; 0 is off.
    pub volume: u16,
    /// What the voice says.
    pub voice: Wordiness,
    /// Which voice, by the name that the browser gives it; empty for the browser's own choice.
    pub voice_name: String,
    /// How fast it speaks, within [`VOICE_PERCENT`].
    pub rate: u16,
    /// Whether the device vibrates.
    pub vibration: bool,
    /// Whether the edge of the screen flashes.
    pub flash: bool,
    /// Pocket mode: the session is one track, which plays on while the screen is locked.
    pub pocket: bool,
    /// Whether sounds come through an iPhone's silent switch, which may stop the person's music.
    pub silent: bool,
}

impl Default for Carriers {
    fn default() -> Self {
        Self {
            volume: 70,
            voice: Wordiness::default(),
            voice_name: String::new(),
            rate: 100,
            vibration: true,
            flash: false,
            pocket: false,
            silent: false,
        }
    }
}
