//! Pocket mode: the session plays as one track, which goes on while the screen is locked, and how far that has played is how far
//! the session is. While a track is made, or where the browser plays none, the session goes by the clock as always.

use supple_core::{Carriers, Command, Reading, Session, State, Track};

use crate::browser::clock;
use crate::browser::track::{Heard, Playing, tones};
use crate::text;
use crate::widget::{Model, Widget};

/// What belongs to pocket mode.
#[derive(Default)]
pub(crate) struct Pocket {
    playing: Option<Playing>,
    /// The browser refused; it is not asked again in this session.
    is_refused: bool,
}

impl Pocket {
    /// How much of the session is left by what was heard of its track, in milliseconds; nothing if none plays.
    fn left_ms(&self) -> Option<u64> {
        self.playing.as_ref()?.left_ms()
    }

    /// Lets time pass for a session: by its track if it has one, else by the clock. Gives the reading of now.
    pub(crate) fn tick(&self, session: &mut Session) -> Reading {
        let at = clock::now();
        match self.left_ms() {
            Some(left_ms) => session.tick_until_left(left_ms, at),
            None => session.tick(at),
        }
        at
    }

    /// The settings for the other carriers: what plays needs no other sound, and no screen that stays on.
    pub(crate) fn beside(&self, carriers: &Carriers) -> Carriers {
        let plays = self.left_ms().is_some();
        Carriers { volume: if plays { 0 } else { carriers.volume }, pocket: plays, ..carriers.clone() }
    }
}

impl Widget {
    /// Lets the track follow the session after these commands: it plays on, rests, or is made anew.
    pub(crate) fn follow_with_track(self, commands: &[Command]) {
        let is_elsewhere =
            commands.iter().any(|command| !matches!(command, Command::Pause | Command::Resume));
        let mut model = self.model_mut();
        let Model { session: Some(session), pocket, carriers, .. } = &mut *model else { return };
        if is_elsewhere || session.state() == State::Stopped {
            pocket.playing = None;
        }
        let is_running = session.state() == State::Running;
        if let Some(playing) = &pocket.playing {
            // What is complete sounds out.
            if playing.hold(!is_running && session.state() != State::Complete) {
                return;
            }
            pocket.playing = None;
        }
        if is_running && carriers.pocket && !pocket.is_refused {
            let track = Track::new(session, carriers.volume, tones);
            drop(model);
            if let Some(track) = track {
                self.play(track);
            }
        }
    }

    fn play(self, track: Track) {
        let plan_ms = track.plan_ms();
        let start = move || {
            let left_ms = self.snapshot_now().map_or(0, |now| now.left_ms);
            plan_ms.saturating_sub(left_ms) as f64
        };
        let hear = move |heard| match heard {
            _ if self.is_gone() => {}
            Heard::Playing => self.carry(None),
            Heard::Paused => self.command(Command::Pause),
            Heard::Time => self.wake(),
            Heard::Refused => self.track_refused(),
        };
        let playing = Playing::new(track, start, hear);
        self.model_mut().pocket.playing = Some(playing);
    }

    fn track_refused(self) {
        self.model_mut().pocket = Pocket { playing: None, is_refused: true };
        self.say(text::NO_TRACK.to_owned());
        self.carry(None);
    }
}
