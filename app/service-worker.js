// JavaScript because a service worker is JavaScript.
//
// Keeps the whole site on the device, so that it works without a network: the exact files of one version, all of them
// or none. Requests for anything else go to the network.
// @ts-check

/// <reference types="./service-worker.d.ts" />

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

/** Where the site is. Several sites may share an origin, and with it the caches; ours have the scope in their names. */
const { scope } = worker.registration;
const cachePrefix = `supple ${scope} `;
const currentCache = cachePrefix + VERSION;
const paths = new Set(FILES.map(([path]) => path));

worker.addEventListener("install", (event) => event.waitUntil(cacheSite()));

async function cacheSite() {
  const cache = await caches.open(currentCache);
  try {
    // Each file must be byte for byte of this version: while the site is being uploaded, the whole version is refused.
    await cache.addAll(FILES.map(([path, integrity]) => new Request(path, { integrity, cache: "no-cache" })));
  } catch (error) {
    await caches.delete(currentCache);
    throw error;
  }
}

// The person has accepted the new version. Otherwise it begins once no page of the old one is open.
worker.addEventListener("message", ({ data }) => {
  if (data?.supple === 1 && data.type === "activate") worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request, resultingClientId } = event;
  if (request.mode === "navigate") event.waitUntil(deleteOlderCaches(resultingClientId));
  const path = request.method === "GET" ? pathOf(request.url) : undefined;
  if (path === undefined) return;
  if (paths.has(path)) event.respondWith(fromCurrent(path, request));
  else if (path.startsWith("assets/")) event.respondWith(fromOlder(path, request));
});

/**
 * The path of a file of the site, relative to the scope. The query string is for the page and makes no difference.
 *
 * @param {string} address
 */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  if (!(origin + pathname).startsWith(scope)) return undefined;
  return (origin + pathname).slice(scope.length).replace(/(^|\/)index\.html$/, "$1") || "./";
}

/**
 * @param {string} cacheName
 * @param {string} path
 */
const find = async (cacheName, path) =>
  (await caches.open(cacheName)).match(new URL(path, scope), { ignoreVary: true });

/**
 * @param {string} path
 * @param {Request} request
 */
const fromCurrent = async (path, request) => (await find(currentCache, path)) ?? fetch(request);

/**
 * A page that was opened before the new version began still needs the files of its own.
 *
 * @param {string} path
 * @param {Request} request
 */
async function fromOlder(path, request) {
  for (const name of await olderCaches()) {
    const found = await find(name, path);
    if (found) return found;
  }
  return fetch(request);
}

const olderCaches = async () =>
  (await caches.keys()).filter((name) => name.startsWith(cachePrefix) && name !== currentCache);

/**
 * Deletes the files of older versions when a page opens while no other is open: then nothing needs them.
 *
 * @param {string} openingId The client that the page will be.
 */
async function deleteOlderCaches(openingId) {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.some(({ id, url }) => id !== openingId && url.startsWith(scope))) return;
  for (const name of await olderCaches()) await caches.delete(name);
}
