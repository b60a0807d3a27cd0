// When the widget is fetched: `loading` of <supple-routine>.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { openHost, property, ready, widget } from './host.mjs';

const FAR = '<div style="height: 6000px">A long article.</div>';
const FALLBACK = '<p>Stretch daily. <a href="#more">More</a></p>';

/** The requests for the WebAssembly so far. */
function asked(page) {
  const addresses = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && addresses.push(request.url()));
  return addresses;
}

/** The loader has run, and the browser has painted and reported what is in view: nothing more will be requested. */
const settled = (page) =>
  page.evaluate(async () => {
    await customElements.whenDefined('supple-routine');
    for (let i = 0; i < 5; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

for (const attribute of ['loading="lazy"', '']) {
  test(`with ${attribute || 'no `loading` at all'} it is fetched when it comes near the window`, async ({ page }) => {
    const addresses = asked(page);
    await openHost(page, `${FAR}<supple-routine ${attribute}>${FALLBACK}</supple-routine>`);
    await settled(page);
    expect(addresses).toEqual([]);
    expect(await property(page, 'state')).toBe('idle');
    await widget(page).scrollIntoViewIfNeeded();
    await ready(page);
    expect(addresses).toHaveLength(1);
    expect(await property(page, 'state')).toBe('ready');
    await expect(page.getByText('Stretch daily.')).toBeHidden();
  });
}

test('with loading="eager" it is fetched at once', async ({ page }) => {
  const addresses = asked(page);
  await openHost(page, `${FAR}<supple-routine loading="eager">${FALLBACK}</supple-routine>`);
  await ready(page);
  expect(addresses).toHaveLength(1);
});

test('with loading="click" it is fetched on the first press', async ({ page }) => {
  const addresses = asked(page);
  await openHost(page, `<supple-routine loading="click">${FALLBACK}</supple-routine>`);
  await settled(page);
  expect(addresses).toEqual([]);
  await widget(page).getByText('Hamstring routine').click();
  await expect(widget(page).getByRole('button', { name: 'Progress' })).toBeVisible();
  expect(addresses).toHaveLength(1);
});

test('with loading="click" a press on a prerendered start button fetches it and starts', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  const addresses = asked(page);
  await page.route('**/', async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replace('<supple-routine loading="eager">', '<supple-routine loading="click">')
      .replace(/<link rel="(?:modulepreload|preload)"[^>]*>/g, '');
    await route.fulfill({ response, body });
  });
  await page.goto('./');
  await settled(page);
  expect(addresses).toEqual([]);
  await widget(page).getByRole('button', { name: 'Start routine' }).click();
  await expect(widget(page).getByRole('timer')).toBeVisible();
  expect(addresses).toHaveLength(1);
});

test('a method fetches it, whatever `loading` says, and resolves once it is there', async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  const addresses = asked(page);
  await openHost(page, `${FAR}<supple-routine loading="click">${FALLBACK}</supple-routine>`);
  await settled(page);
  await widget(page).evaluate((element) => element.start('lying'));
  await expect(widget(page).getByRole('timer')).toBeVisible();
  expect(await property(page, 'exerciseId')).toBe('lying');
  expect(addresses).toHaveLength(1);
});

test('several elements share one module', async ({ page }) => {
  const addresses = asked(page);
  await openHost(
    page,
    '<supple-routine id="a" loading="eager"></supple-routine><supple-routine id="b" loading="eager"></supple-routine>',
  );
  await Promise.all([ready(page, 'a'), ready(page, 'b')]);
  expect(addresses).toHaveLength(1);
});
