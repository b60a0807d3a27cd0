// Stock Firefox, driven over WebDriver BiDi. Playwright's own way to it asks for what the Firefox of long-term
// support doesn't have (`emulation.setMediaFeaturesOverride`), so it is puppeteer that drives.
import puppeteer from 'puppeteer-core';

/** Starts the Firefox that is at a path. Each tab has a profile of its own, as in a private window. */
export async function firefox(program) {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, defaultViewport: { width: 1024, height: 730 } });
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
