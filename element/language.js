/** The language of an element that dates can be written in; anything else would throw at each of them. */
export function language(element) {
  try {
    return Intl.getCanonicalLocales(element.closest("[lang]")?.lang)[0] ?? "en";
  } catch {
    return "en";
  }
}
