// Stock Firefox, driven by Puppeteer over WebDriver BiDi. Playwright needs commands that the extended support release
// doesn't have (`emulation.setMediaFeaturesOverride`).
import puppeteer from 'puppeteer-core';

/** Starts the Firefox at this path. Every tab has its own profile, as in a private window. */
export async function firefox(program) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program,
    defaultViewport: { width: 1024, height: 730 },
  });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      return {
        ...frame(page.mainFrame()),
        goto: (address) => page.goto(address),
        press: (key) => page.keyboard.press(key),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

const frame = (it) => ({
  evaluate: (look, ...given) => it.evaluate(look, ...given),
  async click(find, ...given) {
    const found = (await it.evaluateHandle(find, ...given)).asElement();
    await found?.click();
    return found !== null;
  },
  frame: async (selector) => frame(await (await it.$(selector)).contentFrame()),
});
