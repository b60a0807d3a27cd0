// JavaScript because it reads the language off the page around the element, for which Rust would need no less code.
// @ts-check

/**
 * The language of an element for dates, as a canonical BCP 47 tag. A page may say anything, but an invalid tag would
 * throw wherever a date is formatted.
 *
 * @param {Element} element
 */
export function languageOf(element) {
  try {
    const declared = /** @type {HTMLElement | null} */ (element.closest("[lang]"))?.lang;
    return Intl.getCanonicalLocales(declared)[0] ?? "en";
  } catch {
    return "en";
  }
}
