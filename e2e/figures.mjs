// Takes a picture of the sheet of all figures, and the one of their stills in docs/: `cargo xtask figures`.
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

const folder = new URL('../target/figures/', import.meta.url);
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(new URL('index.html', folder).href);
const picture = fileURLToPath(new URL('figures.png', folder));
await page.screenshot({ path: picture, fullPage: true });
await page.setViewportSize({ width: 1318, height: 800 });
await page.goto(new URL('stills.html', folder).href);
const stills = fileURLToPath(new URL('../docs/screenshots/figures.png', import.meta.url));
await page.screenshot({ path: stills, fullPage: true });
await browser.close();
console.log(`${picture}\n${stills}`);
