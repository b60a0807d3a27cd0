//! Pocket mode: the session plays as one audio file, which goes on while the screen is locked, and how far that has played
//! is how far the session is. While the file is made, or where the browser plays none, the clock leads as always.

use supple_core::{ClockSample, Command, CueSettings, Session, SessionAudio, State};

use crate::browser::audio_player::{Playback, PlaybackEvent, tones};
use crate::browser::clock;

/// The audio of a session, if it has any.
#[derive(Default)]
pub(crate) struct BackgroundAudio {
    playback: Option<Playback>,
    /// The browser refused to play. It is not asked again in this session.
    is_refused: bool,
}

impl BackgroundAudio {
    /// How much of the session is left by what was heard of it, in milliseconds; `None` if nothing plays.
    fn left_ms(&self) -> Option<u64> {
        self.playback.as_ref()?.left_ms()
    }

    /// Whether it plays.
    pub(crate) fn plays(&self) -> bool {
        self.left_ms().is_some()
    }

    /// Lets time pass for a session: by its audio if that plays, else by the clock. Returns the present time.
    pub(crate) fn tick(&self, session: &mut Session) -> ClockSample {
        let at = clock::now();
        match self.left_ms() {
            Some(left_ms) => session.tick_until_left(left_ms, at),
            None => session.tick(at),
        }
        at
    }

    /// Follows the session after these commands: plays on or pauses. Returns the audio that has to be made if the session
    /// needs it from its present place: see [`BackgroundAudio::play`].
    pub(crate) fn follow(
        &mut self,
        session: &Session,
        settings: &CueSettings,
        commands: &[Command],
    ) -> Option<SessionAudio> {
        let has_moved = commands.iter().any(|command| !matches!(command, Command::Pause | Command::Resume));
        // The audio that was paused knows nothing of the time to get back into position.
        let resumes_hold = commands.contains(&Command::Resume) && session.snapshot().settling_ms > 0;
        if has_moved || resumes_hold || session.state() == State::Stopped {
            self.playback = None;
        }
        let is_running = session.state() == State::Running;
        if let Some(playback) = &self.playback {
            // The last notes of a complete session are played to their end.
            let is_paused = !is_running && session.state() != State::Complete;
            if playback.set_paused(is_paused) {
                return None;
            }
            self.playback = None;
        }
        if is_running && settings.pocket && !self.is_refused {
            return SessionAudio::new(session, settings.volume, tones);
        }
        None
    }

    /// Makes the audio and plays it from where `left_ms`, in milliseconds, says when that is done.
    pub(crate) fn play(
        &mut self,
        audio: SessionAudio,
        left_ms: impl Fn() -> u64 + 'static,
        on_event: impl FnMut(PlaybackEvent) + 'static,
    ) {
        let plan_ms = audio.plan_ms();
        let start_ms = move || plan_ms.saturating_sub(left_ms());
        self.playback = Some(Playback::new(audio, start_ms, on_event));
    }

    /// Gives up for this session, because the browser refused.
    pub(crate) fn refuse(&mut self) {
        *self = Self { playback: None, is_refused: true };
    }
}
