// Hands a log to another device. It came behind the hash of this page's address and goes on behind the hash of the app's:
// no server ever sees it.

import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { carried } from "./carried.js";

/** A code of more bytes than this is too dense for the camera of a phone at arm's length. */
const CODE_BYTES_MAX = 1_250;
/** The quiet margin that scanners want, in modules. */
const MARGIN = 4;

const find = (id) => document.getElementById(id);

async function show() {
  const sessions = sessionsOf(logText());
  if (!sessions) return tell("There is no progress in this link. In Supple, open Progress and press “Take it to another device”.");
  const address = new URL("../#add=", location.href).href + (await carried(logText()));
  tell(`${sessions === 1 ? "One session" : `${sessions} sessions`}, held in the link itself: nothing is sent to a server.`);
  find("open").href = address;
  find("link").hidden = find("code").hidden = false;
  if (address.length > CODE_BYTES_MAX) {
    find("code-text").textContent = "That is too much for one code. Send the link to your phone instead, or take a backup file there.";
  } else {
    find("code-text").textContent = "Point its camera at the code. Supple opens there, says what would be added, and asks.";
    draw(generate(address, { minCorrectionLevel: correction.L }));
  }
  find("copy").addEventListener("click", () => copy(address));
}

const logText = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
};

/** How many sessions a backup file holds, as far as this page can tell; the app looks closely. Nothing if it is none. */
function sessionsOf(text) {
  try {
    const { app, kind, archives } = JSON.parse(text);
    if (app !== "supple" || kind !== "backup") return undefined;
    return archives.reduce((count, { sessions }) => count + sessions.length, 0) || undefined;
  } catch {
    return undefined;
  }
}

function tell(sentence) {
  find("lead").textContent = sentence;
}

function draw(code) {
  const qr = find("qr");
  const whole = code.size + 2 * MARGIN;
  qr.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${whole} ${whole}`);
  const path = document.createElementNS(qr.namespaceURI, "path");
  path.setAttribute("d", toSvgPath(code));
  qr.replaceChildren(path);
  qr.removeAttribute("hidden");
}

async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    find("copied").textContent = "Copied.";
  } catch {
    find("copied").textContent = "This browser doesn't let pages copy. Press and hold “Open Supple” to copy its link.";
  }
}

addEventListener("hashchange", show);
show();
