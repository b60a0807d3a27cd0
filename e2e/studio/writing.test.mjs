// Writing a routine: the library, doses, words, exercises of one's own, and what can be done to several at once.
import { expect, test } from '@playwright/test';

import { add, edit, names, openStudio, paste, row, rows, said, show, stored, unfold } from './page-object.mjs';

for (const width of [412, 1280]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('the front page and the page of all routines lead to the studio', async ({ page }) => {
      for (const from of ['./', './routines/', './routines/hips/']) {
        await page.goto(from);
        await page.getByRole('link', { name: 'Write your own routine' }).click();
        await expect(page.getByRole('heading', { name: 'Write your own routine' })).toBeVisible();
      }
    });

    test('a routine of five exercises from nothing', async ({ page }) => {
      await openStudio(page);
      const five = await someNames(page, 5);
      await add(page, ...five);
      expect(await names(page)).toEqual(five);
      await expect(page.locator('.total')).toContainText(/Total \d+ min/);
      await page.getByRole('textbox', { name: 'Name of the routine' }).fill('Sam’s hips');
      const item = await edit(page, five[0]);
      await item.getByRole('textbox', { name: 'Seconds' }).fill('25');
      await item.getByRole('textbox', { name: 'Key point' }).fill('Slowly.');
      await item.getByRole('checkbox').nth(2).uncheck();
      await expect(page.locator('.total')).toContainText('Saved on this device');
      const [{ draft }] = await stored(page);
      expect(draft.name).toBe('Sam’s hips');
      const [first] = draft.sections[0].items;
      expect([first.seconds, first.words.key]).toEqual([25, 'Slowly.']);
      expect(first.exercise.library.left_out_steps).toEqual([2]);
    });
  });
}

/** The names of the first exercises in the library. */
async function someNames(page, count) {
  await show(page, 'Library');
  return (await page.locator('.library-list strong').allTextContents()).slice(0, count);
}

test('the library is searched and narrowed down', async ({ page }) => {
  await openStudio(page);
  const list = page.locator('.library-list > li');
  const all = await list.count();
  expect(all).toBeGreaterThan(50);
  await unfold(page, 'Filter');
  await page.getByRole('combobox', { name: 'Part of the body' }).selectOption('Neck');
  await expect(page.getByText('Filter: Neck')).toBeVisible();
  const necks = await list.count();
  expect(necks).toBeGreaterThan(0);
  expect(necks).toBeLessThan(all);
  await page.getByRole('combobox', { name: 'Part of the body' }).selectOption('Any part');
  await page.getByRole('combobox', { name: 'Equipment' }).selectOption('No equipment');
  expect(await list.count()).toBeLessThan(all);
  await page.getByRole('combobox', { name: 'Equipment' }).selectOption('Any equipment');
  await page.getByRole('combobox', { name: 'Position' }).selectOption('Lying');
  expect(await list.count()).toBeLessThan(all);
  await page.getByRole('combobox', { name: 'Position' }).selectOption('Any position');
  await page.getByRole('searchbox', { name: 'Search' }).fill('cow seated CAT');
  await expect(list).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search' }).fill('Cat-cow');
  await expect(list).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search' }).fill('psoas');
  await expect(list.filter({ hasText: 'Kneeling hip stretch' })).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such thing');
  await expect(page.getByText('No exercise fits.')).toBeVisible();
});

test('each exercise of the library has its figure', async ({ page }) => {
  await openStudio(page);
  const sources = await page.locator('.library-list img').evaluateAll((images) => images.map(({ src }) => src));
  const missing = await page.evaluate(async (sources) => {
    const found = await Promise.all(sources.map(async (source) => [source, (await fetch(source)).status]));
    return found.filter(([, status]) => status !== 200);
  }, sources);
  expect(missing).toEqual([]);
});

test('several exercises are changed, copied and removed at once', async ({ page }) => {
  await openStudio(page);
  const [one, two, three] = await someNames(page, 3);
  await add(page, one, two, three);
  await page.getByRole('checkbox', { name: `Select: ${one}` }).check();
  await page.getByRole('checkbox', { name: `Select: ${three}` }).check();
  const bulk = page.getByRole('group', { name: 'Selected exercises' });
  await expect(bulk).toContainText('2 selected');
  await bulk.getByRole('textbox', { name: 'Seconds' }).fill('40');
  await bulk.getByRole('textbox', { name: 'Seconds' }).press('Enter');
  const seconds = async () => (await stored(page))[0].draft.sections[0].items.map((item) => item.seconds);
  expect(await seconds()).toEqual([40, undefined, 40]);
  await bulk.getByRole('button', { name: 'Duplicate' }).click();
  expect(await names(page)).toEqual([one, one, two, three, three]);
  await bulk.getByRole('button', { name: 'Remove' }).click();
  await expect(said(page)).toHaveText('2 exercises removed. Undo brings them back.');
  expect(await names(page)).toEqual([one, two, three]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await seconds()).toEqual([undefined, undefined, undefined]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 412, height: 900 } });

  test('what is selected is one line, from which the fields unfold', async ({ page }) => {
    await openStudio(page);
    await add(page, 'Cat and cow', 'Butterfly');
    await page.getByRole('checkbox', { name: 'Select: Cat and cow' }).check();
    const bulk = page.getByRole('group', { name: 'Selected exercises' });
    expect((await bulk.boundingBox()).height).toBeLessThan(70);
    for (const button of await bulk.getByRole('button').all()) {
      const { width, height } = await button.boundingBox();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await expect(bulk.getByRole('textbox', { name: 'Seconds' })).toBeHidden();
    await bulk.getByRole('button', { name: 'Change…' }).click();
    await bulk.getByRole('textbox', { name: 'Seconds' }).fill('40');
    await bulk.getByRole('textbox', { name: 'Seconds' }).press('Enter');
    expect((await stored(page))[0].draft.sections[0].items[0].seconds).toBe(40);
    await bulk.getByRole('button', { name: 'Select none' }).click();
    await expect(bulk).toBeHidden();
    await expect(row(page, 'Cat and cow').locator('.item-name')).toBeFocused();
  });
});

test('what was said moves nothing, and goes with the next change or after a while', async ({ page }) => {
  await page.clock.install();
  await openStudio(page);
  await show(page, 'Library');
  const first = page.locator('.library-list > li').first();
  const before = await first.boundingBox();
  await first.getByRole('button').click();
  await expect(said(page)).toContainText('added');
  await expect(said(page)).toBeInViewport({ ratio: 1 });
  expect((await first.boundingBox()).y).toBe(before.y);
  await page.getByRole('textbox', { name: 'Name of the routine' }).fill('Hips');
  await expect(said(page)).toBeEmpty();
  await first.getByRole('button').click();
  await expect(said(page)).not.toBeEmpty();
  await page.clock.fastForward(11_000);
  await expect(said(page)).toBeEmpty();
});

test('nobody is told what is missing before they had the time to write it', async ({ page }) => {
  await openStudio(page);
  await show(page, 'Routine');
  await page.getByRole('button', { name: 'Add own exercise' }).click();
  const item = rows(page);
  const name = item.getByRole('textbox', { name: 'Exercise name' });
  await expect(name).toBeFocused();
  await expect(page.locator('.problem-list')).toBeHidden();
  await expect(name).not.toHaveAttribute('aria-invalid', 'true');
  await name.press('Tab');
  await expect(item.getByText('Enter a name.')).toBeVisible();
  await expect(item.getByText('Enter the seconds.')).toBeHidden();
  await name.fill('Wall slide');
  await show(page, 'Hand over');
  await expect(item.getByText('Enter the seconds.')).toHaveCount(1);
  await expect(item.getByText('Write at least one step.')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show me' }).filter({ visible: true }).click();
  await expect(item.getByRole('textbox', { name: 'Steps' })).toBeFocused();
});

test('the fields of an exercise fold up again, and its original steps come back', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Cat and cow');
  const item = await edit(page, 'Cat and cow');
  await item.getByRole('button', { name: 'Write own steps' }).click();
  await item.getByRole('textbox', { name: 'Steps' }).fill('Just do it.');
  await item.getByRole('button', { name: 'Use the original steps' }).click();
  await expect(item.getByRole('button', { name: 'Write own steps' })).toBeFocused();
  await expect(item.getByRole('group', { name: 'Steps that are shown' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item.getByRole('textbox', { name: 'Steps' })).toHaveValue('Just do it.');
  await item.getByRole('button', { name: 'Done' }).click();
  await expect(item.getByRole('textbox')).toHaveCount(0);
  await expect(item.getByRole('button', { name: 'Edit: Cat and cow' })).toBeFocused();
});

test('every choice of sides begins with a capital', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Figure four lying');
  const item = await edit(page, 'Figure four lying');
  const sides = item.getByRole('combobox', { name: 'Sides' }).locator('option');
  expect(await sides.allTextContents()).toEqual(expect.arrayContaining(['Left only', 'Right only']));
  for (const side of await sides.allTextContents()) expect(side).toMatch(/^[A-Z]/);
});

test('an exercise of one’s own, with a figure of the library', async ({ page }) => {
  await openStudio(page);
  await show(page, 'Routine');
  await page.getByRole('button', { name: 'Add own exercise' }).click();
  await expect(page.getByRole('textbox', { name: 'Exercise name' })).toBeFocused();
  await page.keyboard.type('Wall slide');
  const item = row(page, 'Wall slide');
  await item.getByRole('textbox', { name: 'Seconds' }).fill('30');
  await item.getByRole('textbox', { name: 'Steps' }).fill('Stand against a wall.\nSlide down.');
  await item.getByRole('combobox', { name: 'Figure' }).selectOption('Cat and cow');
  await expect(item.locator('img')).toHaveAttribute('src', 'figures/cat-cow.svg');
  await expect(page.locator('.problem-list')).toBeHidden();
  const [{ draft }] = await stored(page);
  expect(draft.sections[0].items[0].words.steps).toEqual(['Stand against a wall.', 'Slide down.']);
});

test('what isn’t right is said at its field, and the list leads there', async ({ page }) => {
  await openStudio(page);
  const [one] = await someNames(page, 1);
  await add(page, one);
  const item = await edit(page, one);
  await item.getByRole('textbox', { name: 'Seconds' }).fill('5000');
  await page.getByRole('button', { name: `Edit: ${one}` }).click();
  await unfold(page, 'About this routine');
  await page.getByLabel("Author's link").fill('javascript:alert(1)');
  const list = page.locator('.problem-list');
  await expect(list.getByRole('heading')).toHaveText("3 things aren't right yet");
  const link = page.getByLabel("Author's link");
  await expect(link).toHaveAttribute('aria-invalid', 'true');
  const description = await link.getAttribute('aria-describedby');
  await expect(page.locator(`[id="${description}"]`)).not.toBeEmpty();
  await list.getByRole('button', { name: /Seconds/ }).click();
  await expect(item.getByRole('textbox', { name: 'Seconds' })).toBeFocused();
});

test('markup and scripts in every field are text', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=`broken in`"></script><b>bold</b>';
  await openStudio(page);
  await show(page, 'Routine');
  await page.getByRole('button', { name: 'Add own exercise' }).click();
  await unfold(page, 'About this routine');
  await unfold(page, 'Text below the heading');
  for (const field of await page.locator('.part.routine').getByRole('textbox').all()) await field.fill(evil);
  await expect(rows(page).locator('strong')).toHaveText(evil);
  expect(await page.locator('.studio b, .print-sheet b, .studio img[src="x"]').count()).toBe(0);
  await expect(page).not.toHaveTitle(/broken in/);
});

test('names of 10,000 letters, emoji and right-to-left text hold', async ({ page }) => {
  await openStudio(page);
  const [one] = await someNames(page, 1);
  await add(page, one);
  await edit(page, one);
  const item = rows(page); // whatever it is called by then
  for (const name of ['x'.repeat(10_000), '🧘🏽‍♀️👩‍👩‍👧‍👦', 'تمدد عضلات الفخذ']) {
    await item.getByRole('textbox', { name: 'Exercise name' }).fill(name);
    await expect(rows(page).locator('strong')).toHaveText(name);
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isTooWide, name.slice(0, 10)).toBe(false);
  }
});

test('the preview never shows what isn’t a routine yet', async ({ page }) => {
  await openStudio(page);
  await page.evaluate(() => {
    window.previewed = [];
    const note = (node) => {
      const { sections } = JSON.parse(node.querySelector('script').textContent);
      window.previewed.push(sections.flatMap((section) => section.exercises).length);
    };
    new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach(note))).observe(
      document.querySelector('.live'),
      { childList: true },
    );
  });
  await add(page, 'Cat and cow', 'Butterfly');
  await show(page, 'Preview');
  await expect(page.locator('supple-routine').getByRole('heading', { name: 'Butterfly' })).toBeVisible();
  const previewed = await page.evaluate(() => window.previewed);
  expect(previewed).not.toContain(0);
  expect(previewed.at(-1)).toBe(2);
});

test('the language is chosen by its own name, and one that a document brought stays to choose', async ({ page }) => {
  await openStudio(page);
  await add(page, 'Butterfly');
  await unfold(page, 'About this routine');
  const language = page.getByLabel('Language it is written in');
  await expect(language).toHaveValue('en');
  await language.selectOption('Deutsch');
  await show(page, 'Preview');
  const document = () => page.locator('.live script').evaluate((script) => JSON.parse(script.textContent));
  await expect.poll(async () => (await document()).lang).toBe('de');

  await paste(page, JSON.stringify({ ...(await document()), lang: 'pt-BR' }));
  await expect(said(page)).toContainText('is a draft here now');
  await unfold(page, 'About this routine');
  await expect(language).toHaveValue('pt-BR');
});
