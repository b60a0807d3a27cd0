// Keeps the whole site on the device, so that it works without a network: the exact files of one version, all of them or
// none. What is not in the list is left to the network.

// Filled in by `cargo xtask assemble`: the path of each file, seen from here, with the hash of its bytes.
const SITE = FILES;

const scope = registration.scope;
/** Many sites may share an origin, and with it the caches; these are ours. */
const ours = `supple ${scope} `;
const current = ours + VERSION;
const paths = new Set(SITE.map(([path]) => path));

addEventListener("install", (event) => event.waitUntil(keepAll()));

async function keepAll() {
  const cache = await caches.open(current);
  try {
    // Each file is byte for byte of this version; one from a site that is being uploaded is refused, and with it all.
    await cache.addAll(SITE.map(([path, integrity]) => new Request(path, { integrity, cache: "no-cache" })));
  } catch (error) {
    await caches.delete(current);
    throw error;
  }
}

/** Comes when the person has asked for the new version. Without that it begins once no page of the old one is left. */
addEventListener("message", ({ data }) => {
  if (data?.supple === 1 && data.type === "activate") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request, resultingClientId } = event;
  if (request.mode === "navigate") event.waitUntil(forgetOlder(resultingClientId));
  const path = request.method === "GET" ? pathOf(request.url) : undefined;
  if (paths.has(path)) event.respondWith(kept(path, request));
  else if (path?.startsWith("assets/")) event.respondWith(older(path, request));
});

/** The path of a file of the site, seen from here; whatever is asked after a `?` is for the page. */
function pathOf(address) {
  const { origin, pathname } = new URL(address);
  if (!(origin + pathname).startsWith(scope)) return undefined;
  return (origin + pathname).slice(scope.length).replace(/(^|\/)index\.html$/, "$1") || "./";
}

const find = async (name, path) => (await caches.open(name)).match(new URL(path, scope), { ignoreVary: true });

const kept = async (path, request) => (await find(current, path)) ?? fetch(request);

/** A page that was opened before the new version began still wants the files of its own. */
async function older(path, request) {
  for (const name of await olderCaches()) {
    const found = await find(name, path);
    if (found) return found;
  }
  return fetch(request);
}

const olderCaches = async () => (await caches.keys()).filter((name) => name.startsWith(ours) && name !== current);

/** Once a page opens and no other is there, nobody needs what older versions left. */
async function forgetOlder(opening) {
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.some(({ id, url }) => id !== opening && url.startsWith(scope))) return;
  for (const name of await olderCaches()) await caches.delete(name);
}
