// A routine that can't be read is refused with a visible list of everything that is wrong with it.
import { expect, test } from '@playwright/test';

import { takeEvents, recordEvents, press, readElement, readStorage, widgetReady } from '../page-object.mjs';
import { openArticle, readAlert, sound, watch } from './article.mjs';

const LEAD = "The timer couldn't load.";

/** A valid document with one change. */
function changed(change) {
  const document = sound();
  change(document, ...document.sections[0].exercises);
  return JSON.stringify(document);
}

const repeats = (max) => (_, reach) => Object.assign(reach.dose, { repeats: { min: 1, max, default: 1 } });

const WHOLE = 'should be a whole number from';

/** Invalid documents and the problems to be reported. */
const BAD = {
  'nothing in it': ['', ['The routine is empty.']],
  'blank texts': [' \n\t ', ['The routine is empty.']],
  'values of the wrong type': ['[]', ['The routine should be a JSON object.']],
  'an HTML page instead of a document': [
    '<!doctype html>\n<title>Not found</title>\n<p>Nothing is here.',
    [/^There is a web page at the address, not a routine\./],
  ],
  'a comma missing on one of its lines': [
    JSON.stringify(sound(), null, 2).replace(/,\n/, '\n'),
    [/^The routine is not valid JSON: /],
  ],
  'its second half missing': [JSON.stringify(sound()).slice(0, 200), [/^The routine is not valid JSON: /]],
  '5 MB': [
    JSON.stringify({ ...sound(), summary: 'x'.repeat(5_000_000) }),
    [/^The routine has 5\d\d\d KB; at most 1000 KB are read\.$/],
  ],
  'excessive nesting': ['['.repeat(900_000), [/^The routine is not valid JSON: /]],
  'a million repeats': [
    changed(repeats(1_000_000)),
    [`sections[0].exercises[0].dose.repeats.max: ${WHOLE} 1 to 20, but is 1000000.`],
  ],
  'zero seconds': [
    changed((_, reach) => (reach.dose.seconds = 0)),
    [`sections[0].exercises[0].dose.seconds: ${WHOLE} 1 to 3600, but is 0.`],
  ],
  'negative seconds': [
    changed((document, reach, walk) => {
      walk.dose.seconds = -20;
      document.times = { prepare: -1, switch: 5, recover: 5 };
    }),
    [
      `times.prepare: ${WHOLE} 0 to 600, but is -1.`,
      `sections[0].exercises[1].dose.seconds: ${WHOLE} 1 to 3600, but is -20.`,
    ],
  ],
  'a script for an address': [
    changed((document) => (document.references[0].url = 'javascript:alert(1)')),
    ['references[0].url: should be a web address that begins with https:// or http://, without spaces.'],
  ],
  'many problems': [
    changed((document, reach, walk) => {
      document.format = 2;
      document.subtitle = 'More';
      delete document.lang;
      reach.sides = 'every';
      walk.id = 'reach';
      walk.steps = [];
    }),
    [
      'format: should be 1, but is 2.',
      'lang: is missing.',
      'sections[0].exercises[0].sides: should be "none", "together", "alternating", "each", "left" or "right".',
      'sections[0].exercises[1].steps: should have 1 to 20 items, but has 0.',
      'subtitle: is not a field that is known here.',
      'sections[0].exercises[1].id: "reach" is used before; each exercise and each variation needs an id of its own.',
    ],
  ],
};

const matching = (lines) => lines.map((line) => (line instanceof RegExp ? expect.stringMatching(line) : line));

for (const [what, [document, says]] of Object.entries(BAD)) {
  test(`a routine with ${what} is refused with a clear message`, async ({ page }) => {
    const happened = watch(page);
    await recordEvents(page);
    await openArticle(page, document);
    const [lead, ...lines] = await readAlert(page);
    expect(lead).toBe(LEAD);
    expect(lines.toSorted()).toEqual(expect.arrayContaining(matching(says)));
    expect(lines).toHaveLength(says.length);
    await expect(page.locator('supple-routine').getByRole('alert')).toBeVisible();
    await expect(page.getByText('What the author wrote.'), 'the readable content stays').toBeVisible();

    const [event, ...others] = await takeEvents(page);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ type: 'supple-error', target: 'supple-routine', composed: true });
    expect(event.detail.state).toBe('error');
    expect(event.detail.message.trim()).toBe(lines.join('\n'));
    expect((await readElement(page)).state).toBe('error');
    const ready = await page.locator('supple-routine').evaluate((element) =>
      element.ready.then(
        () => 'kept',
        () => 'broken',
      ),
    );
    expect(ready).toBe('broken');
    expect(await readStorage(page)).toEqual({});
    expect(happened).toEqual([]);
  });
}

test("the event's message has the displayed lines, and no blank one", async ({ page }) => {
  await recordEvents(page);
  await openArticle(
    page,
    changed((_, reach) => (reach.dose.seconds = 0)),
  );
  const [, line] = await readAlert(page);
  const [{ detail }] = await takeEvents(page);
  expect(detail).toEqual({ state: 'error', message: line });
});

const UNREACHABLE = {
  "doesn't exist": [(route) => route.fulfill({ status: 404, body: 'Not found' }), /routine\.json.*404/],
  'the server fails to send': [(route) => route.fulfill({ status: 500, body: '' }), /routine\.json.*500/],
  "can't be reached": [(route) => route.abort('connectionrefused'), /routine\.json/],
};

for (const [what, [answer, says]] of Object.entries(UNREACHABLE)) {
  test(`a routine that ${what} is reported as such`, async ({ page }) => {
    const happened = watch(page);
    await recordEvents(page);
    await openArticle(page, answer);
    expect(await readAlert(page)).toEqual([LEAD, expect.stringMatching(says)]);
    expect((await takeEvents(page)).map(({ type }) => type)).toEqual(['supple-error']);
    expect(happened).toEqual([]);
  });
}

const READER = '**/assets/authoring-*.js';

for (const [what, [answer, reason]] of Object.entries({
  "can't be fetched": [(route) => route.abort('internetdisconnected'), /^Couldn't reach http\S+authoring-\S+\.$/],
  'is missing': [
    (route) => route.fulfill({ status: 404, body: 'Not found' }),
    /^Couldn't load http\S+authoring-\S+ \(404\)\.$/,
  ],
})) {
  test(`if what reads routines ${what}, the article stays as it is, and trying again works`, async ({ page }) => {
    const happened = watch(page);
    await recordEvents(page);
    const asked = [];
    page.on('request', (request) => request.url().includes('/authoring-') && asked.push(request.url()));
    await page.route(READER, answer);
    await openArticle(page, JSON.stringify(sound()));
    const says = [LEAD, expect.stringMatching(reason)];
    expect(await readAlert(page)).toEqual(says);
    await expect(page.getByText('What the author wrote.')).toBeVisible();
    expect((await readElement(page)).state).toBe('error');

    const before = asked.length;
    const events = async () => (await takeEvents(page)).map(({ type }) => type);
    expect(await events()).toEqual(['supple-error']);
    await press(page, 'Try again');
    await expect.poll(() => asked.length, 'it was tried once more, in vain').toBeGreaterThan(before);
    await expect.poll(events).toEqual(['supple-error']);
    expect(await readAlert(page)).toEqual(says);

    await page.unroute(READER);
    await press(page, 'Try again');
    await widgetReady(page);
    await expect(page.locator('supple-routine').getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'My own routine' })).toBeVisible();
    expect(happened).toEqual([]);
  });
}

test('what reads a routine is fetched beside the routine and the widget', async ({ page }) => {
  const others = Promise.all([page.waitForRequest(READER), page.waitForRequest('**/assets/supple-*.wasm')]);
  await openArticle(page, async (route) => {
    await others;
    await route.fulfill({ json: sound() });
  });
  await widgetReady(page);
  await expect(page.getByRole('heading', { name: 'My own routine' })).toBeVisible();
});

test('"Try again" shows the routine once it has been corrected', async ({ page }) => {
  let document = changed((_, reach) => (reach.dose.seconds = 0));
  await openArticle(page, (route) => route.fulfill({ contentType: 'application/json', body: document }));
  expect(await readAlert(page)).toHaveLength(2);
  await press(page, 'Try again');
  await expect.poll(() => readAlert(page)).toHaveLength(2);
  document = JSON.stringify(sound());
  await press(page, 'Try again');
  await widgetReady(page);
  await expect(page.locator('supple-routine').getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'My own routine' })).toBeVisible();
  expect((await readElement(page)).state).toBe('ready');
});

for (const [width, height] of [
  [1280, 720],
  [320, 640],
]) {
  test(`a long list of errors can be read to its end and left (${width} by ${height})`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const unknown = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`field-${i}`, i]));
    await openArticle(page, JSON.stringify({ ...sound(), ...unknown }));
    const lines = await readAlert(page);
    expect(lines.at(-1)).toBe('There are 50 more problems.');
    const alert = page.locator('supple-routine').getByRole('alert');
    for (const line of [
      alert.locator('p').first(),
      alert.locator('p').last(),
      alert.getByRole('button', { name: 'Try again' }),
    ]) {
      await line.scrollIntoViewIfNeeded();
      await expect(line).toBeInViewport();
    }
    await alert.getByRole('button', { name: 'Try again' }).click({ trial: true });
  });
}
