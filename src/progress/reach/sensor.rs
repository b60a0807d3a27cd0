//! The phone's own tilt sensor, where there is one that may be used: it fills in the tries, one at a time.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use leptos::prelude::*;

use super::leg_test::{LegFailure, LegStep, LegTest, READY_MS};
use super::scale::Scale;
use super::state::ReachState;
use super::tries::TryFields;
use crate::browser::events::Listener;
use crate::browser::tilt::{self, TiltAccess};
use crate::browser::{clock, vibration};
use crate::durations::seconds_left;

/// How often the sensor's angle is looked at, in milliseconds.
const LOOK_MS: u32 = 200;
/// How long the phone vibrates when it has the angle, in milliseconds: nobody sees a screen on their shin.
const VIBRATE_MS: u32 = 400;

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sensing {
    /// Nobody has asked for it.
    Idle,
    /// The browser is asked.
    Asking,
    /// A try is going on.
    Trying(LegStep),
    /// A try is over, with an angle in tenths of a degree: the field's number, from 0.
    Tried(usize, i32),
    /// All tries are done.
    AllTried,
    /// The browser doesn't give it.
    Unavailable(TiltAccess),
    /// It gave nothing.
    Failed(LegFailure),
}

impl Sensing {
    fn is_on(self) -> bool {
        matches!(self, Self::Asking | Self::Trying(_))
    }

    /// Whether there is reason to think that it won't work at another time either.
    fn is_blocked(self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::Failed(LegFailure::Silent))
    }
}

/// What listens during a try. Dropping it ends that.
struct Running {
    _listener: Listener,
    _look: Interval,
}

/// Handles to all of it.
#[derive(Clone, Copy)]
struct SensorState {
    sensing: RwSignal<Sensing>,
    /// Seconds to get into position, for the eyes alone.
    seconds: RwSignal<u64>,
    running: StoredValue<Option<Running>, LocalStorage>,
    fields: TryFields,
}

impl SensorState {
    /// Begins a try, or breaks it off.
    fn press(self) {
        if self.sensing.get_untracked().is_on() {
            self.stop(Sensing::Idle);
            return;
        }
        if untrack(|| self.fields.next()).is_none() {
            self.sensing.set(Sensing::AllTried);
            return;
        }
        self.sensing.set(Sensing::Asking);
        tilt::ask(move |access| {
            // The answer may be late: the form closed, or the try broken off.
            if self.sensing.is_disposed() || self.sensing.get_untracked() != Sensing::Asking {
                return;
            }
            if access == TiltAccess::Granted {
                self.listen();
            } else {
                self.sensing.set(Sensing::Unavailable(access));
            }
        });
    }

    fn listen(self) {
        let test = Rc::new(RefCell::new(LegTest::new(clock::now().monotonic_ms)));
        let tried = test.clone();
        let listener = tilt::on_tilt(move |sample| tried.borrow_mut().push(sample));
        let look = Interval::new(LOOK_MS, move || {
            let now_ms = clock::now().monotonic_ms;
            let step = test.borrow_mut().step(now_ms);
            self.seconds.set(seconds_left(test.borrow().ready_left_ms(now_ms)));
            self.take(step);
        });
        self.seconds.set(seconds_left(READY_MS));
        self.sensing.set(Sensing::Trying(LegStep::Ready));
        self.running.set_value(Some(Running { _listener: listener, _look: look }));
    }

    fn take(self, step: LegStep) {
        match step {
            LegStep::Done(tenths) => {
                vibration::vibrate(VIBRATE_MS);
                let field = untrack(|| self.fields.next());
                if let Some(field) = field {
                    self.fields.fill(field, tenths);
                }
                self.stop(field.map_or(Sensing::Idle, |field| Sensing::Tried(field, tenths)));
            }
            LegStep::Failed(failure) => self.stop(Sensing::Failed(failure)),
            // A leg sways a little: once it is to be held still, that is what it says until the end.
            LegStep::Raise if self.sensing.get_untracked() == Sensing::Trying(LegStep::HoldStill) => {}
            LegStep::Ready | LegStep::Raise | LegStep::HoldStill => {
                if self.sensing.get_untracked() != Sensing::Trying(step) {
                    self.sensing.set(Sensing::Trying(step));
                }
            }
        }
    }

    fn stop(self, then: Sensing) {
        self.sensing.set(then);
        // Not while its own timer runs it: dropping a closure that is being called is an error.
        let running = self.running;
        queue_microtask(move || {
            let _ = running.try_update_value(|running| *running = None);
        });
    }
}

/// A button that begins a try, and what there is to do and to say meanwhile. Where there is no sensor, it says so, and the
/// fields below are the other way.
#[component]
pub(super) fn Sensor(fields: TryFields) -> impl IntoView {
    let reach = expect_context::<ReachState>();
    let messages = reach.messages;
    let sensor = SensorState {
        sensing: RwSignal::new(Sensing::Idle),
        seconds: RwSignal::new(0),
        running: StoredValue::new_local(None),
        fields,
    };
    let SensorState { sensing, seconds, .. } = sensor;
    let text = move || match sensing.get() {
        Sensing::Idle => String::new(),
        Sensing::Asking => messages.measure_sensor_asking().to_owned(),
        Sensing::Trying(LegStep::Ready) => messages.measure_sensor_ready().to_owned(),
        Sensing::Trying(LegStep::HoldStill) => messages.measure_sensor_still().to_owned(),
        Sensing::Trying(_) => messages.measure_sensor_raise().to_owned(),
        Sensing::Tried(field, tenths) => {
            messages.measure_sensor_done(field + 1, messages.measured_value(Scale::Angle, tenths))
        }
        Sensing::AllTried => messages.measure_sensor_all_tried().to_owned(),
        Sensing::Unavailable(TiltAccess::Refused) => messages.measure_sensor_refused().to_owned(),
        Sensing::Unavailable(_) => messages.measure_sensor_missing().to_owned(),
        Sensing::Failed(failure) => messages.leg_failure(failure).to_owned(),
    };
    let countdown = move || {
        (sensing.get() == Sensing::Trying(LegStep::Ready)).then(|| messages.time_seconds(seconds.get()))
    };
    let own_page = move || {
        let site = reach.progress.site().filter(|_| sensing.get().is_blocked() && tilt::is_framed())?;
        Some(view! {
            <a class="button" href=site.to_string() target="_blank" rel="noopener">
                {messages.measure_sensor_own_page()}
            </a>
        })
    };
    view! {
        <div class="sensor">
            <button type="button" class="button" on:click=move |_| sensor.press()>
                {move || {
                    if sensing.get().is_on() { messages.measure_sensor_stop() } else { messages.measure_sensor_use() }
                }}
            </button>
            <span class="sensor-seconds" aria-hidden="true">{countdown}</span>
            <p role="status">{text}</p>
            {own_page}
        </div>
    }
}
