// A routine that stands in the page itself: a script of JSON within the element.
import { expect, test } from '@playwright/test';

import { readAlert, sound, watch } from '../bad-routine/article.mjs';
import { openHost, property, ready, startRoutine, widget } from './host.mjs';

const LIBRARY = '**/assets/library-*.json';

/** A document as it has to be written into HTML. */
const asScript = (document) =>
  `<script type="application/json">${JSON.stringify(document).replaceAll('</', '<\\/')}</script>`;

const element = (document, attributes = '') =>
  `<supple-routine loading="eager" ${attributes}>${asScript(document)}<p>What the author wrote.</p></supple-routine>`;

/** A routine that refers to the library. */
const referring = (...exercises) => ({ ...sound(), sections: [{ id: 'all', name: 'All', exercises }] });

const heading = (page, name) => widget(page).getByRole('heading', { name, exact: true });

/** Notes the addresses that are asked for, of files of ours. */
function asked(page) {
  const addresses = [];
  page.on('request', (request) => addresses.push(new URL(request.url()).pathname));
  return addresses;
}

test('it is shown, played and logged like one at an address', async ({ page }) => {
  const happened = watch(page);
  const addresses = asked(page);
  await openHost(page, element(sound()));
  await ready(page);
  await expect(heading(page, 'My own routine')).toBeVisible();
  await startRoutine(page);
  await expect(widget(page).locator('.player')).toContainText('Reach');
  expect(await widget(page).evaluate((element) => element.exerciseId)).toBe('reach');
  expect(addresses.filter((path) => /library|routines-/.test(path))).toEqual([]);
  expect(happened).toEqual([]);
});

test('it takes precedence over `routine`, and `src` over it', async ({ page }) => {
  await page.route('**/routine.json', (route) => route.fulfill({ json: { ...sound(), name: 'At an address' } }));
  await openHost(page, element(sound(), 'routine="hips"'));
  await ready(page);
  await expect(heading(page, 'My own routine')).toBeVisible();
  await widget(page).evaluate((element) => (element.src = 'routine.json'));
  await expect(heading(page, 'At an address')).toBeVisible();
  await widget(page).evaluate((element) => (element.src = null));
  await expect(heading(page, 'My own routine')).toBeVisible();
});

test('what is fetched later, and what search engines read, is no routine', async ({ page }) => {
  const scripts = '<script type="application/ld+json">{"@type":"ExercisePlan"}</script>';
  await openHost(page, `<supple-routine loading="eager">${scripts}<p>Fallback</p></supple-routine>`);
  await ready(page);
  await expect(heading(page, 'Hamstring routine')).toBeVisible();
});

test('a script that was replaced is read when the element is put in again', async ({ page }) => {
  await openHost(page, element(sound()));
  await ready(page);
  const other = JSON.stringify({ ...sound(), name: 'Another one' });
  await widget(page).evaluate((element, other) => {
    element.querySelector('script').textContent = other;
  }, other);
  await expect(heading(page, 'My own routine')).toBeVisible();
  await widget(page).evaluate(async (element) => {
    const { parentNode } = element;
    element.remove();
    await Promise.resolve(); // moving it within a task is no removal
    parentNode.append(element);
  });
  await ready(page);
  await expect(heading(page, 'Another one')).toBeVisible();
});

test('it is shown in an element that a script has made', async ({ page }) => {
  await openHost(page, '<div id="place"></div>');
  await page.evaluate((html) => {
    const script = Object.assign(document.createElement('script'), { type: 'application/json', textContent: html });
    const element = document.createElement('supple-routine');
    element.setAttribute('loading', 'eager');
    element.append(script);
    document.querySelector('#place').append(element);
  }, JSON.stringify(sound()));
  await ready(page);
  await expect(heading(page, 'My own routine')).toBeVisible();
});

test('until it is pressed, the fallback is shown, and nothing is fetched', async ({ page }) => {
  const addresses = asked(page);
  await openHost(page, element(sound()).replace('eager', 'click'));
  await expect(page.getByText('What the author wrote.')).toBeVisible();
  await expect(widget(page).getByText('Hamstring routine')).toHaveCount(0);
  await expect(widget(page).getByText('my-own')).toHaveCount(0);
  expect(addresses.filter((path) => path.includes('/assets/'))).toEqual([]);
  await widget(page).getByRole('button', { name: 'Start routine' }).click();
  await expect(widget(page).getByRole('button', { name: 'I understand, start' })).toBeVisible();
});

test('everything that is wrong with it is said at once, and the article stays', async ({ page }) => {
  const happened = watch(page);
  const document = { ...referring({ use: 'cat-cow', seconds: 0, note: 1 }, { use: 'cat-cwo' }), 'days-per-week': 9 };
  document.author = { name: '', url: 'javascript:alert(1)' };
  await openHost(page, element(document));
  expect(await readAlert(page)).toEqual([
    "The timer couldn't load.",
    'sections[0].exercises[0].seconds: should be a whole number from 1 to 3600, but is 0.',
    'sections[0].exercises[1].use: there is no exercise "cat-cwo" in the library.',
    'sections[0].exercises[0].note: is not a field that is known here.',
    'author.name: should not be empty.',
    "author.url: should begin with https://, http:// or mailto:, without spaces. Other addresses aren't linked to.",
    'days-per-week: should be a whole number from 1 to 7, but is 9.',
  ]);
  await expect(page.getByText('What the author wrote.')).toBeVisible();
  expect(await property(page, 'state')).toBe('error');
  expect(happened).toEqual([]);
});

for (const [what, [text, says]] of Object.entries({
  'nothing in it': ['', 'The routine is empty.'],
  'what a system has made of its quotes': ['{&quot;format&quot;: 1}', /^The routine is not valid JSON: /],
})) {
  test(`a script with ${what} is reported`, async ({ page }) => {
    const script = `<script type="application/json">${text}</script>`;
    await openHost(page, `<supple-routine loading="eager">${script}</supple-routine>`);
    const [, line] = await readAlert(page);
    expect(line).toMatch(says);
  });
}

test('HTML, letters from right to left and emoji stay the text they are', async ({ page }) => {
  const happened = watch(page);
  const name = 'תרגול 👩🏽‍⚕️ <img src=x onerror=alert(1)></script><script>alert(2)</script>';
  const document = { ...sound(), name, author: { name, url: 'mailto:ada@example.org' }, for: name, safety: [name] };
  await openHost(page, element(document));
  await ready(page);
  await expect(heading(page, name)).toBeVisible();
  await expect(widget(page).locator('img')).toHaveCount(0);
  expect(happened).toEqual([]);
});

test('what refers to the library is complete, with figures', async ({ page }) => {
  const addresses = asked(page);
  const own = { ...sound().sections[0].exercises[1], figure: 'cobra' };
  const document = referring(
    { use: 'cat-cow', 'leave-out-steps': [1], name: 'Cat and cow, slowly' },
    { use: 'anchor', sides: 'right', repeats: 7 },
    { use: 'anchor', id: 'anchor-2', sides: 'left' },
    own,
  );
  await openHost(page, element(document));
  await ready(page);
  await expect(heading(page, 'Cat and cow, slowly')).toBeVisible();
  await expect(widget(page).locator('article .dose')).toHaveText([
    '45 s',
    '7 × 20 s, right leg',
    '20 s, left leg',
    '30 s',
  ]);
  await expect(widget(page).locator('article').filter({ has: page.locator('supple-figure svg') })).toHaveCount(4);
  const mirrored = widget(page).locator('article').filter({ has: page.locator('svg.left') });
  await expect(mirrored, 'the left side alone is mirrored').toHaveCount(1);
  expect(addresses.filter((path) => path.includes('/assets/library-'))).toHaveLength(1);
});

test('a session for one side alone never changes sides', async ({ page }) => {
  await page.clock.install();
  await openHost(page, element(referring({ use: 'anchor', sides: 'right', repeats: 2 })));
  await ready(page);
  const sides = await widget(page).evaluate((element) => {
    window.sides = [];
    element.addEventListener('supple-phase', ({ detail }) => window.sides.push(`${detail.phase} ${detail.side}`));
    return window.sides;
  });
  expect(sides).toEqual([]);
  await startRoutine(page);
  await widget(page).getByRole('button', { name: "I'm ready" }).click();
  await expect.poll(() => page.evaluate(() => window.sides)).toEqual(['prepare right', 'hold right']);
  await expect(widget(page).locator('.leg'), 'there is no other one to come').toHaveText(['Right leg']);
  await page.clock.runFor('01:00');
  await expect
    .poll(() => page.evaluate(() => window.sides))
    .toEqual(['prepare right', 'hold right', 'recover right', 'hold right']);
});

for (const [what, [answer, says]] of Object.entries({
  'is missing': [(route) => route.fulfill({ status: 404, body: 'No' }), /^Couldn't load http\S+library-\S+ \(404\)\.$/],
  'is a log-in page': [(route) => route.fulfill({ contentType: 'text/html', body: '<title>Log in' }), /log-in page/],
  'is another file': [(route) => route.fulfill({ json: { version: 2 } }), /^http\S+library-\S+ is another file/],
})) {
  test(`if the library ${what}, that is said, and trying again works`, async ({ page }) => {
    await page.route(LIBRARY, answer);
    await openHost(page, element(referring({ use: 'cat-cow' })));
    expect((await readAlert(page))[1]).toMatch(says);
    await expect(page.getByText('What the author wrote.')).toBeVisible();
    await page.unroute(LIBRARY);
    await widget(page).getByRole('button', { name: 'Try again' }).click();
    await ready(page);
    await expect(heading(page, 'Cat and cow')).toBeVisible();
  });
}

test('a policy that forbids scripts in the page allows it', async ({ page }) => {
  const policy = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
  await page.route('**/host.html', async (route) => {
    await route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policy },
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title>
        <script type="module" src="embed/v1/supple.js"></script></head><body>${element(referring({ use: 'cat-cow' }))}</body></html>`,
    });
  });
  const refused = [];
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()));
  await page.goto('host.html');
  await ready(page);
  await expect(heading(page, 'Cat and cow')).toBeVisible();
  expect(refused).toEqual([]);
});

test('beside a short list the way to start keeps its place, where the overview is cut off too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openHost(page, element(referring({ use: 'cat-cow' })));
  await ready(page);
  const [start, next] = await widget(page).evaluate(({ shadowRoot }) => [
    shadowRoot.querySelector('.hero').getBoundingClientRect().bottom,
    shadowRoot.querySelector('.about').getBoundingClientRect().top,
  ]);
  expect(next).toBeGreaterThanOrEqual(start);
});
