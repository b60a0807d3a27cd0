// JavaScript because it is a page of its own, without WebAssembly, that few visitors open.
//
// Makes a reminder for the person's own calendar, at their time and on their days. What it is for is behind the hash of
// this page's address, so no server sees it.
// @ts-check

import {
  reminder_choose, reminder_dates, reminder_default_title, reminder_downloaded, reminder_minutes, reminder_save_failed, reminder_shared,
} from "../../messages/en.json";
import { fill } from "../../element/message.js";
import { calendarFile, DAYS, isTime } from "./calendar.js";
import { loadChoice, saveChoice } from "./choice.js";
import { saveFile } from "./save-file.js";

const FILE_NAME = "supple-reminder.ics";
/** Before the person has chosen anything. */
const DEFAULT_CHOICE = { time: "18:00", days: DAYS };
/** What to remind of where the address doesn't say. */
const DEFAULT_MINUTES = 10;
const MINUTES_MAX = 1_440;
/** The most days of a programme that are taken: more than a year of them is no programme. */
const DATES_MAX = 400;

const SITE = new URL("../", location.href).href;
/** What an iframe shows: a part of the site, and no page to come back to. */
const FRAME = new URL("embed/v1/frame.html", SITE).href;

/** @param {string} id */
const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const form = find("form");
const time = /** @type {HTMLInputElement} */ (find("time"));
const days = find("days");
const news = find("news");

/** @param {string[]} chosen */
function showDays(chosen) {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const initial = new Intl.DateTimeFormat(locale, { weekday: "narrow", timeZone: "UTC" });
  const choices = DAYS.map((day, index) => {
    const input = Object.assign(document.createElement("input"), {
      type: "checkbox",
      value: day,
      defaultChecked: chosen.includes(day),
    });
    input.setAttribute("autocomplete", "off");
    // 1 January 2024 was a Monday.
    const date = Date.UTC(2024, 0, 1 + index);
    input.setAttribute("aria-label", name.format(date));
    const text = Object.assign(document.createElement("span"), { lang: locale, textContent: initial.format(date) });
    text.setAttribute("aria-hidden", "true");
    const choice = Object.assign(document.createElement("label"), { className: "weekday" });
    choice.append(input, text);
    return choice;
  });
  const row = Object.assign(document.createElement("div"), { className: "weekdays" });
  row.append(...choices);
  days.append(row);
}

/**
 * Selects these days and no others.
 *
 * @param {string[]} chosen
 */
function selectDays(chosen) {
  for (const input of days.querySelectorAll("input")) input.checked = chosen.includes(input.value);
  news.textContent = "";
}

/** Shows the time as the calendar will have it. */
const showTime = () => (find("entry-time").textContent = time.value);

/**
 * What the address asks for: a title, how long it takes in minutes, the page to come back to, and the days of a programme,
 * if it is for one.
 */
function request() {
  const query = new URLSearchParams(location.hash.slice(1));
  const minutes = Number(query.get("minutes"));
  return {
    minutes: Number.isInteger(minutes) && minutes > 0 && minutes <= MINUTES_MAX ? minutes : DEFAULT_MINUTES,
    title: query.get("title")?.trim() || reminder_default_title,
    link: pageOf(query.get("link") ?? "") ?? SITE,
    dates: datesIn(query.get("dates") ?? ""),
  };
}

/**
 * The days in a list such as "20261122,20261124", each once and in order; none where one of them is no day.
 *
 * @param {string} list
 */
function datesIn(list) {
  const dates = [...new Set(list.split(","))].sort();
  return dates.length <= DATES_MAX && dates.every((date) => dateOf(date)) ? dates : [];
}

/**
 * The day "20261122" at noon in UTC; undefined where there is no such day.
 *
 * @param {string} text
 */
function dateOf(text) {
  if (!/^\d{8}$/.test(text)) return undefined;
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const date = new Date(`${iso}T12:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? date : undefined;
}

/**
 * Says which days a programme has, in place of the choice of weekdays.
 *
 * @param {string[]} dates
 */
function showDates(dates) {
  const [first, last] = [dates[0], dates.at(-1)].map((date) => dateOf(date ?? ""));
  days.hidden = first !== undefined;
  const programme = find("programme");
  programme.hidden = first === undefined;
  if (first && last) {
    const { format } = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
    programme.textContent = fill(reminder_dates, { count: dates.length, first: format(first), last: format(last) });
  }
}

/**
 * The page at an address, without query and hash; undefined where it is no address of a page.
 *
 * @param {string} address
 */
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

function showRequest() {
  const { title, minutes, link, dates } = request();
  showDates(dates);
  const anchor = /** @type {HTMLAnchorElement} */ (find("link"));
  find("title").textContent = title;
  find("minutes").textContent = fill(reminder_minutes, { minutes });
  anchor.textContent = anchor.href = link;
  news.textContent = "";
}

async function save() {
  /** @type {NodeListOf<HTMLInputElement>} */
  const checked = days.querySelectorAll(":checked");
  const choice = { time: time.value, days: [...checked].map((input) => input.value) };
  const what = request();
  if (!isTime(choice.time) || (choice.days.length === 0 && what.dates.length === 0)) {
    news.textContent = reminder_choose;
    return;
  }
  const edition = saveChoice(choice, what.link, () => `${randomId()}@supple`);
  const text = calendarFile({ ...edition, now: new Date(), ...choice, ...what });
  news.textContent = await handOver(text);
}

/**
 * Hands the file to the person, and says what became of it.
 *
 * @param {string} text
 */
async function handOver(text) {
  try {
    const outcome = await saveFile(new File([text], FILE_NAME, { type: "text/calendar" }));
    const message = { shared: reminder_shared, downloaded: reminder_downloaded, dismissed: "" }[outcome];
    return fill(message, { name: FILE_NAME });
  } catch {
    return reminder_save_failed;
  }
}

/** Pages without TLS don't have `randomUUID`. */
const randomId = () => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

const choice = loadChoice() ?? DEFAULT_CHOICE;
time.value = choice.time;
showDays(choice.days);
showRequest();
showTime();
addEventListener("hashchange", showRequest);
find("every-day").addEventListener("click", () => selectDays(DAYS));
find("weekdays").addEventListener("click", () => selectDays(DAYS.slice(0, 5)));
form.addEventListener("input", () => {
  news.textContent = "";
  showTime();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
