// Attributes of the element that are properties too, as frameworks and scripts set them.

/** Each property with its attribute. */
export const PROPERTIES = {
  routine: "routine",
  src: "src",
  storageKey: "storage-key",
  theme: "theme",
  loading: "loading",
  compact: "compact",
  noPersist: "no-persist",
};
/** Those that are there or not; the others have a text. */
const FLAGS = ["compact", "noPersist"];

/** Gives a class of elements the accessors. */
export function reflectProperties({ prototype }) {
  for (const [property, attribute] of Object.entries(PROPERTIES)) {
    const isFlag = FLAGS.includes(property);
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
      },
      set(value) {
        if (isFlag) this.toggleAttribute(attribute, Boolean(value));
        else if (value == null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value);
      },
    });
  }
}

/** Takes what was set on an element before it was one of ours, and would hide the accessors. */
export function takeEarlyProperties(element) {
  for (const property of Object.keys(PROPERTIES)) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}
