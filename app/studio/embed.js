// JavaScript because the embed generator, whose way of writing snippets this uses, is.
// @ts-check

import { describe, toText } from "../../element/generator/snippet.js";

/** @typedef {import("../../element/generator/snippet.js").Options} Options */

/**
 * Code for somebody's own site that shows a routine.
 *
 * @param {import("supple-studio").EmbedWay} way
 * @param {{ site: string, document: string, link: string, source: string, name: string, text: string }} routine `source` is
 *   the link, or the address of a file on the author's site.
 */
export function embed(way, { site, document, link, source, name, text }) {
  const options = { ...DEFAULTS, site, title: name, text };
  switch (way) {
    case "element":
    case "file": {
      const elements = describe({ ...options, way: "element", src: source });
      return toText(containing(elements, [linkTo(link, text)]));
    }
    case "inline": {
      const data = { tag: "script", attributes: { type: "application/json" }, style: {}, children: [harmless(document)] };
      const elements = describe({ ...options, way: "element" });
      return toText(containing(elements, [data, linkTo(link, text)]));
    }
    case "iframe":
      return toText(describe({ ...options, way: "iframe", src: source }));
    case "wordpress":
      return `[supple-routine src="${forShortcode(source)}"]`;
    case "hugo":
      return `{{< supple-routine src="${forShortcode(source)}" >}}`;
    case "link":
      return toText([linkTo(link, text)]);
  }
}

/**
 * Puts other content into the element.
 *
 * @param {import("../../element/generator/snippet.js").Description[]} elements
 * @param {import("../../element/generator/snippet.js").Description["children"]} children
 */
const containing = (elements, children) =>
  elements.map((element) => (element.tag === "supple-routine" ? { ...element, children } : element));

/**
 * What every snippet has in common; the embed generator offers the choices.
 *
 * @type {Options}
 */
const DEFAULTS = {
  way: "element",
  theme: "auto",
  loading: "lazy",
  height: "640",
  width: "",
  accent: "",
  routine: "hamstring",
  src: "",
  text: "",
  title: "",
  site: "",
};

/**
 * @param {string} href
 * @param {string} text
 */
const linkTo = (href, text) => ({ tag: "a", attributes: { href }, style: {}, children: [text] });

/**
 * JSON that can't end the script element it stands in, nor begin a comment there.
 *
 * @param {string} json
 */
const harmless = (json) => json.replaceAll("<", "\\u003c");

/**
 * An address that can't end the attribute of a shortcode.
 *
 * @param {string} address
 */
const forShortcode = (address) => address.replace(/["[\]<>\s]/g, encodeURIComponent);
