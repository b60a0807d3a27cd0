// The WordPress plugin as a blogger installs it: its sources, and beside them the finished site.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST } from '../../site.mjs';

/** The plugin's name, of its folder and of its main file. */
export const PLUGIN = 'supple-routine';

const SOURCES = fileURLToPath(new URL(`../../../integrations/wordpress/${PLUGIN}/`, import.meta.url));
/** The site's folder in the plugin. */
const SITE = 'dist';

/**
 * Assembles the plugin in a folder, which is made. All of the site goes along: the page in it is what readers without
 * scripts are led to, and it works from any path.
 */
export async function assemblePlugin(folder, site = DIST) {
  const stale = join(SOURCES, SITE);
  await cp(SOURCES, folder, { recursive: true, filter: (path) => path !== stale });
  await cp(site, join(folder, SITE), { recursive: true });
}
