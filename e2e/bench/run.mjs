// `cargo xtask bench`: measures the site in dist/ against DESIGN.md's budgets, as ratios within one run wherever times
// are compared. Prints what is over, and fails if anything is.
//
// `node bench/run.mjs takeover move` measures only those parts; their names are the keys of `PARTS`. SUPPLE_BROWSER
// names the browser, SUPPLE_BASELINE the folder with version 0.1's site. Without that folder, comparisons with 0.1 are
// printed as not measured.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser.mjs';
import { routineOf } from '../library.mjs';
import { DIST, serve } from '../site.mjs';
import * as again from './again.mjs';
import * as cues from './cues.mjs';
import * as embed from './embed.mjs';
import { print } from './figures.mjs';
import * as growth from './growth.mjs';
import * as history from './history.mjs';
import { hold, move } from './minute.mjs';
import * as paint from './paint.mjs';
import * as press from './press.mjs';
import * as takeover from './takeover.mjs';

const PARTS = { paint, takeover, press, hold, move, embed, again, growth, history, cues };

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** A folder with the routine that the peer shows. */
const ROUTINES = await mkdtemp(join(tmpdir(), 'supple-bench-'));
await writeFile(join(ROUTINES, 'hamstring.json'), JSON.stringify(routineOf('hamstring')));
const SCRIPTS = /<script\b.*?<\/script>|<link rel="(?:modulepreload|preload)"[^>]*>/gs;

/** The page without anything for scripts. */
const withoutScripts = (bytes, name) =>
  name.endsWith('.html') ? Buffer.from(bytes.toString().replace(SCRIPTS, '')) : bytes;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. The parts are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const baseline = process.env.SUPPLE_BASELINE;
const hasBaseline = Boolean(baseline && existsSync(`${baseline}/index.html`));
const servers = {
  now: await serve({ '/': DIST, '/bench/': HERE, '/routines/': ROUTINES }),
  bare: await serve({ '/': DIST }, withoutScripts),
  ...(hasBaseline && { before: await serve({ '/': baseline }) }),
};
const sites = Object.fromEntries(Object.entries(servers).map(([name, { address }]) => [name, address]));
const browser = await launch();
const busy = () => loadavg()[0].toFixed(1);
try {
  if (wanted.length === 0) console.log('Everything takes about half an hour.');
  console.log(`Chromium ${browser.version()}, ${cpus().length} cores; load average ${busy()} at the start.`);
  console.log(hasBaseline ? `Version 0.1 is the site in ${baseline}.` : "Version 0.1's site is missing.");
  const total = { over: [], missing: [] };
  for (const [name, { title, measure }] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { over, missing } = print(title, await measure({ browser, bench: `${sites.now}/bench/`, ...sites }));
    total.over.push(...over.map((what) => `${name}: ${what}`));
    total.missing.push(...missing.map((what) => `${name}: ${what}`));
  }
  console.log(`\nLoad average ${busy()} at the end.`);
  if (total.missing.length > 0) console.log(`Not measured: ${total.missing.join('; ')}.`);
  if (total.over.length > 0) console.log(`Over budget: ${total.over.join('; ')}.`);
  else console.log(total.missing.length > 0 ? 'Nothing that was measured is over budget.' : 'Nothing is over budget.');
  process.exitCode = total.over.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
  await rm(ROUTINES, { recursive: true });
}
