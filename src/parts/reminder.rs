//! A reminder for the person's own calendar, at their time and on their days.

use std::rc::Rc;

use supple_core::Reminder;

use crate::browser::{address, clock, dates, field, files, random};
use crate::markup::{Element, button, el, text_el};
use crate::text;
use crate::widget::{Topic, Widget};

/// The file's name.
const NAME: &str = "supple-reminder.ics";
/// The time to begin with.
const TIME: &str = "18:00";

/// What was chosen, and what there is to say of it.
pub(crate) struct Reminding {
    /// Minutes since midnight; `None` while what stands there is no time.
    time: Option<u32>,
    /// One bit a day, the lowest for Monday.
    days: u8,
    news: String,
}

impl Default for Reminding {
    fn default() -> Self {
        Self { time: Reminder::time(TIME), days: 0x7f, news: String::new() }
    }
}

pub(crate) fn reminder(widget: Widget) -> Element {
    widget.model().borrow_mut().reminding = Reminding::default();
    let input = el("input", "field").attr("type", "time").attr("value", TIME).on("input", move |event| {
        widget.model().borrow_mut().reminding.time = Reminder::time(&field::text(&event));
    });
    let lang = widget.read(|model| model.lang.clone());
    // All are on, as `Reminding` has them; from then on the inputs keep their own state.
    let day = |day: i32| {
        let input =
            el("input", "").attr("type", "checkbox").property("checked", || true).on("change", move |_| {
                widget.model().borrow_mut().reminding.days ^= 1 << day;
            });
        el("label", "choice").child(input).child(text_el("span", "", dates::weekday(day, &lang)))
    };
    let news = move || widget.follow(Topic::Reminder, |model| model.reminding.news.clone());
    el("section", "aside")
        .attr("aria-labelledby", "reminder-title")
        .child(text_el("h3", "heading", "Reminder").attr("id", "reminder-title"))
        .child(text_el(
            "p",
            "soft",
            "A file for your calendar, which then reminds you. Open it once, and it is there.",
        ))
        .child(el("label", "labelled").child(text_el("span", "", "Time")).child(input))
        .child(
            el("fieldset", "choices")
                .child(text_el("legend", "visually-hidden", "Days"))
                .children((0..7).map(day)),
        )
        .child(
            el("div", "actions")
                .child(button("button", move || widget.save_reminder()).text("Save the reminder")),
        )
        .child(el("p", "").attr("role", "status").live_text(news))
}

impl Widget {
    fn save_reminder(self) {
        let made_ms = clock::now().wall_ms;
        let reminder = self.read(|model| {
            let reminder = Reminder {
                uid: format!("{made_ms}-{}@supple", random::hex()),
                made_ms,
                from: clock::today(),
                time: model.reminding.time?,
                days: model.reminding.days,
                minutes: u32::try_from(model.plan.total_ms().div_ceil(60_000)).ok()?,
                title: model.routine.name.clone(),
                link: address::of_page(),
            };
            reminder.to_text()
        });
        let Some(text) = reminder else {
            return self.tell_of_reminder("Choose a time, and at least one day.".to_owned());
        };
        let told = move |how| self.tell_of_reminder(text::handed_over(how, NAME));
        files::hand_over(NAME, "text/calendar", &text, Rc::new(told));
    }

    /// Late answers of the browser come here too.
    fn tell_of_reminder(self, text: String) {
        if !self.is_gone() {
            self.change(Topic::Reminder, |model| model.reminding.news = text);
        }
    }
}
