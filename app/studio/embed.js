// JavaScript because the embed generator, whose way of writing snippets this uses, is.
// @ts-check

import { describe, toText } from "../../element/generator/snippet.js";

/** @typedef {import("../../element/generator/snippet.js").Options} Options */

/**
 * Code for somebody's own site that shows a routine.
 *
 * @param {import("supple-studio").EmbedWay} way
 * @param {{ site: string, document: string, link: string, file: string, name: string, text: string }} routine
 */
export function embed(way, { site, document, link, file, name, text }) {
  const options = { ...DEFAULTS, site, title: name, text };
  switch (way) {
    case "inline": {
      const elements = describe({ ...options, way: "element" });
      const element = elements.find(({ tag }) => tag === "supple-routine");
      const data = { tag: "script", attributes: { type: "application/json" }, style: {}, children: [harmless(document)] };
      if (element) element.children = [data, linkTo(link, text)];
      return toText(elements);
    }
    case "src": {
      const elements = describe({ ...options, way: "element", src: file });
      const element = elements.find(({ tag }) => tag === "supple-routine");
      if (element) element.children = [linkTo(link, text)];
      return toText(elements);
    }
    case "iframe":
      return toText(describe({ ...options, way: "iframe", src: file }));
    case "link":
      return toText([linkTo(link, text)]);
    case "hugo":
      return `{{< supple-routine src="${forShortcode(file)}" >}}`;
  }
}

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
