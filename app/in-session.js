// JavaScript because it asks the element, for the page around it.
// @ts-check

/** The states in which there is a session. */
const IN_SESSION = ["running", "paused", "away"];

/** @param {import("../element/supple.d.ts").SuppleRoutine} routine */
export const isInSession = (routine) => IN_SESSION.includes(routine.state);
