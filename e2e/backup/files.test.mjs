// The log is saved to a file and added from it on another device.
import { expect, test } from '@playwright/test';

import { seedStorage, loggedSession, weeksOfSessions } from '../fixtures/storage.mjs';
import { press, readFacts, reload, SUNDAY } from '../page-object.mjs';
import { ago, choose, chooser, everything, logOf, news, openProgress, save, sessionsOf, pressAdd } from './device.mjs';

/** Opens Progress on another device. */
async function device(browser, ...things) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openProgress(page, ...things);
  return page;
}

test('the file holds the log, its own date and kind, and nothing else', async ({ page }) => {
  await openProgress(page, loggedSession(ago(3)), loggedSession(ago(1), { holds: 2, complete: false }));
  const { name, text } = await save(page);
  expect(name).toBe('supple-2026-11-22.json');
  const { archives, ...rest } = JSON.parse(text);
  expect(rest).toEqual({ app: 'supple', kind: 'backup', version: 1, made_ms: SUNDAY });
  const sessions = sessionsOf(archives);
  expect(sessions.map(({ started, entries, complete }) => [started, entries.length, complete])).toEqual([
    [ago(3), 7, true],
    [ago(1), 2, false],
  ]);
  expect(sessions[0].entries[0]).toEqual(['anchor', 'hold', 'left', 1, 20_000, 20_000, true, 60_000]);
  await expect(news(page)).toHaveText('Look for supple-2026-11-22.json in your downloads.');
});

test('the object URL of the download is revoked', async ({ page }) => {
  await page.addInitScript(() => {
    window.addresses = [];
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (file) => window.addresses.push(createObjectURL(file)) && window.addresses.at(-1);
    URL.revokeObjectURL = (address) => {
      window.addresses = window.addresses.filter((other) => other !== address);
      revokeObjectURL(address);
    };
  });
  await openProgress(page, loggedSession(ago(1)));
  await save(page);
  expect(await page.evaluate(() => window.addresses)).toHaveLength(1);
  await page.clock.runFor(10_000);
  expect(await page.evaluate(() => window.addresses)).toEqual([]);
});

test('with an empty log there is nothing to save, and the person is told', async ({ page }) => {
  await openProgress(page);
  await press(page, 'Save a backup');
  await expect(news(page)).toHaveText('Nothing to back up yet.');
});

test('another device previews what will be added, adds it, and still has it at the next visit', async ({
  page,
  browser,
}) => {
  const done = weeksOfSessions(SUNDAY, 22);
  await openProgress(page, done);
  const facts = await readFacts(page);
  const { text } = await save(page);

  const other = await device(
    browser,
    loggedSession(ago(30)),
    ...Object.entries(done)
      .slice(0, 2)
      .map(([key, record]) => ({ [key]: record })),
  );
  const before = await everything(other);
  await choose(other, text);
  await expect(news(other)).toHaveText(
    'This adds 17 sessions (October 31, 2026 to November 19, 2026). 2 more are here already.',
  );
  expect(await everything(other), 'a preview changes nothing').toEqual(before);
  await pressAdd(other);
  await expect(news(other)).toHaveText('17 sessions added.');
  await expect(news(other).locator('p')).toBeFocused();
  expect(await everything(other), 'what was there is unchanged').toMatchObject(before);
  // The figures follow: all the days of the backup and one of the device's own.
  const days = {
    'In total': `${Number.parseInt(facts['In total'], 10) + 1} days`,
    'Current streak': facts['Current streak'],
  };
  expect(await readFacts(other)).toMatchObject(days);
  await expect(other.locator('.sessions li')).toHaveCount(20);
  await reload(other);
  await press(other, 'Progress');
  expect(await readFacts(other)).toMatchObject(days);
  await other.context().close();
});

test('two devices that exchange backups end up with the same log', async ({ page, browser }) => {
  // The first has only part of one session, the second only part of another.
  await openProgress(
    page,
    loggedSession(ago(9)),
    loggedSession(ago(4), { holds: 3, complete: false }),
    loggedSession(ago(2)),
  );
  const other = await device(
    browser,
    loggedSession(ago(7)),
    loggedSession(ago(4)),
    loggedSession(ago(2), { holds: 1, complete: false }),
  );
  const [here, there] = [await save(page), await save(other)];
  await choose(page, there.text);
  await expect(news(page)).toHaveText(
    'This adds 2 sessions (November 15, 2026 to November 18, 2026). 1 of them has more in it than what is here. 1 more is here already.',
  );
  await pressAdd(page);
  await choose(other, here.text);
  await pressAdd(other);
  const log = await logOf(page);
  expect(log).toHaveLength(4);
  expect(await logOf(other)).toEqual(log);
  expect(await readFacts(other)).toEqual(await readFacts(page));
  await other.context().close();
});

test('adding the same file twice changes nothing', async ({ page, browser }) => {
  await openProgress(page, weeksOfSessions(SUNDAY, 5));
  const { text } = await save(page);
  const other = await device(browser);
  await choose(other, text);
  await pressAdd(other);
  const before = await everything(other);
  await choose(other, text);
  await expect(news(other)).toHaveText('Nothing to add. Everything in this file is here already.');
  await expect(other.getByRole('button', { name: /^Add \d+ session/ })).toHaveCount(0);
  expect(await everything(other)).toEqual(before);
  await other.context().close();
});

test('the offer can be declined', async ({ page, browser }) => {
  await openProgress(page, loggedSession(ago(1)));
  const { text } = await save(page);
  const other = await device(browser);
  const before = await everything(other);
  await choose(other, text);
  await expect(news(other)).toHaveText('This adds 1 session (November 21, 2026).');
  await press(other, 'Cancel');
  await expect(news(other)).toHaveText('Cancelled. Nothing was added.');
  expect(await everything(other)).toEqual(before);
  await other.context().close();
});

test('saving, choosing and adding work with the keyboard alone', async ({ page, browser }) => {
  await openProgress(page, loggedSession(ago(1)));
  const { text } = await save(page);
  const other = await device(browser);
  // Wait for it before pressing the key, because the browser is slow to intercept its own dialog.
  const asked = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Save a backup' }).focus();
  await other.keyboard.press('Tab');
  for (const name of ['Move to another device', 'Save as a table (CSV)', 'Print for your physiotherapist']) {
    await expect(other.getByRole('button', { name })).toBeFocused();
    await other.keyboard.press('Tab');
  }
  await expect(chooser(other)).toBeFocused();
  const ring = await chooser(other).evaluate((input) => getComputedStyle(input.parentElement).outlineStyle);
  expect(ring, 'the focus is visible').toBe('solid');
  await other.keyboard.press('Enter');
  await (await asked).setFiles({ name: 'supple.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(news(other)).toHaveText('This adds 1 session (November 21, 2026).');
  await expect(chooser(other), 'the focus stays').toBeFocused();
  await other.keyboard.press('Tab');
  await expect(other.getByRole('button', { name: /^Add \d+ session/ })).toBeFocused();
  await other.keyboard.press('Enter');
  await expect(news(other).locator('p')).toBeFocused();
  await other.keyboard.press('Tab');
  await expect(other.getByRole('link', { name: 'Set a reminder' })).toBeFocused();
  await other.context().close();
});

test('a widget without storage adds sessions for as long as the page is open', async ({ page, browser }) => {
  await openProgress(page, loggedSession(ago(1)));
  const { text } = await save(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no', 'NotAllowedError');
    };
  });
  await openProgress(other);
  await choose(other, text);
  await pressAdd(other);
  await expect(other.locator('.notices')).toContainText('Your browser is blocking storage');
  await expect(other.locator('.sessions li')).toHaveCount(1);
  await context.close();
});

test('a thousand sessions are added at once', async ({ page, browser }) => {
  const done = Array.from({ length: 1_000 }, (_, i) => loggedSession(ago(i / 2 + 1)));
  await seedStorage(page, ...done);
  await openProgress(page, ...done);
  const { text } = await save(page);
  const other = await device(browser);
  await choose(other, text);
  await expect(news(other)).toContainText('This adds 1000 sessions');
  await pressAdd(other);
  expect(await readFacts(other)).toEqual(await readFacts(page));
  expect(Object.keys(await everything(other))).toHaveLength(11);
  await other.context().close();
});

test('where a sandbox drops the file, nothing is claimed, and its text can be copied', async ({ page }) => {
  await page.route('**/sandbox.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><iframe sandbox="allow-scripts" src="./embed/v1/frame.html" width="600" height="900"></iframe>',
    }),
  );
  await page.goto('./sandbox.html');
  const inside = page.frameLocator('iframe').locator('supple-routine');
  await inside.getByRole('button', { name: 'Start routine' }).click();
  await inside.getByRole('button', { name: 'I understand, start' }).click();
  await expect(inside.locator('.player')).toBeVisible();
  await inside.evaluate(async (routine) => {
    while (routine.state === 'running') await routine.next();
  });
  await inside.getByRole('button', { name: 'Progress', exact: true }).click();
  await inside.getByRole('button', { name: 'Save a backup' }).click();
  const news = inside.getByRole('region', { name: 'Backup and devices' }).getByRole('status');
  await expect(news).toHaveText(/^Look for supple-[\d-]+\.json in your downloads\.$/);
  await inside.getByText("Can't find it?").click();
  const text = inside.getByRole('textbox', { name: 'The text of the file' });
  expect(JSON.parse(await text.inputValue())).toMatchObject({ app: 'supple', kind: 'backup' });
  await text.focus();
  expect(await text.evaluate((it) => it.selectionEnd - it.selectionStart === it.value.length)).toBe(true);
});
