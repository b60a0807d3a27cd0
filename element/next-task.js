// JavaScript because tasks and frames are the browser's to give: long work is done in steps, with these in between.
// @ts-check

/** How long to wait for a frame at most, in milliseconds: a frame of a page that is out of sight may have none. */
const PATIENCE_MS = 500;

/** Whether something was pressed since a frame was last waited for. */
let wasPressed = false;

/** @type {Promise<void> | undefined} Settled once what the last press has done to the page is on the screen. */
let answered;

for (const press of ["pointerdown", "click"]) {
  addEventListener(press, () => (wasPressed = true), { capture: true, passive: true });
}

/**
 * Settled in the next task, and after a press in the one after the frame that shows it. No timer delays it where there are
 * frames.
 */
export async function nextTask() {
  await message();
  if (wasPressed) {
    wasPressed = false;
    answered = frame();
  }
  await answered;
}

/**
 * Settled once a frame is drawn. An observer's first callback comes with every frame's layout; a page that counts or delays
 * what it does with `requestAnimationFrame` doesn't notice.
 *
 * @returns {Promise<void>}
 */
const frame = () =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      clearTimeout(timer);
      void message().then(resolve); // a frame is drawn after its callbacks
    });
    observer.observe(document.documentElement);
  });

async function message() {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
  port1.close();
}
