// JavaScript because it is a page of its own, without WebAssembly, for people who run a site.
//
// The page on which a blogger chooses options, sees the result and copies a snippet. The form holds the state; the
// snippet and the preview follow it.
// @ts-check

import "../iframe.js";
import {
  generator_address_problem, generator_copied, generator_copy_failed, generator_invalid,
  generator_structured_data_failed, generator_where_ghost, generator_where_html, generator_where_squarespace,
  generator_where_substack, generator_where_wix, generator_where_wordpress,
} from "../../messages/en.json";
import { describe, toNode, toText } from "./snippet.js";

/** @typedef {import("./snippet.js").Options} Options */

/**
 * Where the snippet can go: the way that works there, and where to paste it.
 *
 * @type {Record<string, { way: string, where: string }>}
 */
const PLACES = {
  html: { way: "element", where: generator_where_html },
  wordpress: { way: "element", where: generator_where_wordpress },
  ghost: { way: "element", where: generator_where_ghost },
  squarespace: { way: "element", where: generator_where_squarespace },
  wix: { way: "iframe", where: generator_where_wix },
  substack: { way: "link", where: generator_where_substack },
};

/** The heights that go with the two looks, in pixels. */
const HEIGHTS = { whole: "640", compact: "240" };

/** If one of these changes, the preview starts over, as a reader's page would. */
const PREVIEW_RESTARTS = /** @type {const} */ (["way", "loading", "routine"]);

/**
 * @template {HTMLElement} [Found=HTMLElement]
 * @param {string} selector
 */
const find = (selector) => /** @type {Found} */ (document.querySelector(selector));

/** @type {HTMLFormElement} */
const form = find("#options");
/** @type {HTMLTextAreaElement} */
const snippet = find("#snippet");
const preview = find("#preview");
const status = find("#said");
/** @param {string} name */
const field = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/**
 * The JSON-LD for search engines by the ids of routines, once it was fetched.
 *
 * @type {Map<string, string>}
 */
const structuredData = new Map();
/** What the preview was made for: see `PREVIEW_RESTARTS`. */
let previewKind = "";

/** The site that this page is part of. */
const here = new URL("../", location.href).href;
field("site").value = here;

const readOptions = () => /** @type {Options} */ (/** @type {unknown} */ (Object.fromEntries(new FormData(form))));

/**
 * What is wrong with an address that readers' browsers must be able to open; empty if nothing is.
 *
 * @param {string} text
 */
function addressProblem(text) {
  if (!text) return "";
  const isWebAddress = URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
  return isWebAddress ? "" : generator_address_problem;
}

function validate() {
  for (const name of ["src", "site"]) field(name).setCustomValidity(addressProblem(field(name).value));
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = form.querySelectorAll("input[aria-describedby]");
  for (const input of inputs) {
    const problem = document.getElementById(input.getAttribute("aria-describedby") ?? "");
    input.setAttribute("aria-invalid", String(!input.validity.valid));
    if (problem) problem.textContent = input.validationMessage;
  }
  return form.checkValidity();
}

/** Hides the options that don't apply, and disables them so that they are neither read nor validated. */
function disableInapplicable() {
  const { value: way } = field("way");
  /** @type {NodeListOf<HTMLElement>} */
  const parts = form.querySelectorAll("[data-for]");
  for (const part of parts) {
    part.hidden = !part.dataset.for?.split(" ").includes(way);
    for (const control of part.querySelectorAll("input")) control.disabled = part.hidden;
  }
  field("accent").disabled ||= !field("own-accent").checked;
  // Nothing is known here about a routine by somebody else.
  const isOwn = field("src").value !== "";
  field("structured-data").disabled = isOwn;
  field("routine").disabled = isOwn;
}

/** The place decides on the way, which can still be changed. */
function followPlace() {
  const { way } = PLACES[field("place").value];
  field("way").value = way;
}

/** A compact one is as low as a card, unless somebody has chosen a height. */
function followLook() {
  const isCompact = field("compact").checked;
  const [before, after] = isCompact ? [HEIGHTS.whole, HEIGHTS.compact] : [HEIGHTS.compact, HEIGHTS.whole];
  if (field("height").value === before) field("height").value = after;
}

function update() {
  find("#where").textContent = PLACES[field("place").value].where;
  disableInapplicable();
  const options = readOptions();
  const isValid = validate();
  if (!isValid) {
    snippet.value = "";
    snippet.placeholder = generator_invalid;
    return;
  }
  snippet.value = toText(describe(options, (options["structured-data"] && structuredData.get(options.routine)) || ""));
  showPreview(options);
}

/**
 * Shows what the snippet makes, with the files of this site, wherever the snippet's are.
 *
 * @param {Options} options
 */
function showPreview(options) {
  const kind = PREVIEW_RESTARTS.map((name) => options[name]).join(" ");
  const element = describe({ ...options, site: here }).find(({ tag }) => tag !== "script");
  if (!element) return; // each way makes one
  const { attributes } = element;
  // Trying it out here must not change the person's own progress.
  if (element.tag === "supple-routine") attributes["no-persist"] = true;
  if (element.tag === "iframe") attributes.src = withoutPersistence(String(attributes.src));
  if (element.tag === "a") attributes.target = "_blank";
  const existing = previewKind === kind ? preview.firstElementChild : null;
  const node = toNode(element, /** @type {HTMLElement | null} */ (existing));
  if (node !== existing) preview.replaceChildren(node);
  previewKind = kind;
}

/** @param {string} address */
function withoutPersistence(address) {
  const url = new URL(address);
  url.searchParams.set("no-persist", "");
  return url.href;
}

async function copy() {
  if (!snippet.value) {
    form.querySelector("input:invalid")?.closest("details")?.setAttribute("open", "");
    return form.reportValidity();
  }
  try {
    await navigator.clipboard.writeText(snippet.value);
    status.textContent = generator_copied;
  } catch {
    snippet.select();
    status.textContent = generator_copy_failed;
  }
}

async function fetchStructuredData() {
  const { value: routine } = field("routine");
  if (structuredData.has(routine)) return;
  try {
    const response = await fetch(`../routines/${routine}/exercise-plan.json`);
    if (!response.ok) throw new Error(String(response.status));
    structuredData.set(routine, (await response.text()).trim());
  } catch {
    field("structured-data").checked = false;
    status.textContent = generator_structured_data_failed;
  }
}

form.addEventListener("input", async ({ target }) => {
  status.textContent = "";
  const structured = field("structured-data");
  if (target instanceof HTMLInputElement && target.name === "place") followPlace();
  if (target instanceof HTMLInputElement && target.name === "compact") followLook();
  if (structured.checked) await fetchStructuredData();
  update();
});
form.addEventListener("submit", (event) => event.preventDefault());
find("#copy").addEventListener("click", copy);
/** @type {NodeListOf<HTMLInputElement>} */
const columns = document.querySelectorAll("input[name=column]");
for (const column of columns) {
  column.addEventListener("input", () => preview.style.setProperty("max-width", column.value));
}
update();
