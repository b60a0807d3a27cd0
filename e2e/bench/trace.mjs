// The browser's own trace: what the main thread of a page did and when, on one clock.

const CATEGORIES = ['toplevel', 'blink.user_timing', 'loading'];
/** From here on a task blocks what the person does. */
const BLOCKS_MS = 50;

/** Which of the browser's many threads is meant: the one on which the page sets this mark. */
const HERE = 'bench:here';

/** Runs `work` on a page, and returns what its main thread did meanwhile. */
export async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  await page.evaluate((name) => performance.mark(name), HERE);
  return readTrace(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
}

function readTrace(events) {
  const here = events.find(({ name, cat }) => name === HERE && cat.includes('blink.user_timing'));
  if (!here) throw new Error("The trace doesn't hold the page's mark.");
  const inProcess = events.filter(({ pid }) => pid === here.pid);
  const isTask = ({ ph, name }) => ph === 'X' && name === 'ThreadControllerImpl::RunTask';
  const allTasks = inProcess.filter(isTask).map(readTask);
  const tasks = allTasks.filter(({ tid }) => tid === here.tid);
  if (tasks.length === 0) throw new Error('The trace holds no task of the main thread.');
  return {
    tasks,
    /** The processor time of the main thread's tasks, and of those of all threads of the page's process. */
    mainMs: sum(tasks.map(({ ms }) => ms)),
    allMs: sum(allTasks.map(({ ms }) => ms)),
    /** The last time that something was marked, or undefined. */
    at: (mark) => inProcess.findLast(({ name }) => name === mark)?.ts,
  };
}

/**
 * Processor time, because wall-clock time would include other processes. Where the browser slows a thread down, it
 * does so by keeping that thread busy, so the time includes the slowing.
 */
const readTask = ({ tid, ts, dur = 0, tdur }) => ({ tid, begin: ts, end: ts + dur, ms: (tdur ?? dur) / 1_000 });

/** The tasks that were still running at one instant, or began after it and before another: the longest, and how they block. */
export function blocking({ tasks }, from, to = Infinity) {
  if (from === undefined) throw new Error('The trace has no beginning.');
  const lengths = tasks.filter(({ begin, end }) => end > from && begin < to).map(({ ms }) => ms);
  return {
    longest: Math.max(0, ...lengths),
    blocking: sum(lengths.map((ms) => Math.max(0, ms - BLOCKS_MS))),
  };
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
