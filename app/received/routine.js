// JavaScript because it shows what a link holds, and the widget below it is an element.
//
// A routine that somebody has sent: who wrote it, whether it is kept, and the routine itself.
// @ts-check

import {
  received_anonymous, received_contact, received_days_one, received_days_other, received_different, received_edited,
  received_for, received_forget, received_forgotten, received_from, received_full, received_keep, received_keep_hint,
  received_kept, received_newer, received_not_changed, received_older, received_open_kept, received_refused,
  received_replace, received_routines, received_set_aside, received_undo,
} from "../../messages/en.json";
import { create } from "../../element/create.js";
import { fill, plural } from "../../element/message.js";
import { find, head, say } from "./page.js";
import { dateOf } from "./wording.js";

/** @import { Label, ReceivedRoutine, Sharing, Trouble } from "./sharing.js" */

/** What each trouble means for somebody who wants to keep something. */
const NOT_KEPT = { refused: received_refused, full: received_full, "set-aside": received_set_aside };

/** What the standing of a routine is called, where it is kept in another version. */
const OTHERS = { newer: received_newer, older: received_older, different: received_different };

/**
 * Shows a routine.
 *
 * @param {ReceivedRoutine} received
 */
export function showRoutine({ document: text, label }) {
  const { name, author, authorUrl, intendedFor, daysPerWeek, edited } = label;
  head(name, author ? fill(received_from, { author }) : received_anonymous);
  const facts = [
    intendedFor && fill(received_for, { name: intendedFor }),
    daysPerWeek && plural(daysPerWeek, { one: received_days_one, other: received_days_other }),
    edited && fill(received_edited, { date: dateOf(edited) }),
  ];
  say("facts", facts.filter(Boolean).join(" · "));
  if (authorUrl && URL.canParse(authorUrl)) showContact(new URL(authorUrl));
  const routine = create("supple-routine");
  routine.setAttribute("loading", "eager");
  // As a node: pages that require Trusted Types take no text for a script, of whatever type.
  const data = document.createElement("script");
  data.type = "application/json";
  data.append(text);
  routine.append(data);
  document.querySelector("main")?.append(routine);
  return routine;
}

/** @param {URL} address It leads to a page, or is for mail; core has seen to that. */
function showContact(address) {
  const link = create("a", address.protocol === "mailto:" ? address.pathname : address.host);
  link.href = address.href;
  link.rel = "noreferrer nofollow";
  const [before = "", after = ""] = received_contact.split("{{address}}");
  const place = find("contact");
  place.replaceChildren(before, link, after);
  place.hidden = false;
}

/**
 * Offers to keep a routine, or says that it is kept.
 *
 * @param {Sharing} sharing
 * @param {string} link
 * @param {ReceivedRoutine} received
 * @param {string} [news] What has just happened.
 */
export function offerKeeping(sharing, link, { label, standing, kept, trouble }, news) {
  const again = (/** @type {string} */ news) => {
    const received = sharing.read(link);
    if (received.kind === "routine") offerKeeping(sharing, link, received, news);
    find("answers").querySelector("button")?.focus();
  };
  /** @param {Trouble | null} trouble @param {Record<Trouble, string>} sentences @param {string} done */
  const after = (trouble, sentences, done) => again(trouble ? sentences[trouble] : done);
  const keep = () => after(sharing.keep(link), NOT_KEPT, received_kept);
  const stays = { refused: received_not_changed, full: received_not_changed, "set-aside": received_set_aside };
  const forget = () => {
    const trouble = sharing.forget(label.id);
    after(trouble, stays, received_forgotten);
    if (trouble) return;
    // What was forgotten by mistake is still in the address.
    const undo = button(received_undo, keep, "button primary");
    answer([undo]);
    undo.focus();
  };
  const isOther = standing === "newer" || standing === "older" || standing === "different";
  find("standing").textContent =
    news ?? (trouble ? NOT_KEPT[trouble] : isOther ? OTHERS[standing] : standing === "kept" ? received_kept : received_keep_hint);
  if (standing === "new") answer([button(received_keep, keep, "button primary")]);
  else if (standing === "kept") answer([button(received_forget, forget, "button"), wayTo("../", received_routines)]);
  else {
    const isBetter = standing === "newer";
    const replace = button(received_replace, keep, isBetter ? "button primary" : "button");
    const own = wayTo(`#${encodeURIComponent(kept ?? "")}`, received_open_kept, isBetter ? "button" : "button primary");
    answer(isBetter ? [replace, own] : [own, replace]);
  }
  find("offer").hidden = false;
}

/** @param {HTMLElement[]} answers */
function answer(answers) {
  find("answers").replaceChildren(...answers);
}

/**
 * @param {string} href
 * @param {string} text
 */
const wayTo = (href, text, className = "button") => Object.assign(create("a", text, className), { href });

/**
 * @param {string} text
 * @param {() => void} act
 * @param {string} className
 */
function button(text, act, className) {
  const button = create("button", text, className);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}
