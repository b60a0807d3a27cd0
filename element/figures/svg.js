// JavaScript because figures are made by script: the prerendered ones come from Rust.
// @ts-check

/**
 * Adds an SVG element. Attributes that are undefined are left out.
 *
 * @param {Element} parent
 * @param {string} name
 * @param {Record<string, string | number | undefined>} attributes
 */
export function add(parent, name, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, String(value));
  }
  return parent.appendChild(element);
}
