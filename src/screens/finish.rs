//! What a session came to, honestly.

use leptos::prelude::*;
use supple_core::{Command, Entry, Held, PhaseKind, SessionRecord, Side};

use super::Heading;
use crate::text;
use crate::widget::{Screen, Summary, Widget};

#[component]
pub(crate) fn Finish(widget: Widget) -> impl IntoView {
    // The screen is built anew for each end of a session, after its summary.
    let Some(Summary { record, progress }) = widget.summary.get_untracked() else {
        return ().into_any();
    };
    let held = Held::of(&record.entries);
    let rows = rows(&record);
    let nothing = rows.is_empty();
    let (title, lead) = match (record.complete, nothing) {
        (true, false) => ("Well done", "You went through the whole routine. Here is what you did."),
        (false, false) => ("Stopped early", "It still counts. Here is what you did."),
        (_, true) => ("Nothing done yet", "No move and no hold lasted a second, so there is nothing to show."),
    };
    let streak = progress.current_streak;
    let can_go_on = !record.complete;
    let rows = rows.into_iter().map(|row| {
        let name = widget.routine.with_value(|routine| routine.name_of(&row.exercise).to_owned());
        view! { <Line name row/> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="sheet finish" aria-labelledby="finish-title">
            <Heading id="finish-title" text=title/>
            <p class="lead">{lead}</p>
            <dl class="facts">
                <div><dt>"Left leg held"</dt><dd>{text::seconds(held.left_ms)}</dd></div>
                <div><dt>"Right leg held"</dt><dd>{text::seconds(held.right_ms)}</dd></div>
                <div><dt>"Streak"</dt><dd>{text::days(streak)}</dd></div>
            </dl>
            {(!nothing).then(|| view! {
                <table class="done">
                    <caption class="visually-hidden">"What you did"</caption>
                    <thead>
                        <tr><th scope="col">"Exercise"</th><th scope="col">"Left leg"</th><th scope="col">"Right leg"</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            })}
            <p class="totals">
                {format!(
                    "In all: {} left, {} right, on {}. Longest streak: {}.",
                    text::seconds(progress.total.left_ms),
                    text::seconds(progress.total.right_ms),
                    text::days(u32::try_from(progress.days.len()).unwrap_or(u32::MAX)),
                    text::days(progress.longest_streak),
                )}
            </p>
            <div class="actions">
                <button type="button" class="button primary" on:click=move |_| widget.close_session(Screen::Overview)>
                    "Back to the routine"
                </button>
                {can_go_on.then(|| view! {
                    <button type="button" class="button" on:click=move |_| widget.command(Command::Resume)>
                        "Go on where I stopped"
                    </button>
                })}
                <button type="button" class="button" on:click=move |_| widget.close_session(Screen::Progress)>
                    "Progress"
                </button>
            </div>
        </section>
    }
    .into_any()
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

#[component]
fn Line(name: String, row: Row) -> impl IntoView {
    let kind = if row.kind == PhaseKind::Hold { "held" } else { "moved" };
    let cells = if row.body_ms > 0 {
        view! { <td colspan="2" class="body">{text::seconds(row.body_ms)}</td> }.into_any()
    } else {
        view! {
            <td>{text::seconds(row.left_ms)}</td>
            <td>{text::seconds(row.right_ms)}</td>
        }
        .into_any()
    };
    view! { <tr><th scope="row">{name} <span class="kind">" "{kind}</span></th>{cells}</tr> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(exercise: &str, kind: PhaseKind, side: Side, held_ms: u64) -> Entry {
        let exercise = exercise.to_owned();
        Entry { exercise, kind, side, repeat: 1, held_ms, planned_ms: 20_000, full: true, at_ms: 0 }
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
