// The documented policies cause no violations, and where a policy forbids something necessary, people can see it.
import { blog, here } from '../blog.mjs';
import { DIST, POLICY, serve } from '../../site.mjs';
import { becomes, expect, heard, shows, start, test } from './tab.mjs';

const FOLDER = here(import.meta.url);

/** As documented in docs/EMBEDDING.md; the blog's own script may run too. */
const DOCUMENTED =
  "default-src 'none'; script-src 'self' {{site}} 'wasm-unsafe-eval'; style-src {{site}}; connect-src {{site}}; img-src data:";

/** Starts and stops a session; the only violation the browser reports is the one provoked at the end. */
async function runsWithoutViolation(tab) {
  await becomes(tab, 'ready');
  await start(tab);
  await becomes(tab, 'running');
  await tab.evaluate(() => document.querySelector('supple-routine').stop());
  await becomes(tab, 'ready');
  await tab.evaluate(() =>
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' })),
  );
  await expect.poll(() => tab.evaluate(() => window.violations)).not.toEqual([]);
  expect(await tab.evaluate(() => window.violations)).toEqual(['style-src-elem inline']);
}

test('with the documented directives the widget from another origin causes no violation', async ({ tab }) => {
  const host = await blog(FOLDER, DOCUMENTED);
  try {
    await tab.goto(`${host.address}/host.html`);
    await runsWithoutViolation(tab);
  } finally {
    await host.close();
  }
});

test('under the strictest policy the page itself causes no violation', async ({ tab }) => {
  const listening = (bytes, name) =>
    name === 'index.html'
      ? Buffer.from(bytes.toString().replace('<head>', '<head><script src="own/listen.js"></script>'))
      : bytes;
  const site = await serve({ '/': DIST, '/own/': FOLDER }, listening, POLICY);
  try {
    await tab.goto(`${site.address}/`);
    await runsWithoutViolation(tab);
  } finally {
    await site.close();
  }
});

for (const [what, policy, reason] of [
  ['WebAssembly', DOCUMENTED.replace(" 'wasm-unsafe-eval'", ''), /WebAssembly|wasm/i],
  ['fetching', DOCUMENTED.replace('connect-src {{site}}; ', ''), /Couldn't reach/],
  ['its style sheet', DOCUMENTED.replace('style-src {{site}}', "style-src 'self'"), /\.css .* policy forbids it/],
]) {
  test(`${what} not allowed: the fallback stays, says why, and the page's scripts are told`, async ({ tab }) => {
    const host = await blog(FOLDER, policy);
    try {
      await tab.goto(`${host.address}/host.html`);
      await becomes(tab, 'error');
      await shows(tab, reason);
      expect(await tab.evaluate(() => document.querySelector('supple-routine a').checkVisibility())).toBe(true);
      const [{ detail }, ...more] = await heard(tab, 'supple-error');
      expect(more).toEqual([]);
      expect(detail.message).toMatch(reason);
    } finally {
      await host.close();
    }
  });
}
