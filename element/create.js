// JavaScript because the loader and the page make a few elements before there is any WebAssembly.
// @ts-check

/**
 * A new element with a text.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [textContent]
 */
export const create = (tag, textContent = "", className = "") =>
  Object.assign(document.createElement(tag), { textContent, className });
