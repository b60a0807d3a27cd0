// The two clocks of a page.

/** Milliseconds of a clock that nobody sets; of the wall clock where there is none. */
export const monotonicMs = () => globalThis.performance?.now() ?? Date.now();
