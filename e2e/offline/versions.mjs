// A site in several versions, on a server that can be taken down: what people find who return after a release.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { DIST, serve } from '../site.mjs';

const integrity = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** A copy of the site below a path. `address` is that of its page. */
export async function publish(base = '/') {
  const folder = await mkdtemp(join(tmpdir(), 'supple-site-'));
  await cp(DIST, folder, { recursive: true });
  const server = await serve({ [base]: folder });
  const file = (name) => join(folder, name);

  /** Changes the text of a file, but not the worker's list. */
  async function change(name, from, to) {
    const text = await readFile(file(name), 'utf8');
    if (!text.includes(from)) throw new Error(`${name} has no ${from}.`);
    await writeFile(file(name), text.replace(from, to));
  }

  return {
    folder,
    change,
    /** Leaves a file out. */
    remove: (name) => rm(file(name)),
    address: `${server.address}${base}`,
    /**
     * Replaces the site with another version, whose page has another heading and whose style sheet another name.
     * `spoil` damages it before anybody can find it, and may return another text for the worker.
     */
    async release(name, spoil = () => {}) {
      const page = await readFile(file('index.html'), 'utf8');
      const [style] = page.match(/assets\/supple-[\da-f]{5}\.css/);
      const hash = createHash('sha256').update(name).digest('hex');
      const renamed = `assets/supple-${hash.slice(0, 6)}.css`;
      const changed = page.replace(/<h1>[^<]*<\/h1>/, `<h1>${name}</h1>`).replaceAll(style, renamed);
      await cp(file(style), file(renamed));
      await rm(file(style));
      await writeFile(file('index.html'), changed);
      await change('embed/v1/supple.js', style, renamed);
      const worker = await readFile(file('service-worker.js'), 'utf8');
      const loader = await readFile(file('embed/v1/supple.js'));
      const listed = worker
        .replace(`"${style}"`, `"${renamed}"`) // the file's own line: pages name it from their folders
        .replace(/(\["\.\/",")[^"]*/, `$1${integrity(changed)}`)
        .replace(/(\["embed\/v1\/supple\.js",")[^"]*/, `$1${integrity(loader)}`)
        .replace(/"[\da-f]{8}"/, `"${hash.slice(0, 8)}"`);
      await writeFile(file('service-worker.js'), (await spoil()) ?? listed);
      return { before: style, now: renamed };
    },
    /** Takes the network away. */
    down: () => server.close(),
    async close() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Waits until everything is cached on the device. */
export const kept = (page) =>
  page.evaluate(() =>
    navigator.serviceWorker.ready.then(({ active }) =>
      active.state === 'activated'
        ? undefined
        : new Promise((resolve) =>
            active.addEventListener('statechange', () => active.state === 'activated' && resolve()),
          ),
    ),
  );

/** Looks for a new version, as browsers do whenever the page is opened. */
export const seek = (page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration()).update()));

/**
 * Closes all open pages of the site and waits until the browser has released them: it reports a page as closed before
 * its workers know. By then a waiting version has been activated.
 */
export async function close(...pages) {
  const worker = pages[0].context().serviceWorkers().at(-1);
  await Promise.all(pages.map((page) => page.close()));
  await expect
    .poll(() =>
      worker.evaluate(async () => {
        const { scope, waiting, active } = globalThis.registration;
        const open = (await globalThis.clients.matchAll({ type: 'window', includeUncontrolled: true })).filter(
          ({ url }) => url.startsWith(scope),
        );
        return open.length === 0 && !waiting && active.state === 'activated';
      }),
    )
    .toBe(true);
}

/** The names of the page's caches. */
export const cacheNames = (page) => page.evaluate(() => caches.keys());
