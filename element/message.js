// JavaScript because the loader and the site's own pages use it, and they run without the WebAssembly.
// @ts-check

/**
 * Fills the `{{name}}` placeholders of a message from `messages/en.json`.
 *
 * @param {string} message
 * @param {Record<string, string | number>} values What goes into each placeholder, by its name.
 */
export const fill = (message, values) =>
  message.replace(/\{\{(\w+)\}\}/g, (placeholder, name) => String(values[name] ?? placeholder));

/**
 * Picks the form of a message that fits a number (i18next's `_one` and `_other`), and fills its `{{count}}`.
 *
 * @param {number} count
 * @param {{ one: string, other: string }} forms
 */
export const plural = (count, { one, other }) =>
  fill(new Intl.PluralRules("en").select(count) === "one" ? one : other, { count });
