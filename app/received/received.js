// JavaScript because it reads the page's address and shows what is in it, around the widget.
//
// The page of received routines. What a link holds is behind the hash of this page's address, so no server ever sees it.
// @ts-check

import {
  received_no_module, received_none, received_none_title, received_problem_altered, received_problem_cut_off,
  received_problem_newer, received_problem_not_a_link, received_problem_swells, received_problem_title,
  received_problem_too_long, received_title,
} from "../../messages/en.json";
import { once } from "../../element/once.js";
import { listKept } from "../kept-routines.js";
import { keepOffline } from "../offline.js";
import { clear, find, head } from "./page.js";
import { offerKeeping, showRoutine } from "./routine.js";
import { loadSharing } from "./sharing.js";
import { offerSummary, showSummary } from "./summary.js";

/** Why a link can't be opened, in words. */
const PROBLEMS = {
  "not-a-link": received_problem_not_a_link,
  newer: received_problem_newer,
  "cut-off": received_problem_cut_off,
  altered: received_problem_altered,
  "too-long": received_problem_too_long,
  swells: received_problem_swells,
};

/** Shows what the address holds. */
async function show() {
  const link = location.hash.slice(1);
  if (!link) {
    clear();
    head(received_none_title, received_none);
    find("how").hidden = false;
    showKept();
    return;
  }
  let sharing;
  try {
    sharing = await loaded();
  } catch (error) {
    console.warn(error);
    clear();
    head(received_title, received_no_module);
    return;
  }
  if (link !== location.hash.slice(1)) return; // another link has come meanwhile
  clear();
  const received = sharing.read(link);
  if (received.kind === "routine") {
    const routine = showRoutine(received);
    offerKeeping(sharing, link, received);
    offerSummary(sharing, received.document, routine);
  } else if (received.kind === "summary") {
    showSummary(received.summary);
  } else {
    head(received_problem_title, PROBLEMS[received.problem]);
    showKept();
  }
}

/** The module; one that couldn't be loaded is tried again. */
const loaded = once(() => loadSharing());

const showKept = () => listKept(find("kept"), find("kept-list"), "");

addEventListener("hashchange", show);
show();
keepOffline(new URL("../../", location.href).href);
