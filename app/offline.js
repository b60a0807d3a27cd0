// JavaScript because it registers the service worker, which belongs to the site and to no embed.
//
// Makes the site work without a network, and finds new versions. They are offered quietly; unless the person accepts,
// they begin at the next cold start.
// @ts-check

import { app_update_later, app_update_now, app_update_ready } from "../messages/en.json";
import { showBanner } from "./banner.js";

/** A page that stays open for days looks for a new version when the person returns to it, at most this often. */
const UPDATE_INTERVAL_MS = 3_600_000;

/**
 * Registers the worker once the page has loaded, so that it doesn't delay the first paint.
 *
 * @param {string} site The address of the site, to all pages of which the worker belongs.
 */
export async function keepOffline(site) {
  if (!navigator.serviceWorker) return;
  if (document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.supple === 1 && data.type === "refused") console.warn(data.reason);
  });
  const registration = await register(new URL("service-worker.js", site));
  if (!registration) return;
  if (registration.waiting) offerUpdate(registration);
  const watchInstalling = () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => installing.state === "installed" && offerUpdate(registration));
  };
  watchInstalling(); // a new version may be on its way already
  registration.addEventListener("updatefound", watchInstalling);
  let checkedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - checkedAt < UPDATE_INTERVAL_MS) return;
    checkedAt = Date.now();
    registration.update().catch(() => {}); // offline, perhaps; the next visit tries again
  });
}

/** Undefined where the browser refuses, as in private windows and without TLS: the page then needs a network. */
const register = (/** @type {URL} */ address) =>
  navigator.serviceWorker.register(address, { updateViaCache: "none" }).catch((error) => {
    console.warn("Supple can't be kept for offline use here.", error);
    return undefined;
  });

/** @param {ServiceWorkerRegistration} registration */
function offerUpdate(registration) {
  if (!navigator.serviceWorker.controller) return; // the first version is no update
  showBanner(app_update_ready, [
    { label: app_update_now, act: () => update(registration) },
    { label: app_update_later },
  ]);
}

/**
 * Restarts this page with the new version. Other pages keep theirs until they are opened again.
 *
 * @param {ServiceWorkerRegistration} registration
 */
function update({ waiting }) {
  if (!waiting) return location.reload(); // another tab has activated it
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage({ supple: 1, type: "activate" });
}
