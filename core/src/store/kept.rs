//! How each kind of thing is kept, field by field. By hand, since derived readers and writers for the eight of
//! them are a tenth of the widget.

use serde_json::{Map, Value};

use crate::{
    Alive, Entry, ExerciseOptions, Leg, Options, PhaseKind, Position, SessionRecord, Side, Unfinished,
};

/// Something that can be kept as JSON.
pub(super) trait Kept: Sized {
    /// The fields it is kept as.
    fn write(&self) -> Fields;
    /// What some fields were; `None` if they can't have been one.
    fn read(fields: &Map<String, Value>) -> Option<Self>;
}

/// The fields of an object to be.
pub(super) struct Fields(pub(super) Map<String, Value>);

impl Fields {
    fn new() -> Self {
        Self(Map::new())
    }

    #[inline(never)]
    pub(super) fn put(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
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

fn number(fields: &Map<String, Value>, name: &str) -> Option<u64> {
    fields.get(name)?.as_u64()
}

fn index(fields: &Map<String, Value>, name: &str) -> Option<usize> {
    usize::try_from(number(fields, name)?).ok()
}

fn text(fields: &Map<String, Value>, name: &str) -> Option<String> {
    Some(fields.get(name)?.as_str()?.to_owned())
}

fn minutes(fields: &Map<String, Value>, name: &str) -> Option<i32> {
    fields.get(name)?.as_i64()?.try_into().ok()
}

/// A number that may be absent, and then nobody chose it; anything else in its place can't be read.
fn chosen<T: TryFrom<u64>>(fields: &Map<String, Value>, name: &str) -> Option<Option<T>> {
    match fields.get(name) {
        None | Some(Value::Null) => Some(None),
        Some(value) => value.as_u64()?.try_into().ok().map(Some),
    }
}

fn flag(fields: &Map<String, Value>, name: &str) -> Option<bool> {
    fields.get(name).map_or(Some(false), Value::as_bool)
}

fn object<T: Kept>(value: Option<&Value>) -> Option<T> {
    T::read(value?.as_object()?)
}

impl Kept for Options {
    fn write(&self) -> Fields {
        let mut exercises = Fields::new();
        for (id, chosen) in &self.exercises {
            exercises = exercises.put(id, Value::Object(chosen.write().0));
        }
        let leg = if self.first_leg == Leg::Left { "left" } else { "right" };
        Fields::new()
            .put_text("first_leg", leg)
            .put_number("hold_percent", self.hold_percent.into())
            .put_chosen("prepare_s", self.prepare_s)
            .put_chosen("switch_s", self.switch_s)
            .put_chosen("recover_s", self.recover_s)
            .put("partner", self.partner.into())
            .put("exercises", Value::Object(exercises.0))
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
        let mut options = Self {
            first_leg: match fields.get("first_leg").map(Value::as_str) {
                None | Some(Some("left")) => Leg::Left,
                Some(Some("right")) => Leg::Right,
                Some(_) => return None,
            },
            hold_percent: chosen(fields, "hold_percent")?.unwrap_or(100),
            prepare_s: chosen(fields, "prepare_s")?,
            switch_s: chosen(fields, "switch_s")?,
            recover_s: chosen(fields, "recover_s")?,
            partner: flag(fields, "partner")?,
            exercises: Vec::new(),
        };
        if let Some(exercises) = fields.get("exercises") {
            for (id, chosen) in exercises.as_object()? {
                options.exercises.push((id.clone(), object(Some(chosen))?));
            }
        }
        Some(options)
    }
}

impl Kept for ExerciseOptions {
    fn write(&self) -> Fields {
        Fields::new()
            .put_flag("leave_out", self.leave_out)
            .put_chosen("repeats", self.repeats.map(u32::from))
            .put_chosen("seconds", self.seconds)
            .put_flag("variation", self.variation)
            .put_flag("substitute", self.substitute)
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            leave_out: flag(fields, "leave_out")?,
            repeats: chosen(fields, "repeats")?,
            seconds: chosen(fields, "seconds")?,
            variation: flag(fields, "variation")?,
            substitute: flag(fields, "substitute")?,
        })
    }
}

impl Kept for Unfinished {
    fn write(&self) -> Fields {
        Fields::new()
            .put_text("id", &self.id)
            .put_text("routine", &self.routine)
            .put("options", Value::Object(self.options.write().0))
            .put("position", Value::Object(self.position.write().0))
            .put_number("entries", self.entries as u64)
            .put_number("plan_ms", self.plan_ms)
            .put_number("started_ms", self.started_ms)
            .put("offset_min", self.offset_min.into())
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
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

impl Kept for Position {
    fn write(&self) -> Fields {
        Fields::new()
            .put_number("phase", self.phase as u64)
            .put_number("elapsed_ms", self.elapsed_ms)
            .put_number("extended_ms", self.extended_ms)
            .put_number("logged_ms", self.logged_ms)
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            phase: index(fields, "phase")?,
            elapsed_ms: number(fields, "elapsed_ms")?,
            extended_ms: number(fields, "extended_ms")?,
            logged_ms: number(fields, "logged_ms")?,
        })
    }
}

/// A list of things under one name.
impl<T: Kept> Kept for Vec<T> {
    fn write(&self) -> Fields {
        let items = self.iter().map(|item| Value::Object(item.write().0));
        Fields::new().put("sessions", Value::Array(items.collect()))
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
        fields.get("sessions")?.as_array()?.iter().map(|item| object(Some(item))).collect()
    }
}

impl Kept for Alive {
    fn write(&self) -> Fields {
        Fields::new()
            .put_number("phase", self.phase as u64)
            .put_number("elapsed_ms", self.elapsed_ms)
            .put_number("wall_ms", self.wall_ms)
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            phase: index(fields, "phase")?,
            elapsed_ms: number(fields, "elapsed_ms")?,
            wall_ms: number(fields, "wall_ms")?,
        })
    }
}

/// Whether something was read.
pub(super) struct Seen(pub(super) bool);

impl Kept for Seen {
    fn write(&self) -> Fields {
        Fields::new().put("read", self.0.into())
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
        Some(Self(fields.get("read")?.as_bool()?))
    }
}

impl Kept for SessionRecord {
    fn write(&self) -> Fields {
        Fields::new()
            .put_text("id", &self.id)
            .put_text("routine", &self.routine)
            .put_number("started_ms", self.started_ms)
            .put("offset_min", self.offset_min.into())
            .put("ended_ms", self.ended_ms.into())
            .put("complete", self.complete.into())
            .put("entries", Value::Array(self.entries.iter().map(entry_row).collect()))
    }

    fn read(fields: &Map<String, Value>) -> Option<Self> {
        Some(Self {
            id: text(fields, "id")?,
            routine: text(fields, "routine")?,
            started_ms: number(fields, "started_ms")?,
            offset_min: minutes(fields, "offset_min")?,
            ended_ms: chosen(fields, "ended_ms")?,
            complete: fields.get("complete")?.as_bool()?,
            entries: fields.get("entries")?.as_array()?.iter().map(entry).collect::<Option<_>>()?,
        })
    }
}

/// An entry as a short list, since years of them are kept: exercise, kind, side, repeat, held, planned, full, at.
fn entry_row(entry: &Entry) -> Value {
    let kind = if entry.kind == PhaseKind::Hold { "hold" } else { "move" };
    Value::Array(vec![
        entry.exercise.as_str().into(),
        kind.into(),
        entry.side.name().into(),
        entry.repeat.into(),
        entry.held_ms.into(),
        entry.planned_ms.into(),
        entry.full.into(),
        entry.at_ms.into(),
    ])
}

fn entry(row: &Value) -> Option<Entry> {
    let [exercise, kind, side, repeat, held_ms, planned_ms, full, at_ms] = row.as_array()?.as_slice() else {
        return None;
    };
    Some(Entry {
        exercise: exercise.as_str()?.to_owned(),
        kind: match kind.as_str()? {
            "hold" => PhaseKind::Hold,
            "move" => PhaseKind::Move,
            _ => return None,
        },
        side: Side::named(side.as_str()?)?,
        repeat: repeat.as_u64()?.try_into().ok()?,
        held_ms: held_ms.as_u64()?,
        planned_ms: planned_ms.as_u64()?,
        full: full.as_bool()?,
        at_ms: at_ms.as_u64()?,
    })
}
