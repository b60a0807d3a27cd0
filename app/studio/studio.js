// JavaScript because it instantiates WebAssembly: the studio (`src/studio`), the app with which people write routines.
//
// It also is what the app has of the browser and of libraries: codes, dragging, the clipboard, sharing, a live routine.
// @ts-check

import instantiate, { StudioHandle } from "supple-studio";
import { studio_failed } from "../../messages/en.json";
import { keepOffline } from "../offline.js";
import { compile } from "../../element/compile.js";
import { code } from "./code.js";
import { embed } from "./embed.js";
import { preview } from "./preview.js";
import { sort } from "./sorting.js";

/** The site that this page is part of. */
const site = new URL("../", location.href).href;

/** @type {import("supple-studio").StudioPage} */
const page = {
  site,
  canShare: typeof navigator.share === "function",
  code,
  sort,
  preview,
  embed: (way, routine) => embed(way, { site, ...routine }),
  // A page without TLS has no clipboard; that is a refusal like any other.
  copy: async (text) => navigator.clipboard.writeText(text),
  share: async (title, url) => navigator.share({ title, url }),
};

async function start() {
  const loading = /** @type {HTMLElement} */ (document.getElementById("loading"));
  const place = /** @type {HTMLElement} */ (document.getElementById("studio"));
  try {
    await instantiate({ module_or_path: await compile(await fetch(STUDIO_WASM_URL)) });
    const handle = new StudioHandle(page, place);
    loading.remove();
    // It lasts as long as the page.
    addEventListener("pagehide", (event) => !event.persisted && handle.free());
  } catch (error) {
    console.warn("The studio could not be loaded.", error);
    loading.textContent = studio_failed;
  }
}

start();
// Who writes routines may well come here first.
keepOffline(site);
