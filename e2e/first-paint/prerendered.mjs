// The page as it is painted from its HTML, and the moment the widget takes over.

/** The page as painted from its HTML alone: cards and styles, but no widget. */
export async function openPrerendered(page) {
  await page.goto('./', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Start routine' }).waitFor();
  // Once the style sheet has loaded, the start button is as high as a finger needs.
  await page.waitForFunction(() => {
    const button = document.querySelector('supple-routine').shadowRoot?.querySelector('#start-routine');
    return button && button.getBoundingClientRect().height > 40;
  });
}

/** Resolves once the widget has taken over and the browser has painted it. */
export async function widgetPainted(page) {
  await page.evaluate(async () => {
    await customElements.whenDefined('supple-routine');
    await document.querySelector('supple-routine').ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Collects the details of one of the widget's events. Call before the page is opened. */
export async function countEvents(page, name) {
  await page.addInitScript((event) => {
    window.told = [];
    document.addEventListener(event, ({ detail }) => window.told.push(detail));
  }, name);
  return () => page.evaluate(() => window.told);
}
