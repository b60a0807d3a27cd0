// What a person typed or chose.

/** The text of the input or select that an event comes from. */
export const text = (event) => event.target.value;
