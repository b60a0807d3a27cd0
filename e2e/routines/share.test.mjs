// What others show of a page when somebody shares it. What needs the site's address is there only in a site that was built
// with it (`cargo xtask dist --site …`), and such a site has a sitemap; both are held to what they can say.
import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { ROUTINES, routineOf } from '../library.mjs';
import { openRoutine } from '../page-object.mjs';
import { DIST } from '../site.mjs';

const MESSAGES = JSON.parse(readFileSync(new URL('../../messages/en.json', import.meta.url), 'utf8'));

/** The routine of the front page, whose own page names the front page as its address. */
const FRONT = 'hamstring';

const SITEMAP = existsSync(`${DIST}sitemap.xml`) ? readFileSync(`${DIST}sitemap.xml`, 'utf8') : undefined;
const listed = [...(SITEMAP ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
/** The address of the front page, if the site was built for one. */
const site = listed[0];

const PAGES = [
  { path: '', own: '', image: `routines/${FRONT}/share.png`, title: MESSAGES.app_title, description: MESSAGES.app_description },
  {
    path: 'routines/',
    own: 'routines/',
    image: 'routines/share.png',
    title: MESSAGES.routines_title,
    description: MESSAGES.routines_description,
  },
  ...ROUTINES.map((id) => ({
    path: `routines/${id}/`,
    own: id === FRONT ? '' : `routines/${id}/`,
    image: `routines/${id}/share.png`,
    title: routineOf(id).name,
    description: routineOf(id).summary,
  })),
];

/** The tags in the head of the page, by their names. */
const tagsOf = (page) =>
  page.locator('head').evaluate((head) => {
    const tags = [...head.querySelectorAll('meta[property], meta[name^="twitter:"]')];
    const canonical = [...head.querySelectorAll('link[rel="canonical"]')].map((link) => link.getAttribute('href'));
    return { ...Object.fromEntries(tags.map((tag) => [tag.getAttribute('property') ?? tag.name, tag.content])), canonical };
  });

for (const { path, own, image, title, description } of PAGES) {
  test(`${path || 'the front page'} has a card`, async ({ page }) => {
    await page.goto(path || './');
    const { 'og:image:alt': alt, ...tags } = await tagsOf(page);
    const always = {
      'og:title': title,
      'og:description': description,
      'og:type': 'website',
      'og:site_name': 'Supple',
      'twitter:card': 'summary_large_image',
    };
    if (!site) {
      expect({ ...tags, alt }).toEqual({ ...always, canonical: [], alt: undefined });
      return;
    }
    expect(alt.length).toBeGreaterThan(20);
    expect(tags).toEqual({
      ...always,
      'og:url': `${site}${own}`,
      'og:image': `${site}${image}`,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      canonical: [`${site}${own}`],
    });
  });

  test(`the share image of ${path || 'the front page'} is a picture of 1200 × 630`, async ({ page }) => {
    const response = await page.request.get(image);
    expect(response.headers()['content-type']).toBe('image/png');
    expect((await response.body()).length).toBeLessThan(80_000);
    await page.goto('routines/');
    const size = await page.evaluate(async (address) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    }, new URL(image, page.url().replace(/routines\/$/, '')).href);
    expect(size).toEqual([1200, 630]);
  });
}

test('the sitemap lists each address of a page for readers once, or there is none', async ({ request }) => {
  const robots = await request.get('robots.txt');
  if (!site) {
    expect([robots.status(), (await request.get('sitemap.xml')).status()]).toEqual([404, 404]);
    return;
  }
  expect([...listed].sort()).toEqual([...new Set(PAGES.map((page) => `${site}${page.own}`))].sort());
  expect(await robots.text()).toContain(`Sitemap: ${site}sitemap.xml\n`);
});

test('a visitor loads no share image, and keeps none', async ({ page }) => {
  const requested = [];
  page.on('request', (request) => requested.push(request.url()));
  await openRoutine(page, 'routines/hips/');
  expect(requested.filter((address) => address.includes('share.png'))).toEqual([]);
  const worker = readFileSync(`${DIST}service-worker.js`, 'utf8');
  expect(worker).toContain('routines/hips/cover.svg');
  for (const name of ['share.png', 'sitemap.xml', 'robots.txt']) expect(worker).not.toContain(name);
});
