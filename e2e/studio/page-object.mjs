// What authors do in the studio and read there. The tests say what should result.
import { expect } from '@playwright/test';

/** Opens the studio and waits until it works. */
export async function openStudio(page) {
  await page.goto('studio/');
  await expect(page.getByRole('heading', { name: 'Library' })).toBeAttached();
}

/** Shows a part of the studio where there is no space for all of them. */
export async function show(page, name) {
  const tabs = page.getByRole('navigation', { name: /^(Parts of the studio|Beside the routine)$/ });
  const tab = tabs.getByRole('button', { name });
  if (await tab.isVisible()) await tab.click();
}

/** Adds exercises of the library by their names. */
export async function add(page, ...names) {
  await show(page, 'Library');
  for (const name of names) {
    await page.getByRole('searchbox', { name: 'Search' }).fill(name);
    await page.getByRole('button', { name: `Add ${name}`, exact: true }).click();
  }
  await show(page, 'Routine');
}

/** The rows of the routine. */
export const rows = (page) => page.locator('.item');

/** The names of the exercises in the routine, in order. */
export const names = (page) => page.locator('.item .item-name strong').allTextContents();

/** The row of an exercise. */
export const row = (page, name) => rows(page).filter({ has: page.getByText(name, { exact: true }) });

/** Opens the fields of an exercise and returns its row. */
export async function edit(page, name) {
  await page.getByRole('button', { name: `Edit: ${name}`, exact: true }).click();
  return row(page, name);
}

/** What the studio said last. */
export const said = (page) => page.locator('.said');

/** The drafts that are stored, as they are. */
export const stored = (page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('supple:studio:draft:'))
      .map((key) => JSON.parse(localStorage.getItem(key))),
  );

/** Opens what is folded away below this line. */
export async function unfold(page, name) {
  const summary = page.locator('summary').filter({ hasText: name });
  if (!(await summary.evaluate(({ parentElement }) => parentElement.open))) await summary.click();
}

/** Reads a text as if it was pasted. */
export async function paste(page, text) {
  await show(page, 'Routine');
  await unfold(page, 'Paste or open');
  await page.getByRole('textbox', { name: 'Paste it here' }).fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
}
