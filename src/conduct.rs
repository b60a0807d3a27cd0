//! Conducting a session: what the person asks goes in, time goes in, and at each phase and command what must
//! outlive the page is written down.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use supple_core::{
    Alive, Command, Cue, HEARTBEAT_MS, Options, Plan, Position, Progress, Session, SessionRecord, Snapshot,
    State, Unfinished,
};

use crate::browser::locks::{self, Lock};
use crate::browser::title::TabTitle;
use crate::browser::{clock, random};
use crate::outside::Happening;
use crate::pocket::Pocket;
use crate::text;
use crate::widget::{Leftover, Model, Screen, Summary, Topic, Widget};

/// What belongs to a session but not to the core: timers, the lock, the title, who to tell.
#[derive(Default)]
pub(crate) struct Run {
    pub(crate) record: Option<SessionRecord>,
    options: Options,
    wake: Option<Timeout>,
    heartbeat: Option<Timeout>,
    title: Option<TabTitle>,
    lock: Option<Lock>,
    /// Tells the page around the widget.
    pub(crate) tell: Option<Rc<dyn Fn(Widget, Happening)>>,
}

impl Widget {
    /// The person wants to begin, at an exercise of the plan. The safety notice comes first, once.
    pub(crate) fn start(self, exercise: usize) {
        if self.state().is_some_and(|state| !state.is_over()) {
            return self.command(Command::Resume);
        }
        if self.read(|model| model.plan.phases.is_empty()) {
            return;
        }
        let read = self.read(|model| model.store.safety_was_read(clock::now().wall_ms));
        self.show_notices();
        if read {
            self.begin(exercise);
        } else {
            self.show(Screen::Safety { exercise });
        }
    }

    /// The person has read the safety notice and wants to go on.
    pub(crate) fn safety_read(self) {
        self.read(|model| model.store.save_safety_was_read());
        if let Screen::Safety { exercise } = self.read(|model| model.screen) {
            self.begin(exercise);
        }
    }

    fn begin(self, exercise: usize) {
        self.discard_leftover();
        let at = clock::now();
        let (plan, options) = self.read(|model| (model.plan.clone(), model.options.clone()));
        let id = format!("{}-{}", at.wall_ms, random::hex());
        let record = new_record(id, plan.routine.clone(), at.wall_ms, clock::offset_min());
        // Kept once it is locked: another tab that sees it must find it taken.
        locks::take(&self.lock_name(&record.id), move |lock| {
            self.keep_lock(lock);
            if !self.is_gone() {
                self.save();
            }
        });
        self.conduct(Session::start(plan, exercise, at), record, options);
        self.tell(Happening::Start);
        self.tell(Happening::Phase);
    }

    /// The person takes up a session that was left behind. It is paused until they say so.
    pub(crate) fn take_up(self, unfinished: Unfinished) {
        locks::take(&self.lock_name(&unfinished.id.clone()), move |lock| {
            if self.is_gone() {
                return;
            }
            if lock.is_none() {
                self.look_for_leftovers();
            } else if let Some((session, record)) = self.restore(&unfinished) {
                self.keep_lock(lock);
                self.conduct(session, record, unfinished.options);
                // The same text again would be no news to other tabs.
                self.read(|model| model.store.forget_unfinished(&unfinished.id));
                self.save();
            } else {
                self.say(text::ROUTINE_CHANGED.to_owned());
                self.discard(&unfinished);
                self.set_leftover(None);
            }
        });
    }

    /// The person wants no more of a session that was left behind: it becomes what it is, stopped early.
    pub(crate) fn discard_leftover(self) {
        if let Some(Leftover::Offered(unfinished)) = self.read(|model| model.leftover.clone()) {
            self.discard(&unfinished);
        }
        self.set_leftover(None);
        self.look_for_leftovers();
    }

    fn discard(self, unfinished: &Unfinished) {
        let at = clock::now();
        let restored = self.restore(unfinished);
        self.read(|model| {
            if let Some((mut session, mut record)) = restored {
                session.command(Command::Stop, at);
                record.ended_ms = Some(at.wall_ms);
                record.entries = session.entries().to_vec();
                model.store.save_record(&record);
            }
            model.store.forget_unfinished(&unfinished.id);
        });
        self.show_notices();
    }

    /// Lays out the same plan again. `None` if the routine is no longer what it was.
    fn restore(self, unfinished: &Unfinished) -> Option<(Session, SessionRecord)> {
        let at = clock::now();
        let plan = Plan::new(&self.routine(), &unfinished.options);
        if plan.total_ms() != unfinished.plan_ms || unfinished.position.phase >= plan.phases.len() {
            return None;
        }
        let Unfinished { id, routine, started_ms, offset_min, position, .. } = unfinished.clone();
        let kept = self.read(|model| model.store.record(&id, at.wall_ms));
        let record = kept.unwrap_or_else(|| new_record(id, routine, started_ms, offset_min));
        let position = if record.entries.len() > unfinished.entries {
            // A crash came between writing the log and the place: what is in the log is not done again.
            Position { phase: position.phase + 1, ..Position::default() }
        } else {
            position
        };
        let session = Session::paused_at(plan, position, record.entries.clone(), started_ms, at);
        Some((session, record))
    }

    fn conduct(self, session: Session, record: SessionRecord, options: Options) {
        self.set_leftover(None);
        self.change(Topic::Phase, |model| {
            model.session = Some(session);
            model.run.record = Some(record);
            model.run.options = options;
        });
        self.show(Screen::Player);
        self.follow_with_track(&[]);
        self.schedule();
        let cue = self.read(|model| model.session.as_ref().and_then(|session| session.cue_since(None)));
        self.pass_on(cue, true, clock::now());
    }

    fn keep_lock(self, lock: Option<Lock>) {
        if !self.is_gone() {
            self.model_mut().run.lock = lock;
        }
    }

    /// Does what the person asks of the session.
    pub(crate) fn command(self, command: Command) {
        if command == Command::Resume && self.state() == Some(State::Stopped) {
            let id = self.read(|model| model.run.record.as_ref().map(|record| record.id.clone()));
            locks::retake(&self.lock_name(&id.unwrap_or_default()), move |lock| self.keep_lock(lock));
        }
        self.advance(&[command]);
    }

    /// It hurts. Everything stops, and what now is the person's to say.
    pub(crate) fn too_much(self) {
        if self.read(|model| model.session.as_ref().is_some_and(Session::is_in_hold)) {
            self.command(Command::TooMuch);
            self.save(); // in a pause nothing else has changed
            self.show(Screen::Ease);
        }
    }

    /// Lets the session run on in the way that the person chose.
    pub(crate) fn go_on(self, way: Command) {
        self.advance(&[Command::Resume, way]);
    }

    /// Pauses what runs, resumes what doesn't.
    pub(crate) fn pause_or_resume(self) {
        let running = self.state() == Some(State::Running);
        self.command(if running { Command::Pause } else { Command::Resume });
    }

    /// The page is going away: pause, so that the place is exact when the person comes back.
    pub(crate) fn leave(self) {
        if self.state() == Some(State::Running) {
            self.command(Command::Pause);
        }
    }

    /// Notes the exact place of a running session, in case that this is the last that is heard of the page.
    pub(crate) fn note_alive(self) {
        let at = clock::now();
        self.read(|model| {
            let session = model.session.as_ref().filter(|session| session.state() == State::Running);
            if let (Some(session), Some(record)) = (session, &model.run.record) {
                let position = session.position_at(at);
                let (phase, elapsed_ms) = (position.phase, position.elapsed_ms);
                model.store.save_alive(&record.id, Alive { phase, elapsed_ms, wall_ms: at.wall_ms });
            }
        });
        self.show_notices();
    }

    pub(crate) fn state(self) -> Option<State> {
        self.read(|model| model.session.as_ref().map(Session::state))
    }

    /// How the session looks right now, between two wakes.
    pub(crate) fn snapshot_now(self) -> Option<Snapshot> {
        self.read(|model| {
            let mut session = model.session.clone()?;
            model.pocket.tick(&mut session);
            Some(session.snapshot())
        })
    }

    /// Leaves the finish screen; the session is over for good.
    pub(crate) fn close_session(self, screen: Screen) {
        self.change(Topic::Phase, |model| {
            model.session = None;
            model.run.record = None;
            model.pocket = Pocket::default();
        });
        self.show(screen);
        self.carry(None);
        self.tell(Happening::Close);
        self.look_for_leftovers();
    }

    /// Lets time pass and commands change the session, then draws, saves and tells what is new.
    fn advance(self, commands: &[Command]) {
        let (before, after, cue) = {
            let mut model = self.model_mut();
            let Model { session: Some(session), pocket, .. } = &mut *model else { return };
            let before = session.snapshot();
            let at = pocket.tick(session);
            commands.iter().for_each(|command| session.command(*command, at));
            (before, session.snapshot(), session.cue_since(Some(&before)))
        };
        self.follow_with_track(commands);
        self.advanced(before, after, cue);
    }

    /// Time has passed, and nobody has asked for anything.
    pub(crate) fn wake(self) {
        self.advance(&[]);
    }

    fn advanced(self, before: Snapshot, after: Snapshot, cue: Option<Cue>) {
        let turned = before.turn != after.turn;
        let changed = turned || (before.state, before.duration_ms) != (after.state, after.duration_ms);
        self.pass_on(cue, changed, clock::now());
        self.notify(Topic::Second);
        let shown = |at: Snapshot| (text::left(at.left_ms), text::has_minutes(text::seconds_shown(&at)));
        if changed || shown(before) != shown(after) {
            self.notify(Topic::Minute);
        }
        if changed {
            self.notify(Topic::Phase);
            self.save();
        } else {
            self.note_alive();
        }
        self.schedule();
        // What was on the screen in place of the player is answered.
        let goes_on = after.state == State::Running || turned && !after.state.is_over();
        if goes_on && self.read(|model| model.screen) != Screen::Player {
            self.show(Screen::Player);
        }
        if turned && after.state != State::Complete {
            self.tell(Happening::Phase);
        }
        if after.state != before.state {
            self.state_changed(after.state);
        }
    }

    fn state_changed(self, state: State) {
        self.unsay(text::GAVE_WAY);
        match state {
            State::Running => self.tell(Happening::Resume),
            State::Paused | State::Away => self.tell(Happening::Pause),
            State::Stopped | State::Complete => {
                self.summarise();
                self.show(Screen::Finish);
                self.tell(Happening::Complete);
            }
        }
    }

    fn summarise(self) {
        let mut model = self.model_mut();
        let now_ms = clock::now().wall_ms;
        let log = model.store.log(now_ms);
        model.store.archive(now_ms);
        let progress = Progress::of(&log, clock::today());
        model.summary = model.run.record.clone().map(|record| Summary { record, progress });
    }

    /// Writes the log and the place of the session. Both cost the same however long the history is.
    fn save(self) {
        self.model_mut().save();
        self.note_alive();
    }

    /// Sets the timers for what comes next, and none where nothing does.
    fn schedule(self) {
        let mut model = self.model_mut();
        let Model { session: Some(session), run, .. } = &mut *model else { return };
        let next = session.next_change_ms().map(|change_ms| {
            let cues = session.cues_ahead(0, change_ms);
            let cue_ms = cues.iter().find_map(|(in_ms, _)| u64::try_from(*in_ms).ok().filter(|ms| *ms > 0));
            cue_ms.map_or(change_ms, |ms| ms.min(change_ms))
        });
        let next = next.and_then(|ms| u32::try_from(ms).ok());
        let wake = move || self.wake();
        run.wake = next.map(|ms| Timeout::new(ms, wake));
        // Each second is a heartbeat by itself.
        let between = next.filter(|ms| *ms > HEARTBEAT_MS);
        run.heartbeat = between.map(|_| Timeout::new(HEARTBEAT_MS, move || self.note_alive()));
        if session.state().is_over() {
            run.title = None;
            run.lock = None;
            return;
        }
        let title = run.title.get_or_insert_with(TabTitle::borrow);
        title.show(&text::tab_title(session.plan(), &session.snapshot()));
    }

    fn tell(self, happening: Happening) {
        // Whoever is told may command at once, so nothing may be borrowed meanwhile.
        if let Some(tell) = self.read(|model| model.run.tell.clone()) {
            tell(self, happening);
        }
    }
}

impl Model {
    fn save(&mut self) {
        let now_ms = clock::now().wall_ms;
        let (Some(session), Some(record)) = (&self.session, &mut self.run.record) else { return };
        let over = session.state().is_over();
        record.entries = session.entries().to_vec();
        record.ended_ms = over.then_some(now_ms);
        record.complete = session.is_whole();
        self.store.save_record(record);
        if over {
            return self.store.forget_unfinished(&record.id);
        }
        let unfinished = Unfinished {
            id: record.id.clone(),
            routine: record.routine.clone(),
            options: self.run.options.clone(),
            position: session.position(),
            entries: record.entries.len(),
            plan_ms: session.plan().total_ms(),
            started_ms: record.started_ms,
            offset_min: record.offset_min,
        };
        self.store.save_unfinished(&unfinished);
    }
}

fn new_record(id: String, routine: String, started_ms: u64, offset_min: i32) -> SessionRecord {
    let (ended_ms, complete, entries) = (None, false, Vec::new());
    SessionRecord { id, routine, started_ms, offset_min, ended_ms, complete, entries }
}
