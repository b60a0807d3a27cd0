// Links that can't be opened are explained in words, what others wrote is shown as text, and a storage that refuses is told.
import { deflateSync } from 'node:zlib';

import { expect, test } from '@playwright/test';

import { seedStorage } from '../fixtures/storage.mjs';
import { press, readStorage } from '../page-object.mjs';
import {
  fragmentOf,
  keptLinks,
  lead,
  receive,
  ROUTINE,
  standing,
  summaryFragment,
  title,
  widgetReady,
} from './links.mjs';

const LINK = fragmentOf(ROUTINE);
const letters = (bytes) => `v1-${deflateSync(bytes).toString('base64url')}`;

/** What is wrong with a link, and what the page says. */
const PROBLEMS = {
  'cut off': [LINK.slice(0, -30), /^The end of this link is missing\./],
  altered: [`${LINK.slice(0, 60)}AAAA${LINK.slice(64)}`, /^Letters in this link were changed/],
  'in lower case': [LINK.toLowerCase(), /^Letters in this link were changed/],
  'of a newer version': [LINK.replace('v1', 'v2'), /^A newer version of Supple made this link\./],
  'of format 99': [fragmentOf({ ...ROUTINE, format: 99 }), /^A newer version of Supple made this link\./],
  'of a newer summary': ['s9-abc', /^A newer version of Supple made this link\./],
  'a megabyte': [`v1-${'A'.repeat(1_000_000)}`, /^This link is longer than any routine/],
  'a bomb': [letters(Buffer.alloc(40_000_000)), /^This link unpacks to far more than any routine/],
  noise: ['%E0%A4%A', /^This link holds no routine\./],
  'something else': ['progress', /^This link holds no routine\./],
  'no JSON': [fragmentOf('hello'), /^This link holds no routine\./],
  'no routine': [fragmentOf([]), /^This link holds no routine\./],
};

for (const [what, [fragment, sentence]] of Object.entries(PROBLEMS)) {
  test(`a link is refused in words, and what is kept stays: ${what}`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await receive(page);
    await press(page, 'Keep it');
    const before = await readStorage(page, 'supple:site:');
    await receive(page, fragment);
    await expect(title(page)).toHaveText("This link can't be opened");
    await expect(lead(page)).toHaveText(sentence);
    await expect(page.locator('supple-routine')).toHaveCount(0);
    await expect(keptLinks(page)).toHaveText(["Sam's left hip by Dr Ada Wells"]);
    expect(await readStorage(page, 'supple:site:')).toEqual(before);
    expect(errors).toEqual([]);
  });
}

test('links that mail programs have handled are read', async ({ page }) => {
  for (const worn of [
    `${LINK}.`,
    `${LINK.slice(0, 50)}%0A${LINK.slice(50)}`,
    `${LINK.slice(0, 50)}=%0D%0A${LINK.slice(50)}`,
    LINK.replaceAll('-', '%2D'),
    `${LINK}&utm_source=mail`,
  ]) {
    await page.goto('about:blank');
    await receive(page, worn);
    await expect(title(page), worn).toHaveText("Sam's left hip");
  }
});

const EVIL = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

test('HTML, scripts and addresses of scripts are text in every field', async ({ page }) => {
  const found = [];
  await page.exposeFunction('complain', (what) => found.push(what));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) => window.complain(event.violatedDirective)),
  );
  const own = {
    id: 'own',
    name: `Own ${EVIL}`,
    summary: EVIL,
    region: 'hips',
    posture: 'standing',
    dose: { kind: 'move', seconds: 30 },
    sides: 'none',
    setup: EVIL.slice(0, 60),
    steps: [EVIL, 'javascript:window.hacked=1'],
    key: EVIL,
    mistake: EVIL,
    caution: EVIL,
  };
  const document = {
    ...ROUTINE,
    name: `Hip ${EVIL}`,
    author: { name: `Ada ${EVIL}`, url: 'javascript:window.hacked=1' },
    for: EVIL,
    tagline: EVIL,
    summary: EVIL,
    safety: [EVIL],
    sections: [{ id: 'main', name: EVIL, exercises: [own] }],
  };
  await receive(page, fragmentOf(document));
  await expect(title(page)).toContainText('<img src=x');
  await expect(lead(page)).toContainText('From Ada <img src=x');
  await expect(page.locator('#facts')).toContainText('<script>');
  await expect(page.locator('#contact')).toBeHidden();
  await press(page, 'Keep it');
  await receive(page, '');
  await expect(keptLinks(page)).toContainText([/<img src=x/]);
  await page.goto('./routines/');
  await expect(keptLinks(page)).toContainText([/<img src=x/]);
  const summary = {
    name: EVIL,
    intendedFor: EVIL,
    made: '2026-11-30',
    days: [],
    sessions: 1,
    hurts: [{ exercise: EVIL, side: 'left', times: 1 }],
  };
  await receive(page, summaryFragment(summary));
  await expect(page.getByRole('definition').filter({ hasText: '<script>' })).toBeVisible();
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
  expect(
    await page.locator('main img, main script:not([type="application/json"]), [href^="javascript:"]').count(),
  ).toBe(0);
  expect(found).toEqual([]);
});

/** Ways in which the storage fails, and what the page says. */
const FAILURES = {
  full: [
    /^Storage is full, so the routine isn't kept\./,
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    },
  ],
  'not allowed': [
    /^Your browser doesn't let this page store anything/,
    () => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    },
  ],
};

for (const [what, [sentence, fail]] of Object.entries(FAILURES)) {
  test(`storage that is ${what} is told in words, and the routine can be done`, async ({ page }) => {
    await page.addInitScript(fail);
    await receive(page);
    await widgetReady(page);
    for (let time = 0; time < 2; time += 1) {
      await press(page, 'Keep it');
      await expect(standing(page)).toHaveText(sentence);
    }
    await press(page, 'Start routine');
    await press(page, 'I understand, start');
    await expect(page.locator('.player')).toBeVisible();
  });
}

test('kept routines that cannot be read are set aside, whole, and the person is told', async ({ page }) => {
  await seedStorage(page, { 'supple:site:kept': '{garbled' });
  await receive(page);
  await expect(standing(page)).toHaveText(/^We couldn't read the routines you have kept/);
  const stored = await readStorage(page, 'supple:');
  expect(Object.values(stored)).toContain('{garbled');
  await press(page, 'Keep it');
  await expect(standing(page)).toHaveText(/^Kept\./);
});

test('a module that cannot be loaded is told, and is tried again', async ({ page }) => {
  let isDown = true;
  await page.route('**/sharing-*.wasm', (route) => (isDown ? route.abort() : route.continue()));
  await receive(page);
  await expect(lead(page)).toHaveText("This page couldn't load. Check your connection and try again.");
  isDown = false;
  await page.evaluate(() => (location.hash += '.'));
  await expect(title(page)).toHaveText("Sam's left hip");
});
