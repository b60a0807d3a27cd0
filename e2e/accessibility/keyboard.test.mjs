// A session without a mouse, and what a screen reader announces.
import { expect, test } from '@playwright/test';
import { safetyNoticeRead } from '../fixtures/storage.mjs';
import { finishHeading } from '../page-object.mjs';
import { open, play } from './screens.mjs';

/** The focused element, looking through all shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body
      ? null
      : element && { name: element.localName, id: element.id, text: element.textContent.trim() };
  });

/** Presses Tab until something with this text is focused. */
async function tabTo(page, text, key = 'Tab') {
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (now?.text === text) return;
  }
  throw new Error(`Tab never comes to ${text}.`);
}

const heading = (page, name) => page.getByRole('heading', { name, exact: true }).filter({ visible: true });

test('a whole session can be done with the keyboard alone', async ({ page }) => {
  await open(page);
  await tabTo(page, 'Start routine');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Before you start')).toBeFocused();
  await tabTo(page, 'I understand, start');
  await page.keyboard.press('Space');
  await expect(heading(page, 'Jumping jacks')).toBeFocused();

  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await page.keyboard.press('Space');
  await tabTo(page, "I'm ready");
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer')).toHaveText('1:00');

  await tabTo(page, 'Next');
  for (let i = 0; i < 60 && (await page.getByRole('button', { name: 'Next' }).isVisible()); i += 1) {
    await page.clock.runFor(1_000);
    await page.keyboard.press('Enter');
  }
  await expect(finishHeading(page)).toBeFocused();
  await tabTo(page, 'Done');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeFocused();
});

test('focus moves to the player and returns to the button that was pressed', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Lying stretch');
  await expect(heading(page, 'Lying stretch, left leg')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const button = page.getByRole('article', { name: 'Lying stretch' }).getByRole('button', { name: /^Start from here/ });
  await expect(button).toBeFocused();
  await expect(button).toBeInViewport();
});

test('focus stays on a control while the phases change', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Anchor stretch');
  await page.getByRole('button', { name: 'Pause' }).focus();
  await page.clock.runFor(70_000);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeFocused();
});

test("the player's shortcuts don't affect the page, nor the page's the player", async ({ page }) => {
  await open(page, safetyNoticeRead);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Start routine' })).toBeVisible();
  await play(page, 'Anchor stretch', 1);
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator('.leg.on')).toHaveText('Left leg');
  await expect(page.getByText('Hold', { exact: true })).toBeVisible();
});

/** Records every change of the live regions' text. */
async function listen(page) {
  await page.evaluate(() => {
    window.said = [];
    const root = document.querySelector('supple-routine').shadowRoot;
    const live = '[role="status"], [role="alert"], [role="log"], [aria-live]:not([aria-live="off"])';
    let before = [];
    const note = () => {
      const now = [...root.querySelectorAll(live)].map((region) => region.textContent.trim()).filter(Boolean);
      for (const text of now) if (!before.includes(text)) window.said.push(text);
      before = now;
    };
    new MutationObserver(note).observe(root, { subtree: true, childList: true, characterData: true });
    note();
    window.said = [];
  });
  return () => page.evaluate(() => window.said.splice(0));
}

test('each phase is announced once, with its halfway point and its end, but not every second', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Anchor stretch');
  const said = await listen(page);
  // The rest of the preparation, hold, switch, hold, and the next preparation.
  await page.clock.runFor(60_000);
  const heard = await said();
  expect(heard).toEqual([
    expect.stringMatching(/^Anchor stretch\. Hold, left leg, 20 seconds\.$/),
    'Halfway.',
    '3 seconds left.',
    expect.stringMatching(/^Anchor stretch\. Switch to your right leg, 5 seconds\.$/),
    expect.stringMatching(/^Anchor stretch\. Hold, right leg, 20 seconds\.$/),
    'Halfway.',
    '3 seconds left.',
    expect.stringMatching(/^Seated stretch\. Get ready, both legs, 20 seconds\. Sit down/),
  ]);
});

test('restarting a phase announces it again', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Anchor stretch', 1);
  await page.evaluate(() => {
    window.changes = 0;
    const status = document.querySelector('supple-routine').shadowRoot.querySelector('.player .visually-hidden[role="status"]');
    new MutationObserver(() => (window.changes += 1)).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.getByRole('button', { name: 'Previous' }).click();
  await expect.poll(() => page.evaluate(() => window.changes)).toBeGreaterThan(0);
});

test('the timer has the role timer, which screen readers read only on request', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Anchor stretch', 1);
  const timer = page.getByRole('timer');
  await expect(timer).toHaveText('18');
  await expect(timer, 'one sentence, with its unit').toHaveAccessibleName('18 seconds left');
  await expect(timer).not.toHaveAttribute('aria-live', /polite|assertive/);
  expect(await timer.evaluate((it) => it.closest('[aria-live], [role="status"], [role="alert"]'))).toBeNull();
  await page.clock.runFor(1_000);
  await expect(timer).toHaveText('17');
});

test('a pause is announced', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await play(page, 'Anchor stretch', 1);
  const said = await listen(page);
  await page.keyboard.press('Space');
  await expect.poll(said).toEqual([expect.stringMatching(/paused/i)]);
});

test('accessible names match the contract', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await expect(page.getByRole('button', { name: 'Start routine', exact: true })).toBeVisible();
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(9);
  for (const card of await cards.all()) {
    await expect(card).toHaveAccessibleName(await card.getByRole('heading').first().textContent());
  }
  await play(page, 'Anchor stretch', 1);
  for (const name of ['Pause', 'Next', 'Previous', 'Stop']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toHaveCount(0);
});

test('the screens are named landmarks, and no heading level is skipped', async ({ page }) => {
  await open(page, safetyNoticeRead);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page.getByRole('main')).toBeVisible();
  await play(page, 'Anchor stretch');
  await expect(page.getByRole('region', { name: 'Anchor stretch, left leg', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }), 'the page still has its title').toHaveCount(1);
});
