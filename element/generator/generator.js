// The page on which a blogger chooses, sees and copies. The form is the state; the snippet and the preview follow it.

import "../iframe.js";
import { describe, toNode, toText } from "./snippet.js";

/** With another value of one of these the preview begins anew, as a reader's page would. */
const ANEW = ["way", "loading"];

const form = document.querySelector("#options");
const snippet = document.querySelector("#snippet");
const preview = document.querySelector("#preview");
const said = document.querySelector("#said");
const field = (name) => form.elements.namedItem(name);

let plan = "";
let shown = "";

/** The site that this page is part of. */
const here = new URL("../", location.href).href;
field("site").value = here;

const read = () => Object.fromEntries(new FormData(form));

/** What is wrong with an address that others must be able to follow; nothing where it is right. */
function addressProblem(text) {
  if (!text) return "";
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!["http:", "https:"].includes(address?.protocol)) {
    return "Write the whole address, such as https://example.org/routine.json.";
  }
  return "";
}

function check() {
  for (const name of ["src", "site"]) field(name).setCustomValidity(addressProblem(field(name).value));
  for (const input of form.querySelectorAll("input[aria-describedby]")) {
    const place = document.getElementById(input.getAttribute("aria-describedby"));
    input.setAttribute("aria-invalid", String(!input.validity.valid));
    place.textContent = input.validationMessage;
  }
  return form.checkValidity();
}

/** What has no meaning is not there: hidden, and no part of what is read and checked. */
function dropMeaningless() {
  const { value: way } = field("way");
  for (const part of form.querySelectorAll("[data-for]")) {
    part.hidden = !part.dataset.for.split(" ").includes(way);
    for (const control of part.querySelectorAll("input")) control.disabled = part.hidden;
  }
  field("accent").disabled ||= !field("own-accent").checked;
  // Of somebody else's routine nothing is known here.
  field("structured-data").disabled = field("src").value !== "";
}

function update() {
  dropMeaningless();
  const options = read();
  const isRight = check();
  if (!isRight) {
    snippet.value = "";
    snippet.placeholder = "Something above can't be used yet; the field says why.";
    return;
  }
  snippet.value = toText(describe(options, options["structured-data"] ? plan : ""));
  show(options);
}

/** Shows what the snippet makes, with the files of this site wherever the others are. */
function show(options) {
  const kind = ANEW.map((name) => options[name]).join(" ");
  const tried = describe({ ...options, site: here }).find(({ tag }) => tag !== "script");
  // What is tried here is not the person's own progress.
  if (tried.tag === "supple-routine") tried.attributes["no-persist"] = true;
  if (tried.tag === "iframe") tried.attributes.src = withoutTraces(tried.attributes.src);
  if (tried.tag === "a") tried.attributes.target = "_blank";
  const existing = shown === kind ? preview.firstElementChild : undefined;
  const node = toNode(tried, existing);
  if (node !== existing) preview.replaceChildren(node);
  shown = kind;
}

function withoutTraces(address) {
  const tried = new URL(address);
  tried.searchParams.set("no-persist", "");
  return tried.href;
}

async function copy() {
  if (!snippet.value) {
    form.querySelector("input:invalid")?.closest("details")?.setAttribute("open", "");
    return form.reportValidity();
  }
  try {
    await navigator.clipboard.writeText(snippet.value);
    said.textContent = "Copied. Paste it into your article, as HTML.";
  } catch {
    snippet.select();
    said.textContent = "Your browser doesn't let this page copy. The snippet is selected: press Ctrl+C, or ⌘C.";
  }
}

async function fetchPlan() {
  try {
    const response = await fetch("v1/exercise-plan.json");
    if (!response.ok) throw new Error(String(response.status));
    plan = (await response.text()).trim();
  } catch {
    field("structured-data").checked = false;
    said.textContent = "The description for search engines can't be fetched. Try again later.";
  }
}

form.addEventListener("input", async ({ target }) => {
  said.textContent = "";
  if (target.name === "structured-data" && target.checked && !plan) await fetchPlan();
  update();
});
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#copy").addEventListener("click", copy);
for (const choice of document.querySelectorAll("input[name=column]")) {
  choice.addEventListener("input", () => preview.style.setProperty("max-width", choice.value));
}
update();
