// The attributes of <supple-routine> do what the contract says.
import { expect, test } from '@playwright/test';
import { loggedSession, storageKey, seedStorage, safetyNoticeRead, weeksOfSessions } from '../fixtures/storage.mjs';
import { keptKeys, openHost, property, ready, startRoutine, widget } from './host.mjs';

const ground = (page) =>
  widget(page).evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.supple')).backgroundColor);

test('`theme` chooses light or dark, whatever the page and the system prefer', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openHost(page, '<supple-routine loading="eager"></supple-routine>');
  await ready(page);
  const light = await ground(page);
  await widget(page).evaluate((element) => element.setAttribute('theme', 'dark'));
  const dark = await ground(page);
  expect(dark).not.toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  await widget(page).evaluate((element) => element.setAttribute('theme', 'light'));
  expect(await ground(page)).toBe(light);
  await widget(page).evaluate((element) => element.setAttribute('theme', 'auto'));
  expect(await ground(page), 'auto follows the system').toBe(dark);
  await widget(page).evaluate((element) => element.removeAttribute('theme'));
  expect(await ground(page), 'auto is the default').toBe(dark);
});

async function showProgress(page) {
  await widget(page).getByRole('button', { name: 'Progress' }).click();
  await widget(page).getByRole('table').waitFor();
  return widget(page).getByRole('columnheader').allTextContents();
}

/** The reader's region, which is American in these tests, says where a week begins. */
const GERMAN = ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'];

test('`lang` is the language of dates', async ({ page }) => {
  await seedStorage(page, loggedSession(Date.now()));
  await openHost(page, '<supple-routine loading="eager" lang="de"></supple-routine>');
  await ready(page);
  expect(await showProgress(page)).toEqual(GERMAN);
});

test('without `lang` dates are in the language of the page', async ({ page }) => {
  await seedStorage(page, loggedSession(Date.now()));
  await openHost(page, '<supple-routine loading="eager"></supple-routine>', { lang: 'de' });
  await ready(page);
  expect(await showProgress(page)).toEqual(GERMAN);
});

for (const lang of ['', 'not a language', 'x', '💥']) {
  test(`a \`lang\` of ${JSON.stringify(lang)} doesn't make it fail`, async ({ page }) => {
    await seedStorage(page, loggedSession(Date.now()));
    await openHost(page, `<supple-routine loading="eager" lang="${lang}"></supple-routine>`);
    await ready(page);
    expect((await showProgress(page))[0]).toMatch(/^Sun/);
  });
}

test('`compact` leaves only what starts a session, and can be set and removed', async ({ page }) => {
  await openHost(page, '<supple-routine loading="eager" compact></supple-routine>');
  await ready(page);
  const card = widget(page).getByRole('article', { name: 'Anchor stretch' });
  const step = card.getByText(/Rest the heel or ankle/);
  await expect(widget(page).getByRole('button', { name: 'Start routine' })).toBeVisible();
  await expect(card).toBeVisible();
  await card.locator('.row').evaluate((row) => (row.open = true));
  await expect(step).toBeHidden();
  await widget(page).evaluate((element) => element.removeAttribute('compact'));
  await expect(step).toBeVisible();
  await widget(page).evaluate((element) => element.setAttribute('compact', ''));
  await expect(step).toBeHidden();
});

test('`no-persist` neither writes nor reads anything', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead, weeksOfSessions(Date.UTC(2026, 10, 22)));
  await openHost(page, '<supple-routine loading="eager" no-persist></supple-routine>');
  await ready(page);
  const before = await page.evaluate(() => JSON.stringify(localStorage));
  await widget(page).evaluate((element) => element.start());
  await expect(
    widget(page).getByRole('button', { name: 'I understand, start' }),
    'does not know that it was read',
  ).toBeVisible();
  await startRoutine(page);
  for (let i = 0; i < 12; i += 1) await widget(page).evaluate((element) => element.next());
  await widget(page).evaluate((element) => element.stop());
  expect(await property(page, 'state'), 'nothing was held').toBe('ready');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(before);
  await expect(widget(page).getByText(/let Supple save|not kept/)).toHaveCount(0);
});

test('`storage-key` separates storages', async ({ page }) => {
  await openHost(page, '<supple-routine loading="eager" storage-key="mine"></supple-routine>');
  await ready(page);
  await startRoutine(page);
  const keys = await keptKeys(page);
  expect(keys.some((name) => name.startsWith(storageKey('running:', 'mine')))).toBe(true);
  expect(keys.filter((name) => !name.startsWith('supple:mine:'))).toEqual([]);
});

test('an unknown `routine` is reported', async ({ page }) => {
  await openHost(page, '<supple-routine loading="eager" routine="nonsense"><p>Stretch daily.</p></supple-routine>');
  await expect(widget(page).getByRole('alert')).toContainText('nonsense');
  expect(await property(page, 'state')).toBe('error');
  await expect(page.getByText('Stretch daily.'), 'the fallback stays').toBeVisible();
});
