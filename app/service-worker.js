// JavaScript because a service worker is JavaScript.
//
// Keeps the whole site on the device, so that it works without a network: the files of one version, all of them or none.
// Requests for anything else go to the network.
// @ts-check

/// <reference types="./service-worker.d.ts" />

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));

/** Where the site is. Several sites may share an origin, and with it the caches; ours have the scope in their names. */
const { scope } = worker.registration;
const cachePrefix = `supple ${scope} `;
const currentCache = cachePrefix + VERSION;
const paths = new Set(FILES.map(([path]) => path));

worker.addEventListener("install", (event) => event.waitUntil(cacheSite()));

/** For whoever runs the site. */
const WHAT_TO_DO =
  "If the site is being uploaded, this is over when that is done. Otherwise the host changes these files: see " +
  "“Updates and the offline app” in docs/EMBEDDING.md.";

async function cacheSite() {
  const cache = await caches.open(currentCache);
  const outcomes = await Promise.allSettled(FILES.map(async (file) => cache.put(file[0], await fetchFile(file))));
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason.message)] : []));
  if (refused.length === 0) return;
  await caches.delete(currentCache);
  // Whoever runs the site reads the page's console, not the worker's.
  const reason = ["This version of Supple can't be kept for offline use.", ...refused, WHAT_TO_DO].join("\n");
  for (const page of await openPages()) page.postMessage({ supple: 1, type: "refused", reason });
  throw new Error(reason);
}

/**
 * A file as it was served. Throws where it isn't of this version, as may be while the site is being uploaded: then the
 * whole version is refused.
 *
 * @param {typeof FILES[number]} file
 */
async function fetchFile([path, integrity, names]) {
  const response = await fetch(path, { cache: "no-cache" }).catch(() => {
    throw new Error(`${path}: can't be reached`);
  });
  if (!response.ok) throw new Error(`${path}: the server answers with ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!(await isIntact(path, bytes, integrity)) && !(names && isWholePage(bytes, names))) {
    throw new Error(`${path}: is served with other contents than were built`);
  }
  // Without the address that a redirection led to: browsers take no such answer for a page.
  return new Response(bytes, response);
}

/**
 * Whether these are the bytes that were built. In text some hosts convert line endings, which makes no difference.
 *
 * @param {string} path
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} integrity
 */
async function isIntact(path, bytes, integrity) {
  if ((await integrityOf(bytes)) === integrity) return true;
  const isText = /(\/|\.(html|js|css|json|svg|webmanifest))$/.test(path);
  return isText && (await integrityOf(bytes.filter((byte, at) => byte !== 13 || bytes[at + 1] !== 10))) === integrity;
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function integrityOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}

/**
 * Whether these are a page of this version, to the end. Hosts may add to pages, such as a line that counts visits.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string[]} names The addresses that the page loads and leads to, as they are written in it.
 */
function isWholePage(bytes, names) {
  const page = new TextDecoder().decode(bytes);
  return /<\/html\s*>/i.test(page) && names.every((name) => page.includes(name));
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
  // The addresses in a page count from its folder.
  if (request.mode === "navigate" && paths.has(`${path}/`)) event.respondWith(withSlash(request.url));
  else if (paths.has(path)) event.respondWith(fromCurrent(path, request));
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

/** @param {string} address */
function withSlash(address) {
  const url = new URL(address);
  url.pathname += "/";
  return Response.redirect(url.href, 301);
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
  if ((await openPages()).some(({ id }) => id !== openingId)) return;
  for (const name of await olderCaches()) await caches.delete(name);
}

const openPages = async () =>
  (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) =>
    url.startsWith(scope),
  );
