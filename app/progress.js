// The way to what was done so far, and to the backup.

/** Shows it: from the overview, or from the end of a session. */
export function showProgress({ shadowRoot }) {
  const button = shadowRoot.querySelector("#finish-progress") ?? shadowRoot.querySelector("#show-progress");
  button?.click();
}
