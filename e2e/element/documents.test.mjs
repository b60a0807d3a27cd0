// The element in the document of another window: what it observes, listens to and borrows is there.
import { expect, test } from '@playwright/test';
import { blog, here } from '../embed/blog.mjs';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { ready, startRoutine, widget } from './host.mjs';

/** Where the element is put, as functions of the page: each gives the body of another document. */
const DOCUMENTS = {
  'a pop-up': () => {
    const { document } = window.open('');
    return document.body;
  },
  'a frame': () => {
    const frame = document.createElement('iframe');
    frame.style = 'width: 700px; height: 900px';
    document.body.prepend(frame);
    return frame.contentDocument.body;
  },
};

// A real page: where a test answers requests itself, those of a pop-up wait for ever.
let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url, '../embed/isolation/'));
});
test.afterAll(() => host.close());

/** Opens a page with this body. */
async function openHost(page, body) {
  host.vary = (text) => text.replace(/<body>[^]*<\/body>/, `<body>${body}</body>`);
  await page.goto(`${host.address}/host.html`);
}

/** Moves the element there, and gives that page or frame. */
async function move(page, body) {
  const popup = page.waitForEvent('popup');
  popup.catch(() => {});
  const isOut = await page.evaluate(`(() => {
    window.elsewhere = (${body})();
    elsewhere.ownerDocument.title = 'Elsewhere';
    elsewhere.append(document.querySelector('supple-routine'));
    return elsewhere.ownerDocument.defaultView.parent === elsewhere.ownerDocument.defaultView;
  })()`);
  return isOut ? await popup : page.frames()[1];
}

for (const [what, body] of Object.entries(DOCUMENTS)) {
  for (const loading of ['lazy', 'click', 'eager']) {
    test(`put into ${what} with loading=${loading}, it loads, and a press starts it`, async ({ page }) => {
      await seedStorage(page, safetyNoticeRead);
      const errors = [];
      page.context().on('weberror', (error) => errors.push(error.error().message));
      // It is made here, and goes there before it has loaded anything.
      await openHost(page, `<div style="height: 6000px"></div><supple-routine loading="click"></supple-routine>`);
      await page.evaluate(() => customElements.whenDefined('supple-routine'));
      const there = await move(page, body);
      await widget(there).evaluate((element, loading) => (element.loading = loading), loading);
      if (loading !== 'click') await expect.poll(() => widget(there).evaluate((it) => it.state)).toBe('ready');
      // The browser's own press, which takes the time between down and up.
      await widget(there).getByRole('button', { name: 'Start routine' }).click({ delay: 50 });
      await expect(widget(there).getByRole('timer')).toBeVisible();
      await widget(there).getByRole('button', { name: 'Next' }).click();
      expect(await widget(there).evaluate((it) => it.phase)).toBe('move');
      expect(errors).toEqual([]);
    });
  }

  test(`a session goes on in ${what}, and after it comes back`, async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    await openHost(page, '<supple-routine loading="eager"></supple-routine>');
    await ready(page);
    await startRoutine(page);
    await expect(page).toHaveTitle(/Jumping jacks/);
    const there = await move(page, body);
    await expect(widget(there).getByRole('timer')).toBeVisible();
    await widget(there).getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => there.evaluate(() => document.title)).toMatch(/Jumping jacks/);
    await expect(page).toHaveTitle('A blog');
    await widget(there).getByRole('button', { name: 'Pause' }).press('Enter');
    await expect.poll(() => widget(there).evaluate((it) => it.state)).toBe('paused');
    await page.evaluate(() => document.body.append(window.elsewhere.querySelector('supple-routine')));
    await widget(page).getByRole('button', { name: 'Resume' }).click();
    expect(await widget(page).evaluate((it) => it.state)).toBe('running');
    await expect(page).toHaveTitle(/Jumping jacks/);
    expect(await page.evaluate(() => window.elsewhere.ownerDocument.title)).toBe('Elsewhere');
  });
}

test('of two elements in different documents, each gives way to those of its own', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await openHost(
    page,
    '<supple-routine id="first" loading="eager"></supple-routine><supple-routine id="second" loading="eager"></supple-routine>',
  );
  await Promise.all([ready(page, 'first'), ready(page, 'second')]);
  await startRoutine(page, 'first');
  const frame = await move(page, DOCUMENTS['a frame']);
  await page.evaluate(() => window.elsewhere.append(document.querySelector('#second')));
  await startRoutine(frame, 'second');
  await expect.poll(() => widget(frame, 'first').evaluate((it) => it.state)).toBe('paused');
  expect(await widget(frame, 'second').evaluate((it) => it.state)).toBe('running');
});
