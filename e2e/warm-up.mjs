// Runs before the first test: a browser's first start may read hundreds of megabytes from a cold disk, and no test
// should wait for that.
import { launch } from './browser.mjs';

export default async function warmUp(config) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(config.projects[0].use.baseURL, { timeout: 120_000 });
  await browser.close();
}
