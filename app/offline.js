// Works without a network, and finds new versions. They are offered quietly; without an answer they begin at the next cold
// start.

import { offer } from "./offer.js";

/** A page that stays open for days looks for a new version when somebody comes back to it, this often at most. */
const SEEK_MS = 3_600_000;

/** Registers the worker once the page has loaded: nothing of it delays the first paint. */
export async function keepOffline() {
  if (!navigator.serviceWorker) return;
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  const registration = await register();
  if (!registration) return;
  if (registration.waiting) offerUpdate(registration);
  const follow = () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && offerUpdate(registration));
  };
  follow(); // it may be on its way already
  registration.addEventListener("updatefound", follow);
  let soughtAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - soughtAt < SEEK_MS) return;
    soughtAt = Date.now();
    registration.update().catch(() => {}); // offline, perhaps; there will be another time
  });
}

/** Nothing where the browser refuses, as in private windows and without TLS: the page works, with a network. */
const register = () =>
  navigator.serviceWorker.register("service-worker.js", { updateViaCache: "none" }).catch(() => undefined);

function offerUpdate(registration) {
  // The first version is no update.
  if (!navigator.serviceWorker.controller) return;
  offer("A new version of Supple is ready.", { "Use it now": () => update(registration), Later: undefined });
}

/** This page begins anew with the new version. Others stay as they are until they are opened again. */
function update({ waiting }) {
  if (!waiting) return location.reload(); // another tab was quicker
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ supple: 1, type: "activate" });
}
