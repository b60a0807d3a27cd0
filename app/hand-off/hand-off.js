// JavaScript because it is a page of its own, without WebAssembly, that few visitors open.
//
// Hands a log to another device. The log comes behind the hash of this page's address and goes on behind the hash of
// the app's, so no server ever sees it.
// @ts-check

import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { plural } from "../../element/message.js";
import {
  hand_off_code, hand_off_code_too_dense, hand_off_copied, hand_off_copy_failed, hand_off_nothing,
  hand_off_sessions_one, hand_off_sessions_other,
} from "../../messages/en.json";
import { pack } from "./packing.js";

/** A code of more bytes than this is too dense for a phone's camera at arm's length. */
const CODE_BYTES_MAX = 1_250;
/** The quiet zone that scanners need around a code, in modules. */
const MARGIN = 4;

/** @param {string} id */
const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** The link to the app, once there is one. */
let address = "";

async function show() {
  find("link").hidden = find("code").hidden = find("without").hidden = true;
  find("copied").textContent = "";
  const log = logText();
  const sessions = countSessions(log);
  if (!sessions) {
    find("without").hidden = false;
    return say(hand_off_nothing);
  }
  const link = new URL("../#add=", location.href).href + (await pack(log));
  if (log !== logText()) return; // another log has come meanwhile
  address = link;
  say(plural(sessions, { one: hand_off_sessions_one, other: hand_off_sessions_other }));
  /** @type {HTMLAnchorElement} */ (find("open")).href = address;
  find("link").hidden = find("code").hidden = false;
  if (address.length > CODE_BYTES_MAX) {
    find("code-text").textContent = hand_off_code_too_dense;
    find("qr").setAttribute("hidden", "");
  } else {
    find("code-text").textContent = hand_off_code;
    draw(generate(address, { minCorrectionLevel: correction.L }));
  }
}

const logText = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

/**
 * How many sessions a backup file holds, as far as this page can tell; the app looks closely. Undefined if it is none.
 *
 * @param {string} text
 */
function countSessions(text) {
  try {
    const { app, kind, archives } = JSON.parse(text);
    if (app !== "supple" || kind !== "backup") return undefined;
    /** @type {{ sessions: unknown[] }[]} */
    const list = archives;
    return list.reduce((count, { sessions }) => count + sessions.length, 0) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} sentence */
function say(sentence) {
  find("lead").textContent = sentence;
}

/** @param {import("lean-qr").Bitmap} code */
function draw(code) {
  const qr = find("qr");
  const size = code.size + 2 * MARGIN;
  qr.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${size} ${size}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", toSvgPath(code));
  qr.replaceChildren(path);
  qr.removeAttribute("hidden");
}

async function copy() {
  try {
    await navigator.clipboard.writeText(address);
    find("copied").textContent = hand_off_copied;
  } catch {
    find("copied").textContent = hand_off_copy_failed;
  }
}

find("copy").addEventListener("click", copy);
addEventListener("hashchange", show);
show();
