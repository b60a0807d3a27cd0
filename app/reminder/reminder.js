// Makes a reminder for the person's own calendar, at their time and on their days. What it is for stands behind the hash of
// this page's address, so that no server sees it.

import { calendarFile, DAYS, isTime } from "./calendar.js";
import { keep, kept } from "./kept.js";
import { handOver } from "../../src/browser/files.js";

const NAME = "supple-reminder.ics";
/** If nothing else was chosen before. */
const CHOICE = { time: "18:00", days: DAYS };

const SITE = new URL("../", location.href).href;
/** What an iframe shows. It is a part of the site, and no page to come back to. */
const FRAME = new URL("embed/v1/frame.html", SITE).href;

const find = (id) => document.getElementById(id);
const [form, time, days, news] = ["form", "time", "days", "news"].map(find);

function askForDays(chosen) {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  const name = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const choices = DAYS.map((day, index) => {
    const input = Object.assign(document.createElement("input"), {
      type: "checkbox",
      value: day,
      defaultChecked: chosen.includes(day),
      autocomplete: "off",
    });
    // The year 2024 began with a Monday.
    const text = Object.assign(document.createElement("span"), { lang: locale, textContent: name.format(Date.UTC(2024, 0, 1 + index)) });
    const choice = Object.assign(document.createElement("label"), { className: "choice" });
    choice.append(input, text);
    return choice;
  });
  days.append(...choices);
}

/** What it is for, how long that takes, and the page to come back to. */
function wanted() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const minutes = Number(asked.get("minutes"));
  return {
    minutes: Number.isInteger(minutes) && minutes > 0 && minutes <= 1_440 ? minutes : 10,
    title: asked.get("title")?.trim() || "Stretching",
    link: pageOf(asked.get("link")) ?? SITE,
  };
}

/** The page of an address, without what follows a question mark or a hash; nothing if it is no address of a page. */
function pageOf(address) {
  try {
    const { protocol, origin, pathname } = new URL(address);
    if (!["http:", "https:"].includes(protocol)) return undefined;
    const page = origin + pathname;
    return page === FRAME ? SITE : page;
  } catch {
    return undefined;
  }
}

function show() {
  const { title, minutes, link } = wanted();
  find("title").textContent = title;
  find("minutes").textContent = `${minutes} min`;
  find("link").textContent = find("link").href = link;
  news.textContent = "";
}

function save() {
  const choice = { time: time.value, days: [...days.querySelectorAll(":checked")].map((input) => input.value) };
  if (!isTime(choice.time) || choice.days.length === 0) {
    news.textContent = "Choose a time, and at least one day.";
    return;
  }
  keep(choice);
  const text = calendarFile({ uid: `${unique()}@supple`, now: new Date(), ...choice, ...wanted() });
  handOver(NAME, "text/calendar", text, (said) => (news.textContent = said));
}

/** Pages without TLS have only the second. */
const unique = () => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

const { time: at, days: on } = kept() ?? CHOICE;
time.value = at;
askForDays(on);
show();
addEventListener("hashchange", show);
form.addEventListener("input", () => (news.textContent = ""));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
