//! Supple's domain: the routine, the plan made from it, the session that runs a plan, the log of what was
//! done, and the progress computed from it.
//!
//! Nothing here knows what time it is, draws a random number, or has heard of a browser: the time is an
//! argument, and storage is a trait. That is why a whole session can be tested in a millisecond.
//!
//! ```
//! use supple_core::{ClockSample, Command, Options, Plan, Routine, Session, State};
//!
//! let routine = Routine::hamstring();
//! let plan = Plan::new(&routine, &Options::default());
//! let mut session = Session::start(plan, 0, ClockSample::default());
//! session.command(Command::Pause, ClockSample::at(4_000));
//! assert_eq!(session.state(), State::Paused);
//! assert_eq!(session.snapshot().remaining_ms, 6_000); // of ten seconds to get ready
//! ```

mod by_hand;
mod corrections;
mod csv;
mod cue_settings;
mod cues;
mod day;
mod decision;
mod discomfort;
mod dosed;
mod fit;
mod goal;
mod hurts;
#[cfg(any(feature = "authoring", feature = "sharing"))]
mod instant;
mod known_names;
mod latest;
mod log;
mod measurement;
mod minute_scale;
mod muscle_group;
mod options;
mod outcome;
mod pause;
mod plan;
mod preset;
mod programme;
mod programme_days;
mod progress;
mod report;
mod routine;
mod session;
mod session_audio;
mod session_index;
#[cfg(feature = "sharing")]
pub mod sharing;
mod span;
mod speech;
mod store;
#[cfg(feature = "studio")]
pub mod studio;
mod summary;
mod week;
mod week_gain;
mod weekly_minutes;
mod weeks_kept;
mod year;

pub use by_hand::{BY_HAND, BY_HAND_MINUTES, ByHand, ByHandError};
pub use corrections::Corrections;
pub use csv::{CSV_COLUMNS, CsvSeparator, CsvWords, csv, csv_cell};
pub use cue_settings::{CueSettings, VOICE_PERCENT, Verbosity};
pub use cues::{Cue, CueKind, HALFWAY_FROM_MS, LAST_SECONDS, STALE_MS};
pub use day::{Day, Month, local_day};
pub use discomfort::{
    Advice, BodyPlace, DISCOMFORT_BAND, Discomfort, DiscomfortAnswers, DiscomfortChange, DiscomfortLevel,
};
pub use goal::{GOAL_DAYS, Goal};
pub use hurts::Hurts;
pub use known_names::KnownNames;
pub use latest::{Dated, LatestById};
pub use log::{Entry, Feeling, SessionRecord, merge};
pub use measurement::{
    Change, FLOOR_BAND_MM, FLOOR_MM, LEG_RAISE_BAND_TENTHS, LEG_RAISE_TENTHS, LengthUnit, MEASURE_EVERY_DAYS,
    Measured, Measurement, MeasurementKind, Measurements, NoAngle, ReadingError, SteadyTilt, TiltSample,
    Tries, read_angle, read_length,
};
pub use minute_scale::MinuteScale;
pub use muscle_group::MuscleGroup;
pub use options::{
    ExerciseOptions, HOLD_PERCENT, HOLD_SECONDS, MINUTES, Options, PersonalOptions, RESUME_SECONDS,
    TIME_BETWEEN_SECONDS,
};
pub use outcome::{DayCount, Ending, Outcome};
pub use pause::{Pause, Pauses};
pub use plan::{Phase, PhaseKind, Plan, PlannedExercise};
pub use preset::Preset;
pub use programme::{DayPlan, Due, Programme, ProgrammeWeek, Stage};
pub use progress::{Held, Progress, WeekDay, days_by_week, sessions_by_routine, week};
pub use report::{REPORT_WEEKS, Report, ReportMeasurement, ReportWeek};
#[cfg(feature = "authoring")]
pub use routine::{Author, Authorship, Completed, Library, Problem};
pub use routine::{
    Avoid, Dose, Exercise, Leg, Muscle, Note, Posture, Reference, Region, Repeats, Routine, Section, Side,
    SideName, Sides, Times, Variation, exercise_name, routine_name, routine_names,
};
pub use session::{ClockSample, Command, Position, Session, Snapshot, State};
pub use session_audio::{NoTrack, SessionAudio, Tone};
pub use session_index::{FoundBy, SessionIndex};
pub use speech::{NamedSide, Phrase, Phrases, speech_ms};
pub use store::{
    Alive, Backup, BackupError, Document, Documents, HEARTBEAT_MS, ImportPreview, Notice, Place,
    StorageBackend, StorageError, Store, Unfinished,
};
pub use summary::{ExerciseSummary, SessionSummary};
pub use week::{Today, Week};
pub use week_gain::WeekGain;
pub use weekly_minutes::{Beside, WEEKLY_MINUTES, WeeklyMinutes};
pub use weeks_kept::{RestOfWeek, ThisWeek, WeeksKept};
pub use year::{YEAR_WEEKS, YearDay, YearMonth, year_at_a_glance};
