// No style of the blog reaches the widget, and no style of the widget reaches the blog.
import { expect, test } from '@playwright/test';
import { seedStorage, safetyNoticeRead } from '../../fixtures/storage.mjs';
import { ready, startRoutine, widget } from '../../element/host.mjs';
import { blog, here } from '../blog.mjs';
import { expectSameAppearance } from '../appearance.mjs';
import { dress, HOSTILE } from './hostile.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

async function open(page, styles) {
  await seedStorage(page, safetyNoticeRead);
  host.vary = dress(styles);
  await page.goto(`${host.address}/host.html`);
  await ready(page);
}

for (const [what, styles] of Object.entries(HOSTILE)) {
  test(`${what}: every screen looks as on a plain page`, async ({ page, context }) => {
    const plain = await context.newPage();
    await open(plain, '');
    await open(page, styles);
    await expectSameAppearance(page, plain);
  });
}

test('the widget changes nothing in the blog and leaves no global names', async ({ page }) => {
  const own = (page) =>
    page.evaluate(() =>
      [document.documentElement, document.body, ...document.querySelectorAll('#own, #own *')].map((it) => {
        const style = getComputedStyle(it);
        return [...style]
          .map((name) => `${name}: ${style.getPropertyValue(name)}`)
          .filter((line) => !/height|block-size|inset|origin|perspective/.test(line))
          .join('; ');
      }),
    );
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

test('the blog can still size, hide and colour the widget', async ({ page }) => {
  await open(
    page,
    'supple-routine { width: 300px !important; --supple-accent: rgb(1, 2, 3); --supple-height: 20em } supple-routine::part(routine) { outline: 3px solid rgb(4, 5, 6) }',
  );
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
  expect(seen).toEqual({
    width: 300,
    height: 320,
    accent: expect.stringMatching(/^oklch\(0\.08/),
    outline: 'rgb(4, 5, 6)',
    wide: 300,
  });
  await page.addStyleTag({ content: 'supple-routine { display: none !important }' });
  await expect(widget(page)).toBeHidden();
});

test('the widget handles keys only while the focus is inside', async ({ page }) => {
  await open(page, '');
  await startRoutine(page);
  await page.locator('#own button').focus();
  for (const key of ['Space', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
  expect(
    await page.evaluate(() => {
      const { state, phase, exerciseId } = document.querySelector('supple-routine');
      return [state, phase, exerciseId];
    }),
  ).toEqual(['running', 'prepare', 'jumping-jacks']);
});
