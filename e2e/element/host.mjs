// A page of somebody else with the widget in it.

const ADDRESS = 'host.html';

/** Opens a page whose body is this HTML, on the site of the tests or on another. It loads the widget as a blogger would. */
export async function openHost(page, body, { lang = 'en', site = '.' } = {}) {
  await page.route(`**/${ADDRESS}`, (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1"><title>A blog</title>
      <script type="module" src="embed/v1/supple.js"></script></head><body>${body}</body></html>`,
  }));
  await page.goto(`${site}/${ADDRESS}`);
}

/** The widget with this id; without one, the first of the page. */
export const widget = (page, id) => page.locator(id ? `supple-routine#${id}` : 'supple-routine').first();

/** Settled once a widget works. */
export async function ready(page, id) {
  await widget(page, id).evaluate(async (element) => {
    await customElements.whenDefined('supple-routine');
    await element.ready;
  });
}

/** A property of a widget. */
export const property = (page, name, id) => widget(page, id).evaluate((element, name) => element[name], name);

/** Starts a session by the element's own method, without asking about safety. */
export async function startRoutine(page, id) {
  await widget(page, id).evaluate((element) => element.start());
  const gotIt = widget(page, id).getByRole('button', { name: 'Got it, start' });
  const timer = widget(page, id).getByRole('timer');
  await gotIt.or(timer).waitFor();
  if (await gotIt.isVisible()) await gotIt.click();
  await timer.waitFor();
}

/** Keys of localStorage that are the widget's. */
export const keptKeys = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('supple')).sort());
