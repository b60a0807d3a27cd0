// Takes the README's screenshots, and others at every width in light and dark: `cargo xtask screenshots`. Every width
// is one visit, in which a whole routine passes on a virtual clock. Only the time bar's animation doesn't follow the
// virtual clock, and is set to the displayed time.
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { seedStorage, safetyNoticeRead, weeksOfSessions } from './fixtures/storage.mjs';
import { openRoutine, advanceClock, press, start, pauseClock, SUNDAY } from './page-object.mjs';
import { serve } from './site.mjs';

const EVERY = fileURLToPath(new URL('../target/screenshots/', import.meta.url));
const README = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));

/** The screenshots that are committed. */
const IN_README = new Set([
  'overview-1280-light.png',
  'player-412-dark.png',
  'player-1280-light.png',
  'progress-412-light.png',
]);
const README_BYTES = 150_000;

const SIZES = [
  { width: 320, height: 640 },
  { width: 412, height: 860 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const SCHEMES = ['light', 'dark'];

/** How much of the hold is left in the screenshot of the player. */
const LEFT_MS = 12_000;
const HISTORY_DAYS = 22;

const state = (page) =>
  page.evaluate(() => {
    const { state, exerciseId, side, phase, remainingMs } = document.querySelector('supple-routine');
    return { state, exerciseId, side, phase, remainingMs };
  });

/** Lets the routine run until the hold of the anchor stretch on the right leg has `LEFT_MS` left. */
async function reachHold(page) {
  for (let steps = 0; steps < 200; steps += 1) {
    const { exerciseId, side, phase, remainingMs } = await state(page);
    if (exerciseId === 'anchor' && side === 'right' && phase === 'hold')
      return advanceClock(page, remainingMs - LEFT_MS);
    await advanceClock(page, 5_000);
  }
  throw new Error('The hold of the anchor stretch on the right leg did not come.');
}

/** Sets the bar to the displayed time. */
const setBar = (page) =>
  page.evaluate(() => {
    const element = document.querySelector('supple-routine');
    const bar = element.shadowRoot.getAnimations().find(({ animationName }) => animationName === 'supple-time');
    const { duration, delay } = bar.effect.getTiming();
    bar.pause();
    bar.currentTime = Number(duration) - element.remainingMs + delay;
  });

/** Ends the transition from one scheme's colours to the other's. */
const endTransitions = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('supple-routine').shadowRoot;
    for (const animation of [...document.getAnimations(), ...root.getAnimations()]) {
      if (animation instanceof CSSTransition) animation.finish();
    }
  });

async function take(page, screen, width, before = () => {}) {
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await endTransitions(page);
    await before(page);
    const name = `${screen}-${width}-${scheme}.png`;
    await page.screenshot({ path: EVERY + name });
    if (!IN_README.has(name)) continue;
    const { size } = await stat(EVERY + name);
    if (size >= README_BYTES) throw new Error(`${name} has ${size} bytes; the README's may have ${README_BYTES}.`);
    await copyFile(EVERY + name, README + name);
    console.log(`docs/screenshots/${name}: ${size} bytes`);
  }
}

async function visit(browser, address, viewport) {
  const { width } = viewport;
  const deviceScaleFactor = width < 500 ? 2 : 1;
  const context = await browser.newContext({ viewport, deviceScaleFactor, locale: 'en', timezoneId: 'UTC' });
  const page = await context.newPage();
  await pauseClock(page);
  await seedStorage(page, safetyNoticeRead, weeksOfSessions(SUNDAY, HISTORY_DAYS));
  await openRoutine(page, address);
  await take(page, 'overview', width);
  await start(page);
  await reachHold(page);
  await take(page, 'player', width, setBar);
  while ((await state(page)).state === 'running') await advanceClock(page, 30_000);
  await page.evaluate(() => scrollTo(0, 0));
  await take(page, 'finish', width);
  await press(page, 'See progress');
  await page.evaluate(() => scrollTo(0, 0));
  await take(page, 'progress', width);
  await page.goto(`${address}/embed/`);
  await take(page, 'generator', width);
  await context.close();
}

await mkdir(EVERY, { recursive: true });
await mkdir(README, { recursive: true });
const site = await serve();
const browser = await launch();
try {
  for (const size of SIZES) await visit(browser, site.address, size);
  console.log('The screens at every width, in light and dark, are in target/screenshots/.');
} finally {
  await browser.close();
  await site.close();
}
