// A blog on its own origin, with the widget from the test site: what a blogger has.
import { fileURLToPath } from 'node:url';
import { DIST, serve } from '../site.mjs';

/**
 * Serves the pages and feeds of a folder, and the widget's site on another origin. `{{site}}` in them becomes the
 * site's address, also in the policy. An empty policy sends none. A test may set `vary`, which transforms the text of
 * a page.
 */
export async function blog(folder, policy = '') {
  const site = await serve({ '/': DIST }, undefined, '');
  const fill = (text) => text.replaceAll('{{site}}', site.address);
  const host = { site: site.address, vary: (text) => text };
  const change = (bytes, name) => (/\.(html|xml)$/.test(name) ? Buffer.from(host.vary(fill(bytes.toString()))) : bytes);
  const pages = await serve({ '/': folder }, change, fill(policy));
  host.address = pages.address;
  host.close = () => Promise.all([site.close(), pages.close()]);
  return host;
}

/** The folder of a test file, or one relative to it. */
export const here = (url, folder = '.') => fileURLToPath(new URL(folder, url));
