//! Supple's heart: the routine, the plan made from it, the session that runs a plan, the log of what was
//! done and the progress read from it.
//!
//! Nothing here knows what time it is, draws a random number, or has heard of a browser: the time is an
//! argument, and storage is a trait. That is why a whole session can be tested in a millisecond.
//!
//! ```
//! use supple_core::{Command, Options, Plan, Reading, Routine, Session, State};
//!
//! let routine = Routine::hamstring();
//! let plan = Plan::new(&routine, &Options::default());
//! let mut session = Session::start(plan, 0, Reading::default());
//! session.command(Command::Pause, Reading::at(4_000));
//! assert_eq!(session.state(), State::Paused);
//! assert_eq!(session.snapshot().remaining_ms, 6_000); // of ten seconds to get ready
//! ```

mod carriers;
mod cues;
mod day;
pub mod json;
mod log;
mod options;
mod plan;
mod progress;
mod routine;
mod session;
mod speech;
mod store;
mod track;

pub use carriers::{Carriers, VOICE_PERCENT, Wordiness};
pub use cues::{Cue, CueKind, HALFWAY_FROM_MS, LAST_SECONDS, STALE_MS};
pub use day::{Day, Month};
pub use log::{Entry, SessionRecord, local_day, merge};
pub use options::{ExerciseOptions, HOLD_PERCENT, HOLD_SECONDS, Options, TIME_BETWEEN_SECONDS};
pub use plan::{Phase, PhaseKind, Plan, PlannedExercise};
pub use progress::{Held, Progress};
pub use routine::{
    Dose, Exercise, Leg, Muscle, Note, Problem, Reference, Repeats, Routine, Section, Side, Sides, Times,
    Variation,
};
pub use session::{Command, Position, Reading, Session, Snapshot, State};
pub use speech::speech_ms;
pub use store::{
    Addition, Alive, Backup, BackupError, HEARTBEAT_MS, KeyValue, Notice, StorageError, Store, Unfinished,
    carriers_as_data,
};
pub use track::{Tone, Track};
