// `cargo xtask bench`: first paint, start-up, a running minute and the cues of the site in dist/, against DESIGN.md's
// budgets. `node run.mjs history minute` measures only those two parts.
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser.mjs';
import { DIST, serve } from '../site.mjs';
import { cues } from './cues.mjs';
import { figure, median, milliseconds, percentile, print, times } from './figures.mjs';
import { minutes } from './minute.mjs';
import { earlyPresses, firstPaints, histories } from './visits.mjs';

const PAINTS = 9;
const PRESSES = 5;
const HISTORIES = 12;
const SESSIONS = 10_000;
const ROUNDS = 3;

const BUDGET = { paint: 1.1, shift: 0, minute: 1.5, history: 50, cue: 16.7 };

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SCRIPTS = /<script\b.*?<\/script>|<link rel="(?:modulepreload|preload)"[^>]*>/gs;

/** The page without anything for scripts. */
const withoutScripts = (bytes, name) =>
  name.endsWith('.html') ? Buffer.from(bytes.toString().replace(SCRIPTS, '')) : bytes;

async function paintRows(browser, page, bare) {
  const { page: visits, bare: others } = await firstPaints(browser, { page, bare }, PAINTS);
  const paint = median(visits.map((it) => it.paint));
  const barePaint = median(others.map((it) => it.paint));
  return [
    figure('first contentful paint', paint, milliseconds),
    figure('the same page without any script', barePaint, milliseconds),
    figure('first against second', paint / barePaint, times, BUDGET.paint),
    figure(
      'layout shift, the largest total',
      Math.max(...visits.map((it) => it.shift)),
      (it) => it.toFixed(4),
      BUDGET.shift,
    ),
    figure('from navigation to `supple-ready`', median(visits.map((it) => it.ready)), milliseconds),
  ];
}

async function pressRows(browser, page) {
  const visits = await earlyPresses(browser, page, PRESSES);
  return [
    figure('"Start routine" pressed at the earliest moment', median(visits.map((it) => it.pressed)), milliseconds),
    figure('the player is there', median(visits.map((it) => it.player)), milliseconds),
  ];
}

async function historyRows(browser, page) {
  // Take the fastest: other work on the machine can only slow a visit down.
  const { none, many, look } = await histories(browser, page, SESSIONS, HISTORIES);
  const fastest = (all) => Math.min(...all);
  return [
    figure('`supple-ready` without history', fastest(none), milliseconds),
    figure(`\`supple-ready\` with ${SESSIONS.toLocaleString('en')} logged sessions`, fastest(many), milliseconds),
    figure('the browser alone, until it has read that storage', median(look), milliseconds),
    figure('extra', fastest(many) - fastest(none), milliseconds, BUDGET.history),
  ];
}

async function minuteRows(browser, page, bench) {
  const spent = await minutes(browser, { page, bench }, ROUNDS);
  const row = (what, name) => figure(what, median(spent[name]), milliseconds);
  const ratio = (other) => median(spent.widget) / median(spent[other]);
  return [
    row('the widget', 'widget'),
    row('written by hand, with the time in the title', 'handwritten'),
    row('written by hand, without the title', 'untitled'),
    figure('the widget against the hand-written page with title', ratio('handwritten'), times, BUDGET.minute),
    figure('  against the one without title', ratio('untitled'), times),
  ];
}

async function cueRows(browser, page) {
  const ways = { tones: 'a tone', phases: '`supple-phase`', said: 'what a screen reader is told' };
  const rows = [];
  for (const [where, isHidden] of [
    ['visible', false],
    ['hidden', true],
  ]) {
    const off = await cues(browser, page, { isHidden });
    for (const [way, name] of Object.entries(ways)) {
      const row = (what, value, limit) =>
        rows.push(figure(`${where}: ${name}, ${what} of ${off[way].length}`, value, milliseconds, limit));
      row('median', median(off[way]));
      row('95th percentile', percentile(off[way], 0.95));
      row('largest', Math.max(...off[way]), isHidden ? undefined : BUDGET.cue);
    }
    rows.push(figure(`${where}: what the sound device takes, by the browser's word`, off.latencyMs, milliseconds));
  }
  return rows;
}

const site = await serve({ '/': DIST, '/bench/': HERE });
const bare = await serve({ '/': DIST }, withoutScripts);
const browser = await launch();
const busy = () => loadavg()[0].toFixed(1);
try {
  console.log(
    `Takes about ten minutes. ${browser.version()}, ${cpus().length} cores; load average ${busy()} at the start.`,
  );
  const parts = {
    paint: [
      `A first visit, phone size, processor slowed 4 times, median of ${PAINTS}`,
      () => paintRows(browser, site.address, bare.address),
    ],
    press: [`A press before the widget is there, median of ${PRESSES}`, () => pressRows(browser, site.address)],
    history: [
      `A long history, processor slowed 4 times, fastest of ${HISTORIES}`,
      () => historyRows(browser, site.address),
    ],
    minute: [
      `Main thread in a running minute, phone size, processor time, median of ${ROUNDS} half minutes each`,
      () => minuteRows(browser, site.address, `${site.address}/bench/`),
    ],
    cues: ['Cues against their planned instants, two minutes each', () => cueRows(browser, site.address)],
  };
  const wanted = process.argv.slice(2);
  let within = true;
  for (const [name, [title, measure]] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) within = print(title, await measure()) && within;
  }
  console.log(`\nLoad average ${busy()} at the end. ${within ? 'All within budget.' : 'Over budget: see above.'}`);
  process.exitCode = within ? 0 : 1;
} finally {
  await browser.close();
  await site.close();
  await bare.close();
}
