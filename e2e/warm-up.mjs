// Before the first test: a browser's first start reads hundreds of megabytes from a disk that may be cold, which
// is nothing that a test should wait for.
import { launch } from './browser.mjs';

export default async function warmUp(config) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(config.projects[0].use.baseURL, { timeout: 120_000 });
  await browser.close();
}
