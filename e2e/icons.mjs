// Makes the icons of the app from static/icon.svg: `cargo xtask icons`.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';

const STATIC = fileURLToPath(new URL('../static/', import.meta.url));

/**
 * Phones round the corners themselves and may cut a fifth off each side, so the background extends beyond the
 * drawing.
 */
const fullBleed = (svg, margin) => {
  const size = 64 + 2 * margin;
  return svg
    .replace('viewBox="0 0 64 64"', `viewBox="${-margin} ${-margin} ${size} ${size}"`)
    .replace(
      '<rect width="64" height="64" rx="16"',
      `<rect x="${-margin}" y="${-margin}" width="${size}" height="${size}"`,
    );
};

const svg = await readFile(`${STATIC}icon.svg`, 'utf8');
const ICONS = {
  'icon-192': [192, svg],
  'icon-512': [512, svg],
  'maskable-512': [512, fullBleed(svg, 10)],
  'apple-180': [180, fullBleed(svg, 0)],
};

await mkdir(`${STATIC}icons`, { recursive: true });
const browser = await launch();
for (const [name, [size, drawing]] of Object.entries(ICONS)) {
  if (drawing === svg && !name.startsWith('icon'))
    throw new Error(`static/icon.svg has changed: ${name} can't be made of it.`);
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<body style="margin: 0"><img src="data:image/svg+xml,${encodeURIComponent(drawing)}" style="display: block; width: 100vw; height: 100vh">`,
  );
  await page.locator('img').evaluate((image) => image.decode());
  await page.screenshot({ path: `${STATIC}icons/${name}.png`, omitBackground: true });
  await page.close();
  console.log(`static/icons/${name}.png`);
}
await browser.close();
