// The blog's styles can't reach in, whatever they are, and the widget's can't reach out.
import { expect, test } from '@playwright/test';
import { keep, safety } from '../../kept.mjs';
import { ready, startRoutine, widget } from '../../element/host.mjs';
import { blog, here } from '../blog.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

const HOSTILE = {
  // All but the column, without which the blog itself would have no width.
  'everything unset': '* { all: unset !important } main { display: block !important; width: 600px !important }',
  'elements shouted at': `button { background: lime !important; font: 40px serif !important; padding: 30px !important; border-radius: 0 !important }
    h2, h3, p, li, dl, dd { margin: 50px !important; color: red !important; text-transform: uppercase !important }
    article, section, div, span { border: 9px solid red !important; float: left !important; width: 10px !important }`,
  'a small root': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'letters and lines apart': 'body { letter-spacing: 0.5em; word-spacing: 2em; line-height: 4; text-align: center; text-transform: uppercase }',
  'from right to left': 'html { direction: rtl; unicode-bidi: bidi-override } supple-routine { direction: rtl }',
  'a reset and its own names': `*, ::before, ::after { box-sizing: content-box; margin: 0; padding: 0; border: 0 }
    .button, .card, .hero, .stack, .player, .ring, .supple, .mounted { display: none !important }
    :root { --accent: red; --ink: red; --ground: red; --gap: 9em; --round: 0 }`,
  'print of its own and columns': 'main { column-count: 1; hyphens: auto; writing-mode: horizontal-tb; white-space: pre-wrap; quotes: none; cursor: wait }',
};

async function open(page, styles) {
  await keep(page, safety);
  const sized = '<style>supple-routine { display: block; width: 600px }</style>';
  host.vary = (text) => text.replace('<!--styles-->', `${sized}<style>${styles}</style>`);
  await page.goto(`${host.address}/host.html`);
  await ready(page);
}

/** How everything in the widget looks and where it lies, seen from its own corner. */
const looks = (page) => page.locator('supple-routine').evaluate((element) => {
  const root = element.shadowRoot;
  const { left, top } = root.querySelector('.supple').getBoundingClientRect();
  return [...root.querySelectorAll('.mounted *')].filter((it) => it.getClientRects().length).map((it) => {
    const box = it.getBoundingClientRect();
    const { color, backgroundColor, fontSize, fontFamily, fontWeight, letterSpacing, textTransform, textAlign, direction, cursor, whiteSpace } = getComputedStyle(it);
    const place = [box.left - left, box.top - top, box.width, box.height].map((px) => Math.round(px));
    return [it.tagName, it.className, ...place, color, backgroundColor, fontSize, fontFamily, fontWeight, letterSpacing, textTransform, textAlign, direction, cursor, whiteSpace].join(' ');
  });
});

for (const [what, styles] of Object.entries(HOSTILE)) {
  test(`${what}: every screen looks as it does on a plain page`, async ({ page, context }) => {
    const plain = await context.newPage();
    await open(plain, '');
    await open(page, styles);
    const expected = await looks(plain);
    expect(expected.length).toBeGreaterThan(100);
    expect(await looks(page)).toEqual(expected);
    for (const it of [plain, page]) {
      await startRoutine(it);
      await it.evaluate(() => document.querySelector('supple-routine').pause());
    }
    const still = (looks) => looks.filter((line) => !line.includes(' arc '));
    expect(still(await looks(page))).toEqual(still(await looks(plain)));
  });
}

test('the widget changes nothing of the blog, and leaves no global names', async ({ page }) => {
  const own = (page) => page.evaluate(() => [document.documentElement, document.body, ...document.querySelectorAll('#own, #own *')].map((it) => {
    const style = getComputedStyle(it);
    return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).filter((line) => !/height|block-size|inset|origin|perspective/.test(line)).join('; ');
  }));
  await page.route('**/embed/v1/supple.js', (route) => route.abort());
  await page.goto(`${host.address}/host.html`);
  const before = await own(page);
  const names = await page.evaluate(() => Object.keys(window));
  await page.unroute('**/embed/v1/supple.js');
  await page.reload();
  await ready(page);
  expect(await own(page)).toEqual(before);
  expect((await page.evaluate(() => Object.keys(window))).filter((name) => !names.includes(name))).toEqual([]);
});

test('the blog can still size, hide and colour it', async ({ page }) => {
  await open(page, 'supple-routine { width: 300px !important; --supple-accent: rgb(1, 2, 3); --supple-height: 20em } supple-routine::part(routine) { outline: 3px solid rgb(4, 5, 6) }');
  const seen = await page.locator('supple-routine').evaluate((element) => {
    const wrapper = element.shadowRoot.querySelector('.supple');
    const { width, height } = wrapper.getBoundingClientRect();
    return {
      width,
      height,
      accent: getComputedStyle(element.shadowRoot.querySelector('#start-routine')).backgroundColor,
      outline: getComputedStyle(wrapper).outlineColor,
      wide: wrapper.scrollWidth,
    };
  });
  expect(seen).toEqual({ width: 300, height: 320, accent: 'rgb(1, 2, 3)', outline: 'rgb(4, 5, 6)', wide: 300 });
  await page.addStyleTag({ content: 'supple-routine { display: none !important }' });
  await expect(widget(page)).toBeHidden();
});

test('keys are the widget\'s only while the focus is in it', async ({ page }) => {
  await open(page, '');
  await startRoutine(page);
  await page.locator('#own button').focus();
  for (const key of ['Space', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
  expect(await page.evaluate(() => {
    const { state, phase, exerciseId } = document.querySelector('supple-routine');
    return [state, phase, exerciseId];
  })).toEqual(['running', 'prepare', 'jumping-jacks']);
});
