//! Runs a session: commands and time go in; at each change the session is saved, the timers are set, and cues and events
//! go out. The session itself (`supple_core::Session`) decides what happens.

pub(crate) mod hurts;
mod saving;
mod starting;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use supple_core::{
    Command, Cue, Feeling, HEARTBEAT_MS, Options, Outcome, PhaseKind, Progress, Session, SessionAudio,
    SessionRecord, Snapshot, State, WeekGain, week,
};

use crate::background_audio::BackgroundAudio;
use crate::browser::audio_player::PlaybackEvent;
use crate::browser::clock;
use crate::browser::locks::{self, Lock};
use crate::browser::title::TabTitle;
use crate::cue_dispatch::CueDispatch;
use crate::events::{self, WidgetEvent};
use crate::host::Detail;
use crate::state::{AppState, Screen, Summary};
use crate::unfinished::UnfinishedSessions;

/// What belongs to a running session but not to the core: its record, timers, the lock, the tab's title, its audio.
#[derive(Default)]
struct Run {
    record: Option<SessionRecord>,
    options: Options,
    wake: Option<Timeout>,
    heartbeat: Option<Timeout>,
    /// When the session was last saved as alive, on the monotonic clock, in milliseconds.
    alive_ms: u64,
    title: Option<TabTitle>,
    lock: Option<Lock>,
    audio: BackgroundAudio,
}

/// Runs the sessions of one widget. Components find it in the context.
#[derive(Clone, Copy)]
pub(crate) struct SessionController {
    state: AppState,
    cues: CueDispatch,
    unfinished: UnfinishedSessions,
    run: StoredValue<Run, LocalStorage>,
}

impl SessionController {
    pub(crate) fn new(state: AppState) -> Self {
        Self {
            state,
            cues: CueDispatch::new(state),
            unfinished: UnfinishedSessions::new(state),
            run: StoredValue::new_local(Run::default()),
        }
    }

    /// Where the cues go.
    pub(crate) fn cues(self) -> CueDispatch {
        self.cues
    }

    /// Looks for a session that was left unfinished.
    pub(crate) fn look_for_unfinished(self) {
        self.unfinished.look();
    }

    fn run_session(self, session: Session, record: SessionRecord, options: Options) {
        let cue = session.cue_since(None);
        self.state.leftover.set(None);
        self.state.session.set(Some(session));
        self.run.update_value(|run| {
            run.record = Some(record);
            run.options = options;
        });
        self.state.show(Screen::Player);
        self.tell_obstacle();
        self.follow_with_audio(&[]);
        self.schedule();
        self.cues.update(cue, true, clock::now());
    }

    fn keep_lock(self, lock: Option<Lock>) {
        if !self.state.is_unmounted() {
            self.run.update_value(|run| run.lock = lock);
        }
    }

    /// Carries out what the person asks of the session.
    pub(crate) fn command(self, command: Command) {
        if command == Command::Resume && self.state.session_state() == Some(State::Stopped) {
            let id = self.session_id().unwrap_or_default();
            locks::retake(&self.unfinished.lock_name(&id), move |lock| self.keep_lock(lock));
        }
        self.advance(&[command]);
    }

    /// It hurts: everything stops. In a hold, it is noted, and the person chooses how to go on; in a move the pause offers
    /// that.
    pub(crate) fn too_much(self) {
        let kind = self.state.session.with_untracked(|session| Some(session.as_ref()?.phase()?.kind));
        if kind.is_some_and(PhaseKind::is_logged) {
            self.count_hurt();
        }
        match kind {
            Some(PhaseKind::Hold) => {
                self.command(Command::TooMuch);
                self.save(); // in a pause nothing else has changed
                self.state.show(Screen::TooMuch);
            }
            Some(PhaseKind::Move) => self.command(Command::Pause),
            Some(PhaseKind::Prepare | PhaseKind::Switch | PhaseKind::Recover) | None => {}
        }
    }

    /// Pauses what runs; ends the session if it stands still already.
    pub(crate) fn pause_or_stop(self) {
        let is_running = self.state.session_state() == Some(State::Running);
        self.command(if is_running { Command::Pause } else { Command::Stop });
    }

    /// Goes on after "too much", in the way that the person chose.
    pub(crate) fn go_on(self, way: Command) {
        self.advance(&[Command::Resume, way]);
    }

    /// Pauses what runs, resumes what doesn't.
    pub(crate) fn pause_or_resume(self) {
        let is_running = self.state.session_state() == Some(State::Running);
        self.command(if is_running { Command::Pause } else { Command::Resume });
    }

    /// Another routine on the page begins to run: pauses, and says why.
    pub(crate) fn give_way(self) {
        self.command(Command::Pause);
        self.state.notify(self.state.messages.notice_gave_way().to_owned());
    }

    /// The page is going away: pauses, so that the position is exact when the person comes back.
    pub(crate) fn leave(self) {
        if self.state.session_state() == Some(State::Running) {
            self.command(Command::Pause);
        }
    }

    /// The page was hidden or is to be seen again: on a phone, that may be the last there is to hear.
    pub(crate) fn visibility_changed(self) {
        self.save_alive();
        if let Some(session) = self.state.session.read_untracked().as_ref() {
            self.show_title(session);
        }
    }

    /// How the session looks right now, between two wakes.
    pub(crate) fn snapshot_now(self) -> Option<Snapshot> {
        let mut session = self.state.session.get_untracked()?;
        self.run.with_value(|run| run.audio.tick(&mut session));
        Some(session.snapshot())
    }

    /// How the widget is right now.
    pub(crate) fn detail(self) -> Detail {
        events::detail(self.state, self.snapshot_now(), self.session_id())
    }

    fn session_id(self) -> Option<String> {
        self.run.with_value(|run| run.record.as_ref().map(|record| record.id.clone()))
    }

    /// Leaves the finish screen. The session is over for good.
    pub(crate) fn close(self, screen: Screen) {
        self.state.session.set(None);
        self.run.update_value(|run| {
            run.record = None;
            run.audio = BackgroundAudio::default();
        });
        self.cues.set_plays_audio(false);
        self.state.show(screen);
        self.cues.send(None);
        self.emit(WidgetEvent::Close);
        self.unfinished.look();
    }

    /// Time has passed, and the person has asked for nothing.
    fn wake(self) {
        self.advance(&[]);
    }

    /// Lets time pass and commands change the session, then saves, schedules and tells what is new.
    fn advance(self, commands: &[Command]) {
        let advanced = self.state.session.try_update(|session| {
            let session = session.as_mut()?;
            let before = session.snapshot();
            let at = self.run.with_value(|run| run.audio.tick(session));
            for command in commands {
                session.command(*command, at);
            }
            Some((before, session.snapshot(), session.cue_since(Some(&before))))
        });
        if let Some((before, after, cue)) = advanced.flatten() {
            self.follow_with_audio(commands);
            self.advanced(before, after, cue);
        }
    }

    fn advanced(self, before: Snapshot, after: Snapshot, cue: Option<Cue>) {
        let has_turned = before.turn != after.turn;
        let has_changed =
            has_turned || (before.state, before.duration_ms) != (after.state, after.duration_ms);
        self.cues.update(cue, has_changed, clock::now());
        if has_changed {
            self.save();
        } else {
            self.save_alive_if_due();
        }
        self.schedule();
        // Whatever stood in the player's place has been answered.
        let goes_on = after.state == State::Running || has_turned && !after.state.is_over();
        if goes_on && self.state.screen.get_untracked() != Screen::Player {
            self.state.show(Screen::Player);
        }
        if has_turned && after.state != State::Complete {
            self.emit(WidgetEvent::Phase);
        }
        if after.state != before.state {
            self.state_changed(after.state);
        }
    }

    fn state_changed(self, state: State) {
        if self.state.is_unmounted() {
            return;
        }
        self.state.withdraw_notice(self.state.messages.notice_gave_way());
        match state {
            State::Running => self.emit(WidgetEvent::Resume),
            State::Paused | State::Away => self.emit(WidgetEvent::Pause),
            State::Stopped | State::Complete => {
                let summary = self.summarise();
                let has_summary = summary.is_some();
                self.state.summary.set(summary);
                if has_summary {
                    self.state.show(Screen::Finish);
                }
                self.emit(WidgetEvent::Complete);
                // Where nothing was done there is nothing to look at.
                if !has_summary && !self.state.is_unmounted() {
                    self.close(Screen::Overview);
                }
            }
        }
    }

    /// What the session came to; `None` if nothing was done in it.
    fn summarise(self) -> Option<Summary> {
        let log = self.state.with_store(|store, now_ms| {
            let log = store.log(now_ms);
            store.archive(now_ms);
            log
        });
        let record = self.run.with_value(|run| run.record.clone())?;
        let (can_resume, has_holds) = self.state.session.with_untracked(|session| {
            let session = session.as_ref()?;
            let has_holds = session.plan().phases.iter().any(|phase| phase.kind == PhaseKind::Hold);
            Some((session.state() == State::Stopped, has_holds))
        })?;
        let today = clock::today();
        let outcome = Outcome::of(&record, &log, today, can_resume, has_holds)?;
        let week = week(&log, today, self.state.first_weekday);
        let gain = WeekGain::of(&log, &record.id, today, self.state.first_weekday);
        Some(Summary { progress: Progress::of(&log, today), record, outcome, week, gain })
    }

    /// The person says how it felt, or takes that back. It belongs to the session that has just ended.
    pub(crate) fn say_feeling(self, feeling: Option<Feeling>) {
        let record = self.run.try_update_value(|run| {
            let record = run.record.as_mut()?;
            record.feeling = feeling;
            Some(record.clone())
        });
        if let Some(record) = record.flatten() {
            self.state.with_store(|store, _| store.save_record(&record));
        }
    }

    /// Sets the timers for what comes next, and none where nothing does.
    fn schedule(self) {
        let session = self.state.session.read_untracked();
        let Some(session) = session.as_ref() else { return };
        let next = session.next_change_ms().map(|change_ms| {
            let cues = session.cues_ahead(0, change_ms);
            let cue_ms = cues.iter().find_map(|(in_ms, _)| u64::try_from(*in_ms).ok().filter(|ms| *ms > 0));
            cue_ms.map_or(change_ms, |ms| ms.min(change_ms))
        });
        let next = next.and_then(|ms| u32::try_from(ms).ok());
        self.run.update_value(|run| {
            run.wake = next.map(|ms| Timeout::new(ms, move || self.wake()));
            // Mostly something changes sooner, and the heartbeat goes along with that.
            let needs_heartbeat = next.is_some_and(|ms| ms > HEARTBEAT_MS);
            run.heartbeat = needs_heartbeat.then(|| Timeout::new(HEARTBEAT_MS, move || self.save_alive()));
            if session.state().is_over() {
                run.title = None;
                run.lock = None;
            }
        });
        self.show_title(session);
    }

    /// Shows in the tab's title where the session stands, while it is not over. The title needn't change every second while
    /// the page can be seen.
    fn show_title(self, session: &Session) {
        if session.state().is_over() {
            return;
        }
        let document = self.state.host().document();
        let title = self.state.messages.tab_title(session.plan(), &session.snapshot(), document.hidden());
        self.run.update_value(|run| run.title.get_or_insert_with(TabTitle::borrow).show(document, &title));
    }

    /// Lets the audio follow the session after these commands: it plays on, pauses, or is made again.
    fn follow_with_audio(self, commands: &[Command]) {
        let audio = self.state.session.with_untracked(|session| {
            let session = session.as_ref()?;
            let settings = self.state.cue_settings.get_untracked().heard();
            self.run.try_update_value(|run| run.audio.follow(session, &settings, commands))?
        });
        if let Some(audio) = audio {
            let left_ms = move || self.snapshot_now().map_or(0, |now| now.left_ms);
            self.run.update_value(|run| run.audio.play(audio, left_ms, move |event| self.audio_event(event)));
        }
        self.cues.set_plays_audio(self.run.with_value(|run| run.audio.plays()));
    }

    /// Says it if the person has chosen pocket mode and this session can't have it.
    fn tell_obstacle(self) {
        let obstacle = self.state.session.with_untracked(|session| {
            let session = session.as_ref()?;
            let is_chosen = self.state.cue_settings.with_untracked(|settings| settings.pocket);
            is_chosen.then(|| SessionAudio::obstacle(session.plan(), session.snapshot().left_ms)).flatten()
        });
        if let Some(obstacle) = obstacle {
            self.state.notify(self.state.messages.no_track(obstacle).to_owned());
        }
    }

    fn audio_event(self, event: PlaybackEvent) {
        if self.state.is_unmounted() {
            return;
        }
        match event {
            PlaybackEvent::Started => {
                self.cues.set_plays_audio(true);
                self.cues.send(None);
            }
            PlaybackEvent::PausedByDevice => self.command(Command::Pause),
            PlaybackEvent::Progressed => self.wake(),
            PlaybackEvent::Refused => {
                self.run.update_value(|run| run.audio.refuse());
                self.cues.set_plays_audio(false);
                self.state.notify(self.state.messages.cues_no_audio().to_owned());
                self.cues.send(None);
            }
        }
    }

    /// Tells the page around. Its listeners may command at once, so nothing is borrowed meanwhile.
    fn emit(self, event: WidgetEvent) {
        // A listener of the event before may have removed the widget.
        if self.state.is_unmounted() {
            return;
        }
        self.state.host().event(event.name(), &self.detail());
    }
}
