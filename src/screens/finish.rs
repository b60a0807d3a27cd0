//! What a session came to, honestly.

use supple_core::{Command, Entry, Held, PhaseKind, Progress, SessionRecord, Side, State};

use super::heading;
use crate::browser::fullscreen;
use crate::markup::{Element, button, el, text_el};
use crate::parts::facts::{fact, facts};
use crate::text;
use crate::widget::{Screen, Summary, Widget};

pub(crate) fn finish(widget: Widget) -> Option<Element> {
    let Summary { record, progress } = widget.read(|model| model.summary.clone())?;
    let held = Held::of(&record.entries);
    let rows = rows(&record);
    let can_go_on = widget.state() == Some(State::Stopped);
    let (title, lead) = match (record.complete, can_go_on) {
        _ if rows.is_empty() => {
            ("Nothing done yet", "No move and no hold lasted a second, so there is nothing to show.")
        }
        (true, _) => ("Well done", "You went through the whole routine. Here is what you did."),
        (false, false) => ("Finished", "You left some of it out. Here is what you did."),
        (false, true) => ("Stopped early", "It still counts. Here is what you did."),
    };
    let facts = facts([
        fact("Left leg held", text::seconds(held.left_ms)),
        fact("Right leg held", text::seconds(held.right_ms)),
        fact("Streak", text::days(progress.current_streak)),
    ]);
    let too_much = text::too_much(&widget.routine(), &record.entries);
    let too_much = (!too_much.is_empty()).then(|| text_el("p", "totals", too_much));
    let go_on = move || widget.command(Command::Resume);
    let actions = el("div", "actions")
        .child(
            button("button primary", move || widget.close_session(Screen::Overview))
                .text("Back to the routine"),
        )
        .maybe(can_go_on.then(|| button("button", go_on).text("Go on where I stopped")))
        .child(
            button("button", move || widget.close_session(Screen::Progress))
                .attr("id", "finish-progress")
                .text("Progress"),
        );
    let sheet = el("section", "sheet finish")
        .shown(|sheet| {
            fullscreen::leave(&sheet);
        })
        .attr("aria-labelledby", "finish-title")
        .child(heading("finish-title").text(title))
        .child(text_el("p", "lead", lead))
        .child(facts)
        .maybe((!rows.is_empty()).then(|| table(widget, &rows)))
        .maybe(too_much)
        .child(text_el("p", "totals", totals(&progress)))
        .child(actions);
    Some(sheet)
}

fn totals(progress: &Progress) -> String {
    format!(
        "In all: {} left, {} right, on {}. Longest streak: {}.",
        text::seconds(progress.total.left_ms),
        text::seconds(progress.total.right_ms),
        text::days(u32::try_from(progress.days.len()).unwrap_or(u32::MAX)),
        text::days(progress.longest_streak),
    )
}

fn table(widget: Widget, rows: &[Row]) -> Element {
    let routine = widget.routine();
    let head = ["Exercise", "Left leg", "Right leg"].map(|name| text_el("th", "", name).attr("scope", "col"));
    let lines = rows.iter().map(|row| line(routine.name_of(&row.exercise), row));
    el("table", "done")
        .child(text_el("caption", "visually-hidden", "What you did"))
        .child(el("thead", "").child(el("tr", "").children(head)))
        .child(el("tbody", "").children(lines))
}

/// What was done of one exercise.
struct Row {
    exercise: String,
    kind: PhaseKind,
    left_ms: u64,
    right_ms: u64,
    /// Where legs are not told apart.
    body_ms: u64,
}

fn rows(record: &SessionRecord) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for entry in &record.entries {
        let at = rows.iter().position(|row| row.exercise == entry.exercise).unwrap_or_else(|| {
            let (exercise, kind) = (entry.exercise.clone(), entry.kind);
            rows.push(Row { exercise, kind, left_ms: 0, right_ms: 0, body_ms: 0 });
            rows.len() - 1
        });
        if let Some(row) = rows.get_mut(at) {
            row.add(entry);
        }
    }
    // Skipping leaves traces of less than a second, which nobody would call done.
    rows.retain(|row| row.left_ms.max(row.right_ms).max(row.body_ms) >= 1_000);
    rows
}

impl Row {
    fn add(&mut self, entry: &Entry) {
        match entry.side {
            Side::Left => self.left_ms += entry.held_ms,
            Side::Right => self.right_ms += entry.held_ms,
            // Legs in turn share the time of a move; a hold of both is a hold of each.
            Side::Both if entry.kind == PhaseKind::Hold => {
                self.left_ms += entry.held_ms;
                self.right_ms += entry.held_ms;
            }
            Side::Both | Side::None => self.body_ms += entry.held_ms,
        }
    }
}

fn line(name: &str, row: &Row) -> Element {
    let kind = if row.kind == PhaseKind::Hold { " held" } else { " moved" };
    let head = el("th", "").attr("scope", "row").text(name.to_owned()).child(text_el("span", "kind", kind));
    let cells = if row.body_ms > 0 {
        vec![text_el("td", "body", text::seconds(row.body_ms)).attr("colspan", "2")]
    } else {
        vec![text_el("td", "", text::seconds(row.left_ms)), text_el("td", "", text::seconds(row.right_ms))]
    };
    el("tr", "").child(head).children(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(exercise: &str, kind: PhaseKind, side: Side, held_ms: u64) -> Entry {
        let exercise = exercise.to_owned();
        Entry {
            exercise,
            kind,
            side,
            repeat: 1,
            held_ms,
            planned_ms: 20_000,
            full: true,
            at_ms: 0,
            too_much: false,
        }
    }

    #[test]
    fn repeats_and_interruptions_of_an_exercise_add_up_in_one_row() {
        let record = SessionRecord {
            id: String::new(),
            routine: String::new(),
            started_ms: 0,
            offset_min: 0,
            ended_ms: None,
            complete: false,
            entries: vec![
                entry("knee-raises", PhaseKind::Move, Side::Both, 999),
                entry("leg-lunges", PhaseKind::Move, Side::Both, 30_000),
                entry("seated", PhaseKind::Hold, Side::Both, 20_000),
                entry("seated", PhaseKind::Hold, Side::Both, 5_000),
                entry("anchor", PhaseKind::Hold, Side::Left, 20_000),
            ],
        };
        let rows: Vec<_> = rows(&record).iter().map(|row| (row.left_ms, row.right_ms, row.body_ms)).collect();
        assert_eq!(rows, [(0, 0, 30_000), (25_000, 25_000, 0), (20_000, 0, 0)]);
    }
}
