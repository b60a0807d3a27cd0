// JavaScript because the generator, which has no WebAssembly, uses it.
//
// What a blogger pastes is described once, as elements with attributes, styles and children. The description is written
// as text for the clipboard and made into nodes for the preview.
// @ts-check

/**
 * The form's fields by their names. Those of options that don't apply are missing, and so are unchecked boxes.
 *
 * @typedef {object} Options
 * @property {"element" | "iframe" | "link"} way
 * @property {string} theme
 * @property {string} loading
 * @property {string} height In pixels.
 * @property {string} width In pixels, or empty.
 * @property {string} accent
 * @property {string} routine The id of a built-in routine.
 * @property {string} src
 * @property {string} text
 * @property {string} title
 * @property {string} site
 * @property {string} [own-accent]
 * @property {string} [storage-key]
 * @property {string} [compact]
 * @property {string} [no-persist]
 * @property {string} [structured-data]
 */

/**
 * An element of a snippet. Attributes that are empty or false are left out, and so are empty styles; in the preview
 * they are removed from an existing node.
 *
 * @typedef {object} Description
 * @property {string} tag
 * @property {Record<string, string | boolean>} attributes
 * @property {Record<string, string>} style
 * @property {(Description | string)[]} children
 */

/**
 * The elements of a snippet.
 *
 * @param {Options} options
 * @param {string} [structuredData] JSON-LD to add; nothing if it is empty.
 */
export function describe(options, structuredData) {
  const ways = { element: routineElement, iframe, link: () => [link(options)] };
  const elements = ways[options.way](options);
  if (structuredData) elements.push(element("script", { type: "application/ld+json" }, {}, [structuredData]));
  return elements;
}

/**
 * @param {string} tag
 * @param {Description["attributes"]} attributes
 * @param {Description["style"]} [style]
 * @param {Description["children"]} [children]
 * @returns {Description}
 */
const element = (tag, attributes, style = {}, children = []) => ({ tag, attributes, style, children });

/** The routine that is shown where none is named. */
const FRONT = "hamstring";

/**
 * The built-in routine to name; empty where another one is shown, or none has to be named.
 *
 * @param {Options} options
 */
const named = ({ routine, src }) => (src || routine === FRONT ? "" : routine);

/** @param {Options} options */
function routineElement(options) {
  const { theme, loading, src, height, width } = options;
  const attributes = {
    routine: named(options),
    src,
    theme: theme === "auto" ? "" : theme,
    loading: loading === "lazy" ? "" : loading,
    "storage-key": options["storage-key"] ?? "",
    compact: Boolean(options.compact),
    "no-persist": Boolean(options["no-persist"]),
  };
  const style = {
    display: "block",
    "min-height": `${height}px`,
    "--supple-height": `${height}px`,
    ...widthStyle(width),
    "--supple-accent": options["own-accent"] ? options.accent : "",
  };
  return [
    element("script", { type: "module", src: addressOf(options, "embed/v1/supple.js") }),
    element("supple-routine", attributes, style, [link(options)]),
  ];
}

/** @param {Options} options */
function iframe(options) {
  const { theme, loading, src, height, width, title } = options;
  const query = new URLSearchParams();
  if (theme !== "auto") query.set("theme", theme);
  if (loading === "click") query.set("loading", "click");
  if (named(options)) query.set("routine", named(options));
  if (src) query.set("src", src);
  if (options["storage-key"]) query.set("storage-key", options["storage-key"]);
  if (options.compact) query.set("compact", "");
  if (options["no-persist"]) query.set("no-persist", "");
  if (options["own-accent"]) query.set("accent", options.accent);
  const attributes = {
    src: addressOf(options, "embed/v1/frame.html", query),
    title,
    loading: loading === "eager" ? "" : "lazy",
    width: "100%",
    height,
    allow: "screen-wake-lock; autoplay",
  };
  return [
    // Also as a style, because the page's own style sheet may give every iframe another height.
    element("iframe", attributes, { border: "0", height: `${height}px`, ...widthStyle(width) }),
    element("script", { type: "module", src: addressOf(options, "embed/v1/iframe.js") }),
  ];
}

/**
 * A link to the routine's page or, for one of the blogger's own, to the frame alone: no page has that.
 *
 * @param {Options} options
 */
function link(options) {
  const { src, text } = options;
  const frame = "embed/v1/frame.html";
  const page = named(options) ? `routines/${named(options)}/` : "";
  const href = src ? addressOf(options, frame, new URLSearchParams({ src })) : addressOf(options, page);
  return element("a", { href }, {}, [text]);
}

/** @param {string} width */
const widthStyle = (width) => ({ "max-width": width && `${width}px`, "margin-inline": width && "auto" });

/**
 * The address of a file of the site.
 *
 * @param {Options} options
 * @param {string} path
 */
function addressOf({ site }, path, query = new URLSearchParams()) {
  const address = new URL(path, site.endsWith("/") ? site : `${site}/`);
  address.search = query.toString();
  return address.href;
}

/**
 * The snippet as text.
 *
 * @param {Description[]} elements
 */
export function toText(elements) {
  return elements.map((it) => write(it, "")).join("\n");
}

/**
 * @param {Description} element
 * @param {string} indent
 * @returns {string}
 */
function write({ tag, attributes, style, children }, indent) {
  const styles = Object.entries(style).filter(([, value]) => value !== "").map(([name, value]) => `${name}: ${value}`);
  /** @type {Description["attributes"]} */
  const all = { ...attributes, style: styles.join("; ") };
  const written = Object.entries(all)
    .filter(([, value]) => value !== "" && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`));
  const start = `${indent}<${tag}${written.join("")}>`;
  const texts = children.filter((child) => typeof child === "string");
  if (texts.length === children.length) {
    // The text of a script isn't escaped; our JSON contains nothing that would end the script.
    return `${start}${texts.map((text) => (tag === "script" ? text : escapeHtml(text))).join("")}</${tag}>`;
  }
  const inner = children.map((child) => (typeof child === "string" ? escapeHtml(child) : write(child, `${indent}  `)));
  return `${start}\n${inner.join("\n")}\n${indent}</${tag}>`;
}

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string | boolean} text */
const escapeHtml = (text) => String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);

/**
 * Makes a node that looks as described, or changes an existing one. Scripts are not for nodes.
 *
 * @param {Description} description
 * @param {HTMLElement | null} [existing]
 * @returns {HTMLElement}
 */
export function toNode({ tag, attributes, style, children }, existing) {
  const node = existing ?? document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? "" : String(value);
    if (value === "" || value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== text) node.setAttribute(name, text);
  }
  // Properties and not an attribute, which a strict content security policy forbids. An empty value removes one.
  for (const [name, value] of Object.entries(style)) node.style.setProperty(name, value);
  node.replaceChildren(...children.map((child) => (typeof child === "string" ? child : toNode(child))));
  return node;
}
