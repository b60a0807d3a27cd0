// JavaScript because the properties of a custom element are accessors of its class.
// @ts-check

/** The properties that reflect an attribute. */
export const PROPERTIES = /** @type {const} */ ([
  "routine", "src", "storageKey", "theme", "loading", "compact", "noPersist",
]);
/** Those that are boolean; the others are text. */
const FLAGS = ["compact", "noPersist"];

/**
 * The attribute that a property reflects: "storage-key" for "storageKey".
 *
 * @param {string} property
 */
export const attributeOf = (property) => property.replace(/[A-Z]/g, "-$&").toLowerCase();

/**
 * Gives a class of elements the accessors.
 *
 * @param {{ prototype: HTMLElement }} elementClass
 */
export function reflectProperties({ prototype }) {
  for (const property of PROPERTIES) {
    const attribute = attributeOf(property);
    const isFlag = FLAGS.includes(property);
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
      },
      /** @this {HTMLElement} */
      set(value) {
        if (isFlag) this.toggleAttribute(attribute, Boolean(value));
        else if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/**
 * Applies the properties that were set on an element before its class was defined; they would hide the accessors.
 *
 * @param {HTMLElement} element
 */
export function upgradeProperties(element) {
  const properties = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element));
  for (const property of PROPERTIES) {
    if (!Object.hasOwn(element, property)) continue;
    const value = properties[property];
    delete properties[property];
    properties[property] = value;
  }
}
