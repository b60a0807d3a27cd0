//! How each kind of thing is kept, field by field. By hand, since derived readers and writers for the eight of
//! them are a tenth of the widget.

use crate::json::{Object, Value};
use crate::{
    Alive, Carriers, Entry, ExerciseOptions, Leg, Options, PhaseKind, Position, SessionRecord, Side,
    Unfinished, VOICE_PERCENT, Wordiness,
};

/// Something that can be read from JSON.
pub(super) trait Read: Sized {
    /// What some fields were; `None` if they can't have been one.
    fn read(fields: &Object) -> Option<Self>;
}

/// Something that can be kept as JSON.
pub(super) trait Write {
    /// The fields it is kept as.
    fn write(&self) -> Fields;
}

/// The fields of an object to be.
#[derive(Default)]
pub(super) struct Fields(pub(super) Object);

impl Fields {
    #[inline(never)]
    pub(super) fn put(mut self, name: &str, value: Value) -> Self {
        self.0.put(name, value);
        self
    }

    fn put_number(self, name: &str, number: u64) -> Self {
        self.put(name, number.into())
    }

    fn put_text(self, name: &str, text: &str) -> Self {
        self.put(name, text.into())
    }

    /// Only what was chosen is kept, so that what was not follows the routine.
    fn put_chosen(self, name: &str, number: Option<u32>) -> Self {
        match number {
            Some(number) => self.put(name, number.into()),
            None => self,
        }
    }

    fn put_flag(self, name: &str, flag: bool) -> Self {
        if flag { self.put(name, true.into()) } else { self }
    }
}

fn number(fields: &Object, name: &str) -> Option<u64> {
    fields.get(name)?.as_u64()
}

fn index(fields: &Object, name: &str) -> Option<usize> {
    usize::try_from(number(fields, name)?).ok()
}

fn text(fields: &Object, name: &str) -> Option<String> {
    Some(fields.get(name)?.as_text()?.to_owned())
}

fn minutes(fields: &Object, name: &str) -> Option<i32> {
    fields.get(name)?.as_i32()
}

/// A number that may be absent, and then nobody chose it; anything else in its place can't be read.
fn chosen<T: TryFrom<u64>>(fields: &Object, name: &str) -> Option<Option<T>> {
    chosen_value(fields.get(name))
}

/// The same for a value that was found, or not.
pub(super) fn chosen_value<T: TryFrom<u64>>(value: Option<&Value>) -> Option<Option<T>> {
    match value {
        None | Some(Value::Null) => Some(None),
        Some(value) => value.as_u64()?.try_into().ok().map(Some),
    }
}

fn flag(fields: &Object, name: &str) -> Option<bool> {
    fields.get(name).map_or(Some(false), Value::as_bool)
}

fn object<T: Read>(value: Option<&Value>) -> Option<T> {
    T::read(value?.as_object()?)
}

impl Write for Options {
    fn write(&self) -> Fields {
        let mut exercises = Fields::default();
        for (id, chosen) in &self.exercises {
            exercises = exercises.put(id, Value::Object(chosen.write().0));
        }
        let leg = if self.first_leg == Leg::Left { "left" } else { "right" };
        Fields::default()
            .put_text("first_leg", leg)
            .put_number("hold_percent", self.hold_percent.into())
            .put_chosen("prepare_s", self.prepare_s)
            .put_chosen("switch_s", self.switch_s)
            .put_chosen("recover_s", self.recover_s)
            .put("partner", self.partner.into())
            .put_flag("own_pace", self.own_pace)
            .put("exercises", Value::Object(exercises.0))
    }
}

impl Read for Options {
    fn read(fields: &Object) -> Option<Self> {
        let mut options = Self {
            first_leg: match fields.get("first_leg").map(Value::as_text) {
                None | Some(Some("left")) => Leg::Left,
                Some(Some("right")) => Leg::Right,
                Some(_) => return None,
            },
            hold_percent: chosen(fields, "hold_percent")?.unwrap_or(100),
            prepare_s: chosen(fields, "prepare_s")?,
            switch_s: chosen(fields, "switch_s")?,
            recover_s: chosen(fields, "recover_s")?,
            partner: flag(fields, "partner")?,
            own_pace: flag(fields, "own_pace")?,
            exercises: Vec::new(),
        };
        if let Some(exercises) = fields.get("exercises") {
            for (id, chosen) in &exercises.as_object()?.0 {
                options.exercises.push((id.clone(), object(Some(chosen))?));
            }
        }
        Some(options)
    }
}

impl Write for ExerciseOptions {
    fn write(&self) -> Fields {
        Fields::default()
            .put_flag("leave_out", self.leave_out)
            .put_chosen("repeats", self.repeats.map(u32::from))
            .put_chosen("seconds", self.seconds)
            .put_flag("variation", self.variation)
            .put_flag("substitute", self.substitute)
    }
}

impl Read for ExerciseOptions {
    fn read(fields: &Object) -> Option<Self> {
        Some(Self {
            leave_out: flag(fields, "leave_out")?,
            repeats: chosen(fields, "repeats")?,
            seconds: chosen(fields, "seconds")?,
            variation: flag(fields, "variation")?,
            substitute: flag(fields, "substitute")?,
        })
    }
}

impl Write for Carriers {
    fn write(&self) -> Fields {
        Fields::default()
            .put_number("volume", self.volume.into())
            .put_text("voice", self.voice.name())
            .put_text("voice_name", &self.voice_name)
            .put_number("rate", self.rate.into())
            .put("vibration", self.vibration.into())
            .put("flash", self.flash.into())
            .put_flag("pocket", self.pocket)
            .put("silent", self.silent.into())
    }
}

impl Read for Carriers {
    fn read(fields: &Object) -> Option<Self> {
        let voice = fields.get("voice")?.as_text()?;
        Some(Self {
            volume: chosen::<u16>(fields, "volume")??.min(100),
            voice: Wordiness::ALL.into_iter().find(|it| it.name() == voice)?,
            voice_name: text(fields, "voice_name")?,
            rate: chosen::<u16>(fields, "rate")??.clamp(VOICE_PERCENT.0, VOICE_PERCENT.1),
            vibration: flag(fields, "vibration")?,
            flash: flag(fields, "flash")?,
            pocket: flag(fields, "pocket")?,
            silent: flag(fields, "silent")?,
        })
    }
}

impl Write for Unfinished {
    fn write(&self) -> Fields {
        Fields::default()
            .put_text("id", &self.id)
            .put_text("routine", &self.routine)
            .put("options", Value::Object(self.options.write().0))
            .put("position", Value::Object(self.position.write().0))
            .put_number("entries", self.entries as u64)
            .put_number("plan_ms", self.plan_ms)
            .put_number("started_ms", self.started_ms)
            .put("offset_min", self.offset_min.into())
    }
}

impl Read for Unfinished {
    fn read(fields: &Object) -> Option<Self> {
        Some(Self {
            id: text(fields, "id")?,
            routine: text(fields, "routine")?,
            options: object(fields.get("options"))?,
            position: object(fields.get("position"))?,
            entries: index(fields, "entries")?,
            plan_ms: number(fields, "plan_ms")?,
            started_ms: number(fields, "started_ms")?,
            offset_min: minutes(fields, "offset_min")?,
        })
    }
}

impl Write for Position {
    fn write(&self) -> Fields {
        let fields = Fields::default()
            .put_number("phase", self.phase as u64)
            .put_number("elapsed_ms", self.elapsed_ms)
            .put_number("extended_ms", self.extended_ms)
            .put_number("logged_ms", self.logged_ms);
        if self.cut_ms > 0 { fields.put_number("cut_ms", self.cut_ms) } else { fields }
    }
}

impl Read for Position {
    fn read(fields: &Object) -> Option<Self> {
        Some(Self {
            phase: index(fields, "phase")?,
            elapsed_ms: number(fields, "elapsed_ms")?,
            extended_ms: number(fields, "extended_ms")?,
            logged_ms: number(fields, "logged_ms")?,
            cut_ms: chosen(fields, "cut_ms")?.unwrap_or(0),
        })
    }
}

impl Read for Alive {
    fn read(fields: &Object) -> Option<Self> {
        Some(Self {
            phase: index(fields, "phase")?,
            elapsed_ms: number(fields, "elapsed_ms")?,
            wall_ms: number(fields, "wall_ms")?,
        })
    }
}

/// Whether something was read.
pub(super) struct Seen(pub(super) bool);

impl Write for Seen {
    fn write(&self) -> Fields {
        Fields::default().put("read", self.0.into())
    }
}

impl Read for Seen {
    fn read(fields: &Object) -> Option<Self> {
        Some(Self(fields.get("read")?.as_bool()?))
    }
}

impl Write for SessionRecord {
    fn write(&self) -> Fields {
        Fields::default()
            .put_text("id", &self.id)
            .put_text("routine", &self.routine)
            .put_number("started_ms", self.started_ms)
            .put("offset_min", self.offset_min.into())
            .put("ended_ms", self.ended_ms.into())
            .put("complete", self.complete.into())
            .put("entries", Value::List(self.entries.iter().map(entry_row).collect()))
    }
}

impl Read for SessionRecord {
    fn read(fields: &Object) -> Option<Self> {
        Some(Self {
            id: text(fields, "id")?,
            routine: text(fields, "routine")?,
            started_ms: number(fields, "started_ms")?,
            offset_min: minutes(fields, "offset_min")?,
            ended_ms: chosen(fields, "ended_ms")?,
            complete: fields.get("complete")?.as_bool()?,
            entries: fields.get("entries")?.as_list()?.iter().map(entry).collect::<Option<_>>()?,
        })
    }
}

/// An entry as a short list, since years of them are kept: exercise, kind, side, repeat, held, planned, full, at; and
/// after that whether it was too much, if it was.
pub(super) fn entry_row(entry: &Entry) -> Value {
    let kind = if entry.kind == PhaseKind::Hold { "hold" } else { "move" };
    let mut row = vec![
        entry.exercise.as_str().into(),
        kind.into(),
        entry.side.name().into(),
        u32::from(entry.repeat).into(),
        entry.held_ms.into(),
        entry.planned_ms.into(),
        entry.full.into(),
        entry.at_ms.into(),
    ];
    if entry.too_much {
        row.push(true.into());
    }
    Value::List(row)
}

/// An entry from its row.
pub(super) fn entry(row: &Value) -> Option<Entry> {
    let [exercise, kind, side, repeat, held_ms, planned_ms, full, at_ms, too_much @ ..] = row.as_list()?
    else {
        return None;
    };
    Some(Entry {
        exercise: exercise.as_text()?.to_owned(),
        kind: match kind.as_text()? {
            "hold" => PhaseKind::Hold,
            "move" => PhaseKind::Move,
            _ => return None,
        },
        side: Side::named(side.as_text()?)?,
        repeat: repeat.as_u64()?.try_into().ok()?,
        held_ms: held_ms.as_u64()?,
        planned_ms: planned_ms.as_u64()?,
        full: full.as_bool()?,
        at_ms: at_ms.as_u64()?,
        too_much: match too_much {
            [] => false,
            [too_much] => too_much.as_bool()?,
            _ => return None,
        },
    })
}
