// What a blogger pastes: described once, as elements with attributes, styles and children, and then written as text for
// the clipboard and made into nodes for the preview.

/**
 * The elements of a snippet. `options` are the form's fields by name, `plan` is the JSON-LD that goes along, or nothing.
 */
export function describe(options, plan) {
  const elements = { element: routineElement, iframe, link: (options) => [link(options)] }[options.way](options);
  return plan ? [...elements, element("script", { type: "application/ld+json" }, {}, [plan])] : elements;
}

/** What is empty or false is known of and not there. */
const element = (tag, attributes, style = {}, children = []) => ({ tag, attributes, style, children });

function routineElement(options) {
  const { theme, loading, src, height, width } = options;
  const attributes = {
    src,
    theme: theme === "auto" ? "" : theme,
    loading: loading === "lazy" ? "" : loading,
    "storage-key": options["storage-key"],
    compact: Boolean(options.compact),
    "no-persist": Boolean(options["no-persist"]),
  };
  const style = {
    display: "block",
    "min-height": `${height}px`,
    "--supple-height": `${height}px`,
    ...widthOf(width),
    "--supple-accent": options["own-accent"] ? options.accent : "",
  };
  return [
    element("script", { type: "module", src: address(options, "embed/v1/supple.js") }),
    element("supple-routine", attributes, style, [link(options)]),
  ];
}

function iframe(options) {
  const { theme, loading, src, height, width, title } = options;
  const query = new URLSearchParams();
  if (theme !== "auto") query.set("theme", theme);
  if (loading === "click") query.set("loading", "click");
  if (src) query.set("src", src);
  if (options["storage-key"]) query.set("storage-key", options["storage-key"]);
  if (options.compact) query.set("compact", "");
  if (options["no-persist"]) query.set("no-persist", "");
  if (options["own-accent"]) query.set("accent", options.accent);
  const attributes = {
    src: address(options, "embed/v1/frame.html", query),
    title,
    loading: loading === "eager" ? "" : "lazy",
    width: "100%",
    height,
    allow: "screen-wake-lock; autoplay",
  };
  return [
    element("iframe", attributes, { border: "0", ...widthOf(width) }),
    element("script", { type: "module", src: address(options, "embed/v1/iframe.js") }),
  ];
}

/** The page as a whole; for a routine of one's own, the frame alone, for the page has the built-in one. */
function link(options) {
  const { src, text } = options;
  const href = src ? address(options, "embed/v1/frame.html", new URLSearchParams({ src })) : address(options, "");
  return element("a", { href }, {}, [text]);
}

const widthOf = (width) => ({ "max-width": width && `${width}px`, "margin-inline": width && "auto" });

function address({ site }, path, query = new URLSearchParams()) {
  const address = new URL(path, site.endsWith("/") ? site : `${site}/`);
  address.search = query.toString();
  return address.href;
}

/** The snippet as text. */
export function toText(elements) {
  return elements.map((it) => write(it, "")).join("\n");
}

function write({ tag, attributes, style, children }, indent) {
  const styles = Object.entries(style).filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${value}`);
  const all = { ...attributes, style: styles.join("; ") };
  const written = Object.entries(all)
    .filter(([, value]) => value !== "" && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(value)}"`));
  const start = `${indent}<${tag}${written.join("")}>`;
  if (children.every((child) => typeof child === "string")) {
    // A script's text is taken as it is; our own JSON holds nothing that would end it.
    return `${start}${children.map((text) => (tag === "script" ? text : escape(text))).join("")}</${tag}>`;
  }
  return `${start}\n${children.map((child) => write(child, `${indent}  `)).join("\n")}\n${indent}</${tag}>`;
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

/** Makes a node that looks as described, out of one that is there if it can. Scripts make none. */
export function toNode({ tag, attributes, style, children }, existing) {
  const node = existing ?? document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? "" : String(value);
    if (value === "" || value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
  // One by one and not as an attribute, which a strict policy forbids. An empty one is taken away.
  for (const [name, value] of Object.entries(style)) node.style.setProperty(name, value);
  node.replaceChildren(...children.map((child) => (typeof child === "string" ? child : toNode(child))));
  return node;
}
