// What stays in memory: after half an hour of a session, and after a hundred widgets have come and gone.
//
// The half hour passes on a virtual clock: every timer and every frame's callback fires, but nobody waits for them, and
// animations of the browser's own stand still.
import { readElement, advanceClock, openRoutine, pauseClock, start } from '../page-object.mjs';
import { savedOptions, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { article } from './embed.mjs';
import { count, figure, kilobytes } from './figures.mjs';
import { PHONE } from './visit.mjs';

const MINUTE_MS = 60_000;
const SESSION_MINUTES = 30;
/** Long enough for more than half an hour. */
const LONG = { hold_percent: 1_000, exercises: { 'jumping-jacks': { seconds: 300 } } };
/** The first few load the widget and fill the browser's caches. */
const WARM_UPS = 5;
const MOUNTS = 100;

/** Keeps hold of the memory of the page's WebAssembly, which the browser doesn't count as heap. */
function watchMemory() {
  const note = ({ exports }) => (window.wasmMemory = exports.memory);
  WebAssembly.Instance = class extends WebAssembly.Instance {
    constructor(...given) {
      super(...given);
      note(this);
    }
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      note(made.instance ?? made);
      return made;
    };
  }
}

async function openPage(browser) {
  const context = await browser.newContext({ viewport: PHONE });
  await context.addInitScript(watchMemory);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const weigh = async () => {
    // Once more for what finalisers and microtasks of the first time have let go.
    for (let i = 0; i < 2; i += 1) {
      await page.evaluate(() => {});
      await session.send('HeapProfiler.collectGarbage');
    }
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (wanted) => metrics.find(({ name }) => name === wanted).value;
    const wasm = await page.evaluate(() => window.wasmMemory?.buffer.byteLength);
    if (wasm === undefined) throw new Error("The memory of the page's WebAssembly was not found.");
    return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners'), wasm };
  };
  return { page, weigh, close: () => context.close() };
}

async function session(browser, address) {
  const { page, weigh, close } = await openPage(browser);
  await seedStorage(page, safetyNoticeRead, savedOptions(LONG));
  await pauseClock(page);
  await openRoutine(page, address);
  await start(page);
  await advanceClock(page, MINUTE_MS);
  const early = await weigh();
  for (let minute = 1; minute < SESSION_MINUTES; minute += 1) await advanceClock(page, MINUTE_MS);
  const late = await weigh();
  const { state } = await readElement(page);
  if (state !== 'running') throw new Error(`After half an hour the session is ${state}.`);
  await close();
  return [early, late];
}

/** Runs on the page: widgets come, work, and go, one after the other. */
async function mount(times) {
  for (let i = 0; i < times; i += 1) {
    const element = document.createElement('supple-routine');
    element.setAttribute('loading', 'eager');
    element.setAttribute('no-persist', '');
    document.body.append(element);
    await element.ready;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function mounts(browser, address) {
  const blog = await article(address);
  const { page, weigh, close } = await openPage(browser);
  await page.goto(blog.address);
  await page.evaluate(mount, WARM_UPS);
  const early = await weigh();
  await page.evaluate(mount, MOUNTS);
  const late = await weigh();
  await close();
  await blog.close();
  return [early, late];
}

const UNITS = {
  heap: ['JavaScript heap', kilobytes],
  wasm: ["WebAssembly's memory", kilobytes],
  nodes: ['DOM nodes', count],
  listeners: ['event listeners', count],
};

function compare([early, late], before, after) {
  return Object.entries(UNITS).flatMap(([name, [what, shown]]) => [
    figure(`${what}, ${before}`, early[name], shown),
    figure(`  ${after}`, late[name], shown),
    figure('  more', late[name] - early[name], shown),
  ]);
}

export const title = 'What stays in memory, after collecting garbage; the session is on a virtual clock';

export async function measure({ browser, now }) {
  return [
    ...compare(await session(browser, now), 'a minute into a session', `after ${SESSION_MINUTES} minutes`),
    ...compare(await mounts(browser, now), `after ${WARM_UPS} widgets`, `after ${MOUNTS} more have come and gone`),
  ];
}
