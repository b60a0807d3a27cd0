// A real press of the mouse, at a chosen moment after the first paint, and what answers it.
//
// The press goes through the browser as a person's does, so it waits in the same queue when the page is busy. Its time
// counts from the moment that the browser received it, not from when the page got round to it.
import { setTimeout } from 'node:timers/promises';
import { until } from './visit.mjs';

const START = '#start-routine';
/** How long a finger stays down: a short tap. */
const DOWN_MS = 80;

/**
 * Runs on the page. Tells the bench where the button is as soon as it has been painted; after the press, records when
 * something visible answers and when the player is there.
 */
function watchPress(start) {
  const press = (window.press = {});
  const root = () => document.querySelector('supple-routine')?.shadowRoot;
  const isVisible = (node) => Boolean(node?.getClientRects().length);
  const button = () => root()?.querySelector(`${start}:active`) ?? root()?.querySelector(start) ?? facadeButton();
  const facadeButton = () => root()?.querySelector('.facade button');

  const tell = () => {
    const box = button()?.getBoundingClientRect();
    if (!box?.height) return requestAnimationFrame(tell);
    press.before = button().textContent;
    return window.benchPress(box.x + box.width / 2, box.y + box.height / 2);
  };
  window.benchLook = tell;
  new PerformanceObserver((list, observer) => {
    if (!list.getEntriesByName('first-contentful-paint').length) return;
    observer.disconnect();
    if (!window.benchWaits) tell();
  }).observe({ type: 'paint', buffered: true });

  // A button that is being pressed looks so (`style/controls.css`).
  const answers = () =>
    button()?.matches(':active') ||
    isVisible(root()?.querySelector(':popover-open, dialog[open], .player')) ||
    (root()?.querySelector('.facade') && button()?.textContent !== press.before);
  // When frames were on the screen, as the browser says of those that show what an event has done, in steps of 8 ms.
  const shown = [];
  const noteShown = (type) =>
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) shown.push(startTime + duration);
      // The first press is always reported, and once it is, so is the frame that shows it.
      if (type === 'first-input') press.isReported = true;
    }).observe({ type, buffered: true, durationThreshold: 16 });
  noteShown('event');
  noteShown('first-input');
  window.benchAnswer = () =>
    Math.min(press.answer, ...shown.filter((at) => at > press.answerFrame).map((at) => at - press.at));

  const look = () => {
    // What is there in a frame is on the screen once that frame has been drawn: a task later at most, which may have to
    // wait for another event's.
    if (press.answer === undefined && answers()) {
      press.answerFrame ??= performance.now();
      setTimeout(() => (press.answer ??= performance.now() - press.at));
    }
    if (isVisible(root()?.querySelector('.player'))) {
      window.seen.busy = performance.now();
      setTimeout(() => (press.player ??= performance.now() - press.at));
    } else requestAnimationFrame(look);
  };
  document.addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      if (press.at !== undefined) return;
      press.at = timeStamp;
      performance.mark('bench:pressed');
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

/**
 * Prepares a page, before it is opened, for a press this long after the first paint. With `waits`, the press comes only
 * when the page calls `benchLook()`. Returns a function that waits for what the press brings: `answer` and `player`, in
 * milliseconds from the press.
 */
export async function pressSoon(page, { afterMs = 0, waits = false } = {}) {
  const session = await page.context().newCDPSession(page);
  const mouse = (type, x, y) =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
  await page.exposeBinding('benchPress', async (_, x, y) => {
    // Here and not on the page, whose timers wait for its tasks.
    if (afterMs > 0) await setTimeout(afterMs);
    // Waiting for the first to be handled would hide how long that takes.
    const pressed = mouse('mousePressed', x, y);
    await setTimeout(DOWN_MS);
    await Promise.all([pressed, mouse('mouseReleased', x, y)]);
  });
  if (waits) await page.addInitScript(() => (window.benchWaits = true));
  await page.addInitScript(watchPress, START);
  return async (what = 'player') => {
    await until(page, (what) => window.press[what] !== undefined && window.press.isReported, what);
    return page.evaluate(() => ({ ...window.press, answer: window.benchAnswer() }));
  };
}
