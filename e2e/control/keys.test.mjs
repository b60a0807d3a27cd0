// Every control has a key, a list shows them, and no key meant for something else is intercepted.
import { expect, test } from '@playwright/test';

import {
  heading,
  holdAnchorStretch,
  advanceClock,
  player,
  press,
  readElement,
  readPlayer,
  finishHeading,
} from '../page-object.mjs';

const HELD_MS = 2_500;
/** Everything the player listens to. */
const KEYS = [' ', 'ArrowLeft', 'ArrowRight', 'Escape', '+', 'r', 't', 'f', '?'];

test.beforeEach(({ page }) => holdAnchorStretch(page, HELD_MS));

const list = (page) => page.getByRole('dialog', { name: 'More' });

test('"+" makes the phase ten seconds longer', async ({ page }) => {
  await page.keyboard.press('+');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '28' });
});

test('Caps Lock makes no difference', async ({ page }) => {
  await player(page).evaluate((player) =>
    player.dispatchEvent(new KeyboardEvent('keydown', { key: 'R', bubbles: true, cancelable: true })),
  );
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', seconds: '10' });
});

for (const [key, code, what] of [
  ['е', 'KeyT', 'a Cyrillic е in the place of T'],
  ['ف', 'KeyT', 'an Arabic letter in the place of T'],
  ['ㅅ', 'KeyT', 'a Korean letter in the place of T'],
]) {
  test(`the place of a key counts where its letter is not Latin: ${what}`, async ({ page }) => {
    await player(page).evaluate(
      (player, init) =>
        player.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })),
      { key, code },
    );
    await expect(heading(page, "Let's ease off")).toBeVisible();
  });
}

for (const [key, code, what] of [
  ['f', 'KeyT', 'another Latin layout, where F is in the place of T'],
  ['ı', 'KeyR', 'a Turkish ı in the place of R'],
  ['y', 'KeyT', 'Dvorak'],
]) {
  test(`the letter of a key counts where it is Latin: ${what}`, async ({ page }) => {
    const before = await readPlayer(page);
    await player(page).evaluate(
      (player, init) =>
        player.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true })),
      { key, code },
    );
    expect(await readPlayer(page)).toEqual(before);
    await expect(heading(page, "Let's ease off")).toHaveCount(0);
  });
}

test('events that say no key are none', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const before = await readElement(page);
  await player(page).evaluate((player) => {
    for (const properties of [{}, { key: '' }, { key: 'Unidentified' }, { key: 'Dead', code: 'KeyT' }]) {
      const event = Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), properties);
      player.dispatchEvent(event);
    }
  });
  expect(await readElement(page)).toEqual(before);
  expect(errors).toEqual([]);
});

test('"r" restarts the exercise', async ({ page }) => {
  await page.keyboard.press('r');
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', seconds: '10' });
});

test('holding a key down counts as one press', async ({ page }) => {
  for (let i = 0; i < 20; i += 1) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', leg: 'Right leg' });
});

test('"?" opens and closes the list of keys', async ({ page }) => {
  await page.keyboard.press('?');
  await expect(list(page)).toBeFocused();
  for (const key of ['Space', '←', '→', 'Esc', '+', 'R', 'T', 'F', '?']) await expect(list(page)).toContainText(key);
  await page.keyboard.press('?');
  await expect(list(page)).toBeHidden();
  await expect(heading(page, 'Anchor stretch, left leg')).toBeFocused();
});

test('Escape closes the list but not the session, and returns the focus', async ({ page }) => {
  const before = await readElement(page);
  const button = page.getByRole('button', { name: 'More', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeFocused();
  for (const key of KEYS.filter((key) => !['?', 'Escape'].includes(key))) await page.keyboard.press(key);
  expect(await readElement(page), "the session doesn't react").toEqual(before);
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(button).toBeFocused();
  expect(await readElement(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(finishHeading(page)).toBeVisible();
});

test('the list has a button to close it, and the session continues', async ({ page }) => {
  await press(page, 'More');
  await advanceClock(page, 1_500);
  await press(page, 'Close');
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', seconds: '16' });
});

test('a press outside the list closes it and takes the focus', async ({ page }) => {
  await page.keyboard.press('?');
  await press(page, 'Pause');
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeFocused();
  expect((await readElement(page)).state).toBe('paused');
});

test('keys with a modifier belong to the browser', async ({ page }) => {
  const before = await readElement(page);
  const taken = await player(page).evaluate((player, keys) => {
    const pressed = (key, modifier) => {
      const event = new KeyboardEvent('keydown', {
        key,
        [modifier]: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      player.querySelector('h2').dispatchEvent(event);
      return event.defaultPrevented;
    };
    const all = keys.flatMap((key) => ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'].map((modifier) => [key, modifier]));
    return all.filter(([key, modifier]) => pressed(key, modifier));
  }, KEYS);
  // These two need Shift on most keyboards.
  expect(taken).toEqual([['+', 'shiftKey']]);
  await page.keyboard.press('Escape');
  await expect(list(page), '"?" has opened the list, once').toBeHidden();
  expect(await readElement(page)).toEqual({ ...before, remainingMs: before.remainingMs + 10_000 });
});

test('in a text field of the player, letters are typed', async ({ page }) => {
  await player(page).evaluate((player) => {
    const field = document.createElement('input');
    field.setAttribute('aria-label', 'A field');
    player.append(field);
  });
  const before = await readElement(page);
  await page.getByLabel('A field').focus();
  await page.keyboard.type('first +?');
  await expect(page.getByLabel('A field')).toHaveValue('first +?');
  for (const key of ['ArrowLeft', 'Escape', 'Space']) await page.keyboard.press(key);
  expect(await readElement(page)).toEqual(before);
});

test('while the focus is elsewhere on the page, no key does anything', async ({ page }) => {
  await page.evaluate(() => {
    window.takenKeys = 0;
    document.addEventListener('keydown', (event) => (window.takenKeys += Number(event.defaultPrevented)));
    const button = document.createElement('button');
    button.textContent = 'Of the page';
    document.body.prepend(button);
  });
  const before = await readElement(page);
  const elsewhere = page.getByRole('button', { name: 'Of the page' });
  for (const where of ['focus', 'blur']) {
    await elsewhere[where]();
    for (const key of KEYS) await page.keyboard.press(key === ' ' ? 'Space' : key);
  }
  await expect(list(page)).toBeHidden();
  expect(await readElement(page)).toEqual(before);
  expect(await page.evaluate(() => window.takenKeys)).toBe(0);
});
