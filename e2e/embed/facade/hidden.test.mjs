// Cards that are mounted where they have no box yet are collapsed once they get one, and follow it.
import { expect, test } from '@playwright/test';
import { openHost, ready, widget } from '../../element/host.mjs';

const ELEMENT = '<supple-routine loading="eager" style="min-height: 34em"></supple-routine>';

/** Places that are hidden at first, and what a person does to see them. */
const PLACES = {
  'the attribute hidden': [`<div hidden>${ELEMENT}</div>`, (page) => remove(page, '[hidden]', 'hidden')],
  'a tab that is not displayed': [
    `<div style="display: none">${ELEMENT}</div>`,
    (page) => remove(page, '[style*=none]', 'style'),
  ],
  'closed details': [
    `<details><summary>Stretch</summary>${ELEMENT}</details>`,
    (page) => page.getByText('Stretch').first().click(),
  ],
  'a dialog': [
    `<dialog style="width: 600px">${ELEMENT}</dialog>`,
    (page) => page.evaluate(() => document.querySelector('dialog').showModal()),
  ],
  'content that is hidden until it is found': [
    `<div hidden="until-found">${ELEMENT}</div>`,
    (page) => remove(page, '[hidden]', 'hidden'),
  ],
};

const remove = (page, selector, attribute) =>
  page.evaluate(
    ([selector, attribute]) => document.querySelector(selector).removeAttribute(attribute),
    [selector, attribute],
  );
const height = (page) => widget(page).evaluate((element) => element.getBoundingClientRect().height);
const showAll = (page) => widget(page).getByRole('button', { name: 'Show all exercises' });

for (const [what, [body, show]] of Object.entries(PLACES)) {
  test(`mounted in ${what}, they are collapsed to the reserved height once they are shown`, async ({ page }) => {
    await openHost(page, body);
    await ready(page);
    await show(page);
    await expect(showAll(page)).toBeVisible();
    expect(await height(page)).toBe(544);
    await showAll(page).click();
    await expect(showAll(page)).toBeHidden();
    expect(await height(page)).toBeGreaterThan(2_000);
  });
}

test('the button is there while something is covered, whatever becomes of the box', async ({ page }) => {
  await openHost(page, ELEMENT.replace('34em', '34em; --supple-height: 3000px'));
  await page.setViewportSize({ width: 1400, height: 800 });
  await ready(page);
  await expect(showAll(page)).toBeHidden();
  const mask = () =>
    widget(page).evaluate((element) => getComputedStyle(element.shadowRoot.querySelector('.overview')).maskImage);
  expect(await mask()).toBe('none');
  await page.setViewportSize({ width: 320, height: 800 });
  await expect(showAll(page)).toBeVisible();
  expect(await mask()).not.toBe('none');
  await page.setViewportSize({ width: 1400, height: 800 });
  await expect(showAll(page)).toBeHidden();
});

test.describe('what reaches a covered part without the focus uncovers it', () => {
  const COVERED = 'Assisted stretch';
  const BEFORE = '<p style="height: 1500px">Before.</p>';
  const AFTER = '<p style="height: 3000px">After.</p>';
  const card = (page) => widget(page).getByRole('article', { name: COVERED, exact: true });

  const open = async (page, around = [BEFORE, AFTER]) => {
    await openHost(page, around.join(ELEMENT));
    await ready(page);
    await expect(showAll(page)).toBeVisible();
  };
  const uncovered = async (page) => {
    await expect(showAll(page)).toBeHidden();
    await expect(card(page).getByRole('heading', { name: COVERED })).toBeInViewport();
  };

  test('find in page, which scrolls as far as needed', async ({ page }) => {
    await open(page);
    // The browser's search can't be driven; what it does with what it finds can.
    const dose = card(page).locator('.dose');
    await dose.scrollIntoViewIfNeeded();
    await expect(showAll(page)).toBeHidden();
    await expect(dose).toBeInViewport();
  });

  test('another script that scrolls there', async ({ page }) => {
    await open(page);
    await card(page).evaluate((it) => it.scrollIntoView());
    await uncovered(page);
  });

  test('a smooth scroll, at its end', async ({ page }) => {
    await open(page);
    const near = widget(page).getByRole('article', { name: 'Anchor stretch' });
    await near.evaluate((it) => it.scrollIntoView({ behavior: 'smooth', block: 'end' }));
    await expect(showAll(page)).toBeHidden();
    await expect(near).toBeInViewport();
  });

  test('in an article that scrolls by itself', async ({ page }) => {
    await open(page, [`<div style="height: 700px; overflow: auto">${BEFORE}`, `${AFTER}</div>`]);
    await card(page).evaluate((it) => it.scrollIntoView());
    await uncovered(page);
  });

  test('what is in sight already is left alone', async ({ page }) => {
    await open(page);
    await widget(page)
      .getByRole('button', { name: 'Start routine' })
      .evaluate((it) => it.scrollIntoView({ block: 'center' }));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await expect(showAll(page)).toBeVisible();
    expect(await height(page)).toBe(544);
  });
});
