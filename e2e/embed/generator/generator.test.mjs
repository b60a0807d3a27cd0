// The page where a blogger chooses and copies a snippet. The snippet is pasted into a blog on another origin and used
// there.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { violations } from '../../accessibility/violations.mjs';
import { seedStorage, safetyNoticeRead } from '../../fixtures/storage.mjs';
import { keptKeys, ready, startRoutine, widget } from '../../element/host.mjs';
import { blog, here } from '../blog.mjs';
import { layoutShifts, watchLayoutShifts } from '../appearance.mjs';

// The browser reports blocked ones in the console.
test.use({ serviceWorkers: 'allow' });

let host;
let complaints;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());
test.beforeEach(async ({ page }) => {
  complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await seedStorage(page, safetyNoticeRead);
});
test.afterEach(() => expect(complaints).toEqual([]));

/** Opens the generator on the blog's other origin, from which the snippet will load its files. */
async function generator(page) {
  await openGenerator(page);
  await page.getByLabel('Host URL').evaluate((input, site) => {
    input.value = site;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, `${host.site}/`);
}

async function openGenerator(page) {
  await page.goto('embed/');
  await expect(preview(page).locator('supple-routine')).toBeVisible();
}

/** Presses the control whose label begins with these words. */
async function choose(page, ...names) {
  for (const name of names) await page.locator('label', { hasText: new RegExp(`^\\s*${name}`) }).click();
}
const more = (page) => page.locator('summary', { hasText: 'Advanced' }).click();
const snippet = (page) => page.getByRole('textbox', { name: 'Copy your code' }).inputValue();
const preview = (page) => page.locator('#preview');

/** Opens a blog with the generated snippet. */
async function paste(page) {
  const pasted = await snippet(page);
  host.vary = (text) => text.replace('<!--snippet-->', () => pasted);
  await page.goto(`${host.address}/host.html`);
}

test('the default element works in a blog, and is as high as its reserved height', async ({ page }) => {
  await generator(page);
  await paste(page);
  await ready(page);
  expect(await widget(page).evaluate((it) => it.getBoundingClientRect().height)).toBe(640);
  await startRoutine(page);
  expect((await keptKeys(page)).every((key) => key.startsWith('supple:default:'))).toBe(true);
});

test('every choice takes effect in the blog', async ({ page }) => {
  await generator(page);
  await more(page);
  await choose(page, 'Dark', 'On click', 'Custom accent colour', 'Compact');
  await page.getByLabel('Accent colour', { exact: true }).fill('#ffd800');
  await page.getByLabel('Height (px)').fill('400');
  await page.getByLabel('Max width (px)').fill('500');
  await page.getByLabel('Separate progress (storage key)').fill('legs');
  await page.getByLabel('Link text').fill('Do the "best" <routine> & more');
  await paste(page);
  const box = () =>
    widget(page).evaluate((it) => {
      const { width, height } = it.getBoundingClientRect();
      return [width, height];
    });
  expect(
    await widget(page).evaluate((it) => [
      it.theme,
      it.loading,
      it.compact,
      it.storageKey,
      it.noPersist,
      it.textContent.trim(),
    ]),
  ).toEqual(['dark', 'click', true, 'legs', false, 'Do the "best" <routine> & more']);
  await expect(widget(page).getByRole('button', { name: 'Start routine' })).toBeVisible();
  expect(await box()).toEqual([500, 400]);
  await widget(page).evaluate((it) => it.click());
  await ready(page);
  expect(await box()).toEqual([500, 400]);
});

test('the snippet has an accent as soon as it is switched on, and loses it when it is switched off', async ({
  page,
}) => {
  await openGenerator(page);
  await choose(page, 'Custom accent colour');
  expect(await snippet(page)).toContain('--supple-accent: #7b4dd6');
  await choose(page, 'Custom accent colour');
  expect(await snippet(page)).not.toContain('accent');
});

test("an invalid value in an unused field doesn't matter", async ({ page }) => {
  await openGenerator(page);
  await page.getByLabel('Height (px)').fill('');
  expect(await snippet(page)).toBe('');
  await choose(page, 'Substack');
  expect(await snippet(page)).toContain('<a href');
});

test('with large text the reserved height is still right', async ({ page }) => {
  await generator(page);
  const pasted = await snippet(page);
  host.vary = (text) =>
    text.replace('<!--snippet-->', () => pasted).replace('<main>', '<main style="font-size: 28px">');
  await watchLayoutShifts(page);
  await page.goto(`${host.address}/host.html`);
  await ready(page);
  expect(await widget(page).evaluate((it) => it.getBoundingClientRect().height)).toBe(640);
  expect(await layoutShifts(page)).toEqual([]);
});

test('another built-in routine is chosen from the list that the site has, and the link leads to its page', async ({ page }) => {
  await generator(page);
  const routine = page.getByRole('combobox', { name: 'Routine' });
  const listed = await (await page.request.get(`${host.site}/embed/v1/routines.json`)).json();
  expect(await routine.locator('option').allTextContents()).toEqual(listed.map(({ name }) => name));
  expect(await snippet(page)).not.toContain('routine=');
  await routine.selectOption('Desk break');
  await more(page);
  await choose(page, 'Add structured data');
  await expect.poll(() => snippet(page)).toContain('"name":"Desk break"');
  await paste(page);
  await ready(page);
  await expect(widget(page).getByRole('heading', { name: 'Desk break', exact: true })).toBeVisible();
  const link = await widget(page).locator('> a').evaluate(({ href }) => href);
  expect(link).toBe(`${host.site}/routines/desk-break/`);
  expect((await page.request.get(link)).status()).toBe(200);
});

test("a routine of the blogger's own is requested, and the link leads to it", async ({ page }) => {
  await generator(page);
  await more(page);
  const address = `${host.site}/own.json?a=1&b=2`;
  await page.route('**/own.json*', (route) => route.fulfill({ status: 404 }));
  await page.getByLabel('Custom routine URL (optional)').fill(address);
  await expect(preview(page).getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Add structured data for search engines'), 'the routine is unknown').toBeDisabled();
  await paste(page);
  expect(
    await widget(page).evaluate((it) => [it.src, new URL(it.querySelector('a').href).searchParams.get('src')]),
  ).toEqual([address, address]);
  await expect(widget(page).getByRole('alert')).toBeVisible();
  complaints.splice(0); // the routine isn't there
});

for (const colorScheme of ['light', 'dark']) {
  for (const colour of ['#ffd800', '#000080', '#808080', '#00ff00', '#ff00ff']) {
    test(`the accent ${colour} is readable, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await generator(page);
      await choose(page, 'Custom accent colour');
      await page.getByLabel('Accent colour', { exact: true }).fill(colour);
      await paste(page);
      await ready(page);
      await widget(page).getByRole('button', { name: 'Show all exercises' }).click();
      const { violations } = await new AxeBuilder({ page })
        .include('supple-routine')
        .withRules('color-contrast')
        .analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map(({ failureSummary }) => failureSummary))).toEqual([]);
      const accent = () =>
        widget(page)
          .getByRole('button', { name: 'Start routine' })
          .evaluate((it) => getComputedStyle(it).backgroundColor);
      const ours = await accent();
      await widget(page).evaluate((it) => it.style.removeProperty('--supple-accent'));
      expect(await accent()).not.toBe(ours);
    });
  }
}

test('the iframe works in a blog and is as high as its content', async ({ page }) => {
  await generator(page);
  await more(page);
  await choose(page, 'Iframe', 'Dark', 'Custom accent colour', 'Immediately');
  expect(await snippet(page)).toContain('accent=%237b4dd6');
  await paste(page);
  const frame = page.frameLocator('iframe').locator('supple-routine');
  await expect(frame.getByRole('button', { name: 'Start routine' })).toBeVisible();
  expect(await frame.evaluate((it) => [it.theme, it.style.getPropertyValue('--supple-accent')])).toEqual([
    'dark',
    '#7b4dd6',
  ]);
  await expect.poll(() => page.locator('iframe').evaluate((it) => it.clientHeight)).toBe(640);
  await frame.getByRole('button', { name: 'Show all exercises' }).click();
  await expect.poll(() => page.locator('iframe').evaluate((it) => it.clientHeight)).toBeGreaterThan(2_000);
});

test('each place has a way that works there, and says where to paste it; the way can still be changed', async ({
  page,
}) => {
  await openGenerator(page);
  const where = page.locator('#where');
  for (const [place, says, begins] of [
    ['WordPress', 'Custom HTML', '<script'],
    ['Wix', 'Embed HTML', '<iframe'],
    ['Substack', 'link', '<a href'],
    ['Ghost', 'HTML card', '<script'],
  ]) {
    await choose(page, place);
    await expect(where).toContainText(says);
    expect(await snippet(page)).toMatch(new RegExp(`^${begins}`));
  }
  await more(page);
  await choose(page, 'Iframe');
  await expect(where).toContainText('HTML card');
  expect(await snippet(page)).toMatch(/^<iframe/);
});

test('the link leads to the routine', async ({ page }) => {
  await generator(page);
  await choose(page, 'Substack');
  await expect(page.getByLabel('Height (px)')).toBeHidden();
  expect(await snippet(page)).toBe(`<a href="${host.site}/">Open the hamstring routine</a>`);
  await paste(page);
  await page.getByRole('link', { name: 'Open the hamstring routine' }).click();
  await expect(page.getByRole('heading', { name: 'Hamstring routine' })).toBeVisible();
});

test('the preview follows the choices and saves nothing', async ({ page }) => {
  await openGenerator(page);
  const tried = preview(page).locator('supple-routine');
  await startRoutine(page);
  await tried.evaluate((it) => (it.marked = true));
  await choose(page, 'Light');
  expect(await tried.evaluate((it) => [it.theme, it.marked, it.state])).toEqual(['light', true, 'running']);
  await more(page);
  await choose(page, 'On click');
  expect(await tried.evaluate((it) => [it.marked, it.state])).toEqual([undefined, 'idle']);
  await choose(page, '300 px');
  await expect.poll(() => tried.evaluate((it) => it.getBoundingClientRect().width)).toBeLessThanOrEqual(300);
  await choose(page, 'Iframe');
  await page.frameLocator('#preview iframe').getByRole('button', { name: 'Start routine' }).click();
  await page
    .frameLocator('#preview iframe')
    .getByRole('timer')
    .or(page.frameLocator('#preview iframe').getByRole('button', { name: 'I understand, start' }))
    .first()
    .waitFor();
  expect(await keptKeys(page)).toEqual(Object.keys(safetyNoticeRead));
});

test('the snippet can be copied; if copying is forbidden it is selected', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openGenerator(page);
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet(page));
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'selected' })).toBeVisible();
  expect(
    await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return value.slice(selectionStart, selectionEnd) === value && value.length > 0;
    }),
  ).toBe(true);
});

test('unusable values are refused with a reason, and no snippet is given', async ({ page }) => {
  await openGenerator(page);
  await more(page);
  const routine = page.getByLabel('Custom routine URL (optional)');
  for (const wrong of ['routine.json', 'javascript:alert(1)', 'https://']) {
    await routine.fill(wrong);
    await expect(routine).toHaveAccessibleDescription(/full URL/);
    expect(await snippet(page)).toBe('');
  }
  await page.getByRole('button', { name: 'Copy code' }).click();
  await expect(routine).toBeFocused();
  await routine.fill('');
  for (const [label, wrong] of [
    ['Height (px)', '12'],
    ['Height (px)', ''],
    ['Max width (px)', '100000'],
    ['Link text', ''],
    ['Host URL', ''],
  ]) {
    const field = page.getByLabel(label);
    const right = await field.inputValue();
    await field.fill(wrong);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/./);
    expect(await snippet(page)).toBe('');
    await field.fill(right);
    expect(await snippet(page)).toContain('<supple-routine');
  }
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`axe finds no violation, and nothing is cut off: ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openGenerator(page);
      await more(page);
      await choose(page, 'Custom accent colour');
      await preview(page).scrollIntoViewIfNeeded();
      await ready(page);
      expect(await violations(page)).toEqual([]);
      complaints.splice(0); // axe's own styles
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}
