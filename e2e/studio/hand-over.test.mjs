// Handing over: a link and its length, a code, a file, code for a site, paper, notes; and the live preview.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

import { add, edit, openStudio, show, unfold } from './page-object.mjs';

const NAMES = ['Cat and cow', 'Butterfly'];

for (const width of [412, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the preview is the routine as recipients see it', async ({ page }) => {
      await openStudio(page);
      await add(page, ...NAMES);
      await show(page, 'Preview');
      const widget = page.locator('supple-routine');
      for (const name of NAMES) await expect(widget.getByRole('heading', { name })).toBeAttached();
      await expect(widget).toHaveAttribute('no-persist', '');
      const head = page.locator('.received-head');
      await expect(head.getByRole('heading')).toHaveText('My routine');
      await expect(head).toContainText("Whoever sent it is responsible for it. It is their advice, not Supple's.");
      await show(page, 'Routine');
      await unfold(page, 'About this routine');
      await page.getByRole('textbox', { name: 'For whom' }).fill('Sam');
      await page.getByRole('textbox', { name: 'Author', exact: true }).fill('Ada');
      await page.getByRole('textbox', { name: 'Days a week' }).fill('3');
      await show(page, 'Preview');
      await expect(head).toContainText("From Ada, who is responsible for it. It is their advice, not Supple's.");
      await expect(head).toContainText('For Sam · 3 days a week');
    });

    test('a link, its length, and what makes it long', async ({ page }) => {
      await openStudio(page);
      await add(page, ...NAMES);
      await show(page, 'Hand over');
      const link = page.getByRole('textbox', { name: 'Link', exact: true });
      await expect(link).toHaveValue(/\/routines\/shared\/#v1-[\w-]+$/);
      const { length } = await link.inputValue();
      await expect(page.locator('.link-length')).toHaveText(`${length} characters long.`);
      await unfold(page, 'What makes it long');
      await expect(page.locator('.weights li').first()).toContainText('characters');
      await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    });
  });
}

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('hand over is one press away, and stays where it is while the routine is written', async ({ page }) => {
    await openStudio(page);
    await add(page, ...NAMES);
    const tabs = page.getByRole('navigation', { name: 'Beside the routine' });
    await expect(tabs.getByRole('button', { name: 'Preview' })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
    await expect(tabs).toBeInViewport({ ratio: 1 });
    await tabs.getByRole('button', { name: 'Hand over' }).click();
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeInViewport({ ratio: 1 });
    await expect(page.locator('supple-routine')).toBeHidden();
    expect(await page.locator('.way h3').allTextContents()).toEqual([
      'Link',
      'QR code',
      'Paper',
      'Notes as text',
      'File',
      'On your site',
    ]);
    await page.getByRole('button', { name: 'Save file' }).scrollIntoViewIfNeeded();
    await expect(tabs).toBeInViewport({ ratio: 1 });
    // What leads to the routine leaves what is beside it.
    await page.getByRole('button', { name: 'Add own exercise' }).click();
    await expect(tabs.getByRole('button', { name: 'Hand over' })).toHaveAttribute('aria-current', 'true');
  });
});

test('a code is refused where the link is too long for one, and why is said', async ({ page }) => {
  await openStudio(page);
  await add(page, ...NAMES);
  const item = await edit(page, NAMES[0]);
  // Text that no compression makes short.
  const noise = Array.from({ length: 700 }, (_, n) => ((n * 7919) % 104_729).toString(36)).join(' ');
  await item.getByRole('textbox', { name: 'Key point' }).fill(noise.slice(0, 1_900));
  await show(page, 'Hand over');
  await expect(page.getByText('The link is too long for a code')).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toHaveCount(0);
});

test('a file, with what tells an editor how it is written', async ({ page }) => {
  await openStudio(page);
  await add(page, ...NAMES);
  await page.getByRole('textbox', { name: 'Name of the routine' }).fill('Sam’s hips');
  await show(page, 'Hand over');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('sam-s-hips.json');
  const document = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(document.$schema).toMatch(/embed\/v1\/routine\.schema\.json$/);
  expect(document.sections[0].exercises.map((exercise) => exercise.use)).toEqual(['cat-cow', 'butterfly']);
});

test('code for a site, in every way, with names that can’t break out of it', async ({ page }) => {
  await openStudio(page);
  await add(page, ...NAMES);
  await page.getByRole('textbox', { name: 'Name of the routine' }).fill('</script><b>"hips"');
  await show(page, 'Hand over');
  const code = page.getByRole('textbox', { name: 'Code for your site' });
  const way = page.getByRole('combobox', { name: 'Where' });
  await way.selectOption('Any website, with everything in the code');
  await expect(code).toHaveValue(/<supple-routine[^]*application\/json[^]*\\u003c\/script>/);
  const inside = await page.evaluate(
    async (code) => {
      const parsed = new DOMParser().parseFromString(code, 'text/html');
      const data = parsed.querySelector('supple-routine > script[type="application/json"]');
      return [JSON.parse(data.textContent).name, parsed.querySelectorAll('b').length];
    },
    await code.inputValue(),
  );
  expect(inside).toEqual(['</script><b>"hips"', 0]);
  const expected = {
    'Any website': /<supple-routine src="[^"]*routines\/shared\/#v1-[^]*<a href="[^"]*#v1-/,
    'Any website, in a frame': /<iframe src="[^"]*frame\.html\?src=[^"]*%23v1-/,
    'WordPress, with the plugin': /^\[supple-routine src="[^"]*#v1-[\w-]+"\]$/,
    Hugo: /^\{\{< supple-routine src="[^"]*#v1-[\w-]+" >\}\}$/,
    'A link': /^<a href="[^"]*routines\/shared\/#v1-/,
    'Any website, with a file of yours': /<supple-routine src="https:\/\/example\.org\//,
  };
  for (const [name, text] of Object.entries(expected)) {
    await way.selectOption(name);
    await expect(code, name).toHaveValue(text);
  }
});

test('on paper there are the exercises with figures, and nothing of the studio', async ({ page }) => {
  await openStudio(page);
  await add(page, ...NAMES);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.print-sheet');
  await expect(sheet.getByRole('heading', { name: 'My routine' })).toBeVisible();
  for (const name of NAMES) await expect(sheet.getByRole('heading', { name })).toBeVisible();
  expect(await sheet.locator('img').evaluateAll((images) => images.every((image) => image.naturalWidth > 0))).toBe(
    true,
  );
  await expect(page.locator('.studio')).toBeHidden();
});

test('what is for one side says nothing of the other, and its picture shows that side', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Kneeling hip stretch');
  const item = await edit(page, 'Kneeling hip stretch');
  const last = item.locator('.steps-list li').last();
  await expect(last).toHaveText('Ease back. Then the other leg.');
  await item.getByRole('combobox', { name: 'Sides' }).selectOption('Left only');
  await expect(last).toHaveText('Ease back.');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.print-sheet');
  await expect(sheet.locator('.sheet-steps li').last()).toHaveText('Ease back.');
  const mirrored = (image) => new DOMMatrix(getComputedStyle(image).transform).a;
  expect(await sheet.locator('img').evaluate(mirrored)).toBe(-1);
});

test('six exercises fit on one page', async ({ page }) => {
  await openStudio(page);
  await show(page, 'Library');
  const some = (await page.locator('.library-list strong').allTextContents()).slice(0, 6);
  await add(page, ...some);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('notes as text', async ({ page }) => {
  await openStudio(page);
  await add(page, ...NAMES);
  await unfold(page, 'About this routine');
  await page.getByRole('textbox', { name: 'For whom' }).fill('Sam');
  await page.getByRole('textbox', { name: 'Days a week' }).fill('5');
  await show(page, 'Hand over');
  const notes = page.getByRole('textbox', { name: 'Notes as text' });
  for (const text of ['My routine', 'For: Sam', '5 days a week', '1. Cat and cow', '2. Butterfly']) {
    await expect(notes).toHaveValue(new RegExp(text));
  }
});
