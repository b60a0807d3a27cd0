// Somebody else's page with the widget in it.

const ADDRESS = 'host.html';

/** Opens a page with this HTML as its body, on the test site or another one. It loads the widget as a blogger would. */
export async function openHost(page, body, { lang = 'en', site = '.' } = {}) {
  await page.route(`**/${ADDRESS}`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>A blog</title>
      <script type="module" src="embed/v1/supple.js"></script></head><body>${body}</body></html>`,
    }),
  );
  await page.goto(`${site}/${ADDRESS}`);
}

/** The widget with this id, or the first on the page. */
export const widget = (page, id) => page.locator(id ? `supple-routine#${id}` : 'supple-routine').first();

/** Resolves once a widget works. */
export async function ready(page, id) {
  await widget(page, id).evaluate(async (element) => {
    await customElements.whenDefined('supple-routine');
    await element.ready;
  });
}

/** A property of a widget. */
export const property = (page, name, id) => widget(page, id).evaluate((element, name) => element[name], name);

/** Starts a session with the element's method, and accepts the safety notice if it comes. */
export async function startRoutine(page, id) {
  await widget(page, id).evaluate((element) => element.start());
  const gotIt = widget(page, id).getByRole('button', { name: 'I understand, start' });
  const player = widget(page, id).locator('.player');
  await gotIt.or(player).waitFor();
  if (await gotIt.isVisible()) await gotIt.click();
  await player.waitFor();
}

/** The widget's keys in localStorage. */
export const keptKeys = (page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('supple'))
      .sort(),
  );
