// Keys control the session while the focus is in the player, and belong to the page anywhere else.
import { expect, test } from '@playwright/test';

import { heading, holdAnchorStretch, player, readElement, readPlayer, finishHeading } from '../page-object.mjs';

test.beforeEach(({ page }) => holdAnchorStretch(page, 2_500));

const state = async (page) => (await readElement(page)).state;

test('the player has the focus as soon as it appears', async ({ page }) => {
  await expect(heading(page, 'Anchor stretch, left leg')).toBeFocused();
});

test('Space pauses and resumes', async ({ page }) => {
  await page.keyboard.press('Space');
  expect(await state(page)).toBe('paused');
  await page.keyboard.press('Space');
  expect(await state(page)).toBe('running');
  expect(await page.evaluate(() => scrollY), 'and does not scroll').toBe(0);
});

test('Space on a button presses the button, once', async ({ page }) => {
  await page.getByRole('button', { name: 'Pause' }).focus();
  await page.keyboard.press('Space');
  expect(await state(page)).toBe('paused');
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('Space');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', leg: 'Right leg', seconds: '5' });
});

test('the arrow keys go to the next and the previous phase, on a button too', async ({ page }) => {
  await page.keyboard.press('ArrowRight');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg' });
  await page.keyboard.press('ArrowLeft');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '20' });
  await page.getByRole('button', { name: 'Next' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Right leg', seconds: '20' });
});

test('Escape pauses the session, and stops it only when it is pressed again', async ({ page }) => {
  await page.keyboard.press('Escape');
  expect(await readPlayer(page)).toMatchObject({ what: 'Paused', leg: 'Left leg', seconds: '18' });
  await page.keyboard.press('Space');
  expect(await state(page)).toBe('running');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(finishHeading(page)).toBeVisible();
  expect(await state(page)).toBe('done');
});

test("the browser's shortcuts stay the browser's", async ({ page }) => {
  const before = await readElement(page);
  for (const keys of ['Control+ArrowRight', 'Alt+ArrowRight', 'Meta+ArrowRight', 'Control+Space', 'Alt+Escape']) {
    await player(page).evaluate((player, keys) => {
      const [modifier, key] = keys.split('+');
      const pressed = {
        key: key === 'Space' ? ' ' : key,
        [{ Control: 'ctrlKey', Alt: 'altKey', Meta: 'metaKey' }[modifier]]: true,
      };
      const event = new KeyboardEvent('keydown', { ...pressed, bubbles: true, composed: true, cancelable: true });
      player.querySelector('h2').dispatchEvent(event);
      if (event.defaultPrevented) throw new Error(`${keys} was taken away from the browser`);
    }, keys);
    expect(await readElement(page), keys).toEqual(before);
  }
});

test('outside the player no key affects the session', async ({ page }) => {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.setAttribute('aria-label', 'A field of the page');
    document.body.prepend(input);
  });
  const field = page.getByLabel('A field of the page');
  await field.focus();
  const before = await readElement(page);
  await page.keyboard.type('a b');
  for (const key of ['ArrowLeft', 'ArrowRight', 'Escape', 'Space']) await page.keyboard.press(key);
  await expect(field).toHaveValue('a b ');
  expect(await readElement(page)).toEqual(before);

  await field.evaluate((field) => field.blur());
  for (const key of ['ArrowLeft', 'ArrowRight', 'Escape', 'Space']) await page.keyboard.press(key);
  expect(await readElement(page), 'with the focus nowhere').toEqual(before);
});
