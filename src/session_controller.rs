//! Runs a session: commands and time go in; at each change the session is saved, the timers are set, and cues and events
//! go out. The session itself (`supple_core::Session`) decides what happens.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use supple_core::{
    Alive, Command, Cue, HEARTBEAT_MS, Options, Plan, Position, Progress, Session, SessionRecord, Snapshot,
    State, Unfinished,
};

use crate::background_audio::BackgroundAudio;
use crate::browser::audio_player::PlaybackEvent;
use crate::browser::locks::{self, Lock};
use crate::browser::title::TabTitle;
use crate::browser::{clock, id};
use crate::cue_dispatch::CueDispatch;
use crate::events::{self, WidgetEvent};
use crate::host::Detail;
use crate::state::{AppState, Leftover, Screen, Summary};
use crate::unfinished::UnfinishedSessions;

/// What belongs to a running session but not to the core: its record, timers, the lock, the tab's title, its audio.
#[derive(Default)]
struct Run {
    record: Option<SessionRecord>,
    options: Options,
    wake: Option<Timeout>,
    heartbeat: Option<Timeout>,
    title: Option<TabTitle>,
    lock: Option<Lock>,
    audio: BackgroundAudio,
}

/// Runs the sessions of one widget. Components find it in the context: [`use_session_controller`].
#[derive(Clone, Copy)]
pub(crate) struct SessionController {
    state: AppState,
    cues: CueDispatch,
    unfinished: UnfinishedSessions,
    run: StoredValue<Run, LocalStorage>,
}

/// The controller of the widget in which a component is.
pub(crate) fn use_session_controller() -> SessionController {
    #[expect(clippy::expect_used, reason = "App provides it before it shows anything")]
    use_context::<SessionController>().expect("components are shown inside App")
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

    /// Starts at an exercise, an index into the plan. The safety notice comes first, once. A session that is under way is
    /// resumed instead.
    pub(crate) fn start(self, exercise: usize) {
        if self.state.session_state().is_some_and(|state| !state.is_over()) {
            return self.command(Command::Resume);
        }
        if self.state.plan.with_untracked(|plan| plan.phases.is_empty()) {
            return;
        }
        if self.state.with_store(supple_core::Store::safety_was_read) {
            self.begin(exercise);
        } else {
            self.state.show(Screen::Safety { exercise });
        }
    }

    /// The person has read the safety notice: starts the session that it was shown for.
    pub(crate) fn accept_safety(self) {
        self.state.with_store(|store, _| store.save_safety_was_read());
        if let Screen::Safety { exercise } = self.state.screen.get_untracked() {
            self.begin(exercise);
        }
    }

    fn begin(self, exercise: usize) {
        self.discard_leftover();
        let at = clock::now();
        let plan = self.state.plan.get_untracked();
        let id = format!("{}-{}", at.wall_ms, id::random());
        let record = new_record(id, plan.routine.clone(), at.wall_ms, clock::offset_min());
        // It is saved once it is locked: another tab that finds it must find the lock taken.
        locks::take(&self.unfinished.lock_name(&record.id), move |lock| {
            self.keep_lock(lock);
            if !self.state.is_unmounted() {
                self.save();
            }
        });
        self.run_session(Session::start(plan, exercise, at), record, self.state.options.get_untracked());
        self.emit(WidgetEvent::Start);
        self.emit(WidgetEvent::Phase);
    }

    /// Resumes the session that was left unfinished. It is paused until the person says so.
    pub(crate) fn resume_leftover(self) {
        let Some(Leftover::Offered(unfinished)) = self.state.leftover.get_untracked() else { return };
        locks::take(&self.unfinished.lock_name(&unfinished.id.clone()), move |lock| {
            if self.state.is_unmounted() {
                return;
            }
            if lock.is_none() {
                self.unfinished.look();
            } else if let Some((session, record)) = self.restore(&unfinished) {
                self.keep_lock(lock);
                self.run_session(session, record, unfinished.options);
                // Saving the same text again would be no news to other tabs.
                self.state.with_store(|store, _| store.forget_unfinished(&unfinished.id));
                self.save();
            } else {
                self.state.notify(self.state.messages.leftover_routine_changed().to_owned());
                self.discard(&unfinished);
                self.state.leftover.set(None);
            }
        });
    }

    /// Gives up the session that was left unfinished: it goes into the log as stopped early.
    pub(crate) fn discard_leftover(self) {
        if let Some(Leftover::Offered(unfinished)) = self.state.leftover.get_untracked() {
            self.discard(&unfinished);
        }
        self.state.leftover.set(None);
        self.unfinished.look();
    }

    fn discard(self, unfinished: &Unfinished) {
        let at = clock::now();
        let restored = self.restore(unfinished);
        self.state.with_store(|store, _| {
            if let Some((mut session, mut record)) = restored {
                session.command(Command::Stop, at);
                record.ended_ms = Some(at.wall_ms);
                record.entries = session.entries().to_vec();
                store.save_record(&record);
            }
            store.forget_unfinished(&unfinished.id);
        });
    }

    /// Lays out the same plan again. `None` if the routine is no longer what it was.
    fn restore(self, unfinished: &Unfinished) -> Option<(Session, SessionRecord)> {
        let at = clock::now();
        let plan = Plan::new(&self.state.routine(), &unfinished.options);
        if plan.total_ms() != unfinished.plan_ms || unfinished.position.phase >= plan.phases.len() {
            return None;
        }
        let Unfinished { id, routine, started_ms, offset_min, position, .. } = unfinished.clone();
        let kept = self.state.with_store(|store, now_ms| store.record(&id, now_ms));
        let record = kept.unwrap_or_else(|| new_record(id, routine, started_ms, offset_min));
        let position = if record.entries.len() > unfinished.entries {
            // A crash came between writing the log and writing the position: what is in the log is not done twice.
            Position { phase: position.phase + 1, ..Position::default() }
        } else {
            position
        };
        let session = Session::paused_at(plan, position, record.entries.clone(), started_ms, at);
        Some((session, record))
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

    /// It hurts: everything stops, and the person chooses how to go on.
    pub(crate) fn too_much(self) {
        if self.state.session.with_untracked(|session| session.as_ref().is_some_and(Session::is_in_hold)) {
            self.command(Command::TooMuch);
            self.save(); // in a pause nothing else has changed
            self.state.show(Screen::TooMuch);
        }
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

    /// Saves the exact position of a running session, in case the page is never heard of again.
    pub(crate) fn save_alive(self) {
        let at = clock::now();
        let position = self.state.session.with_untracked(|session| {
            let session = session.as_ref().filter(|session| session.state() == State::Running)?;
            Some(session.position_at(at))
        });
        if let (Some(Position { phase, elapsed_ms, .. }), Some(id)) = (position, self.session_id()) {
            self.state.with_store(|store, _| {
                store.save_alive(&id, Alive { phase, elapsed_ms, wall_ms: at.wall_ms });
            });
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
        let has_changed = has_turned || (before.state, before.duration_ms) != (after.state, after.duration_ms);
        self.cues.update(cue, has_changed, clock::now());
        if has_changed {
            self.save();
        } else {
            self.save_alive();
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
        self.state.withdraw_notice(self.state.messages.notice_gave_way());
        match state {
            State::Running => self.emit(WidgetEvent::Resume),
            State::Paused | State::Away => self.emit(WidgetEvent::Pause),
            State::Stopped | State::Complete => {
                self.summarise();
                self.state.show(Screen::Finish);
                self.emit(WidgetEvent::Complete);
            }
        }
    }

    fn summarise(self) {
        let log = self.state.with_store(|store, now_ms| {
            let log = store.log(now_ms);
            store.archive(now_ms);
            log
        });
        let progress = Progress::of(&log, clock::today());
        let record = self.run.with_value(|run| run.record.clone());
        self.state.summary.set(record.map(|record| Summary { record, progress }));
    }

    /// Saves the log and the position of the session. Both cost the same however long the history is.
    fn save(self) {
        let saved = self.state.session.with_untracked(|session| {
            let session = session.as_ref()?;
            self.run.try_update_value(|run| {
                let record = run.record.as_mut()?;
                let is_over = session.state().is_over();
                record.entries = session.entries().to_vec();
                record.ended_ms = is_over.then(|| clock::now().wall_ms);
                record.complete = session.is_complete();
                let unfinished = (!is_over).then(|| Unfinished {
                    id: record.id.clone(),
                    routine: record.routine.clone(),
                    options: run.options.clone(),
                    position: session.position(),
                    entries: record.entries.len(),
                    plan_ms: session.plan().total_ms(),
                    started_ms: record.started_ms,
                    offset_min: record.offset_min,
                });
                Some((record.clone(), unfinished))
            })?
        });
        let Some((record, unfinished)) = saved else { return };
        self.state.with_store(|store, _| {
            store.save_record(&record);
            match &unfinished {
                Some(unfinished) => store.save_unfinished(unfinished),
                None => store.forget_unfinished(&record.id),
            }
        });
        self.save_alive();
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
            // Each second is a heartbeat by itself.
            let needs_heartbeat = next.is_some_and(|ms| ms > HEARTBEAT_MS);
            run.heartbeat = needs_heartbeat.then(|| Timeout::new(HEARTBEAT_MS, move || self.save_alive()));
            if session.state().is_over() {
                run.title = None;
                run.lock = None;
            } else {
                let title = self.state.messages.tab_title(session.plan(), &session.snapshot());
                run.title.get_or_insert_with(TabTitle::borrow).show(&title);
            }
        });
    }

    /// Lets the audio follow the session after these commands: it plays on, pauses, or is made again.
    fn follow_with_audio(self, commands: &[Command]) {
        let audio = self.state.session.with_untracked(|session| {
            let session = session.as_ref()?;
            let settings = self.state.cue_settings.read_untracked();
            self.run.try_update_value(|run| run.audio.follow(session, &settings, commands))?
        });
        if let Some(audio) = audio {
            let left_ms = move || self.snapshot_now().map_or(0, |now| now.left_ms);
            self.run.update_value(|run| run.audio.play(audio, left_ms, move |event| self.audio_event(event)));
        }
        self.cues.set_plays_audio(self.run.with_value(|run| run.audio.plays()));
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
        self.state.host().event(event.name(), &self.detail());
    }
}

fn new_record(id: String, routine: String, started_ms: u64, offset_min: i32) -> SessionRecord {
    let (ended_ms, complete, entries) = (None, false, Vec::new());
    SessionRecord { id, routine, started_ms, offset_min, ended_ms, complete, entries }
}
