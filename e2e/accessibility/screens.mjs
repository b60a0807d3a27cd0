// Every screen of the widget, reached as a person reaches it.
import { seedStorage, safetyNoticeRead, weeksOfSessions } from '../fixtures/storage.mjs';
import { figuresReady, finishHeading, pauseClock, pressInMore, startHere } from '../page-object.mjs';

/** The current time in every test. */
export const NOW = Date.UTC(2026, 10, 22, 9);

const press = (page, name) => page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click();

/** Opens the page with the clock paused. */
export async function open(page, ...kept) {
  await pauseClock(page, NOW);
  await seedStorage(page, ...kept);
  await page.goto('./');
  await page.evaluate(async () => {
    await customElements.whenDefined('supple-routine');
    await document.querySelector('supple-routine').ready;
  });
  await figuresReady(page);
}

/** Starts at a card and skips `phases` phases, counting from its preparation. */
export async function play(page, card = 'Anchor stretch', phases = 0) {
  await startHere(page, card);
  await page.getByRole('timer').waitFor();
  for (let i = 0; i < phases; i += 1) await page.keyboard.press('ArrowRight'); // doesn't scroll
  await page.clock.runFor(2_500);
}

async function finish(page) {
  await open(page, safetyNoticeRead, weeksOfSessions(NOW));
  await play(page, 'Lying stretch');
  await page.clock.runFor(60_000);
  await finishHeading(page).waitFor();
}

/** A backup file with two sessions that the device doesn't have. */
const BACKUP = Buffer.from(
  JSON.stringify({
    app: 'supple',
    kind: 'backup',
    version: 1,
    made_ms: NOW,
    archives: [
      {
        entries: [['anchor', 'hold', 'left', 1, 20_000, 20_000, true, 30_000]],
        shapes: [['hamstring', 0, true, [0]]],
        sessions: [
          [`${NOW - 9e9}-0badcafe`, NOW - 9e9, 60_000, 0],
          [`${NOW - 8e9}-0badcafe`, NOW - 8e9, 60_000, 0],
        ],
      },
    ],
  }),
);

/** How to reach each screen from a fresh page. */
export const SCREENS = {
  overview: (page) => open(page),
  'overview with everything open': async (page) => {
    await open(page);
    const closed = page.locator('details:not([open]) > summary').filter({ visible: true });
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click();
    await page.getByRole('group', { name: 'Hold length' }).waitFor();
  },
  safety: async (page) => {
    await open(page);
    await press(page, 'Start routine');
    await page.getByRole('heading', { name: 'Before you start' }).waitFor();
  },
  preparing: async (page) => {
    await open(page, safetyNoticeRead);
    await play(page);
  },
  'preparing for the first time': async (page) => {
    await open(page);
    await press(page, 'Start routine');
    await press(page, 'I understand, start');
    await page.getByRole('button', { name: "I'm ready", exact: true }).waitFor();
  },
  holding: async (page) => {
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
  },
  'holding with both legs': async (page) => {
    await open(page, safetyNoticeRead);
    await play(page, 'Seated stretch', 3);
  },
  paused: async (page) => {
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
    await press(page, 'Pause');
  },
  'holding without a timer': async (page) => {
    await open(page, safetyNoticeRead);
    await page.getByText('More settings', { exact: true }).click();
    await page.getByText("No countdown. I'll tap when I'm done").click();
    await play(page, 'Anchor stretch', 1);
    await page.getByRole('button', { name: 'Done', exact: true }).waitFor();
  },
  'holding in full screen': async (page) => {
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
    await pressInMore(page, 'Full screen');
    await page.locator('.supple:fullscreen').waitFor();
  },
  'the list of keys': async (page) => {
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'More' }).waitFor();
  },
  'too much': async (page) => {
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
    await press(page, 'It hurts');
    await page.getByRole('heading', { name: "Let's ease off" }).waitFor();
  },
  finish,
  'finish, stopped early': async (page) => {
    await open(page, safetyNoticeRead);
    await play(page, 'Anchor stretch', 1);
    await press(page, 'Stop');
    await finishHeading(page).waitFor();
  },
  progress: async (page) => {
    await open(page, safetyNoticeRead, weeksOfSessions(NOW));
    await press(page, 'Progress');
    await page.getByRole('heading', { name: 'Progress' }).waitFor();
  },
  'progress, with a backup to add': async (page) => {
    await open(page, safetyNoticeRead, weeksOfSessions(NOW));
    await press(page, 'Progress');
    await page
      .getByLabel('Restore a backup')
      .setInputFiles({ name: 'supple.json', mimeType: 'application/json', buffer: BACKUP });
    await page.getByRole('button', { name: /^Add \d+ session/ }).waitFor();
  },
};
