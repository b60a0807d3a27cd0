// The browser draws the same figures as the build; they move when they should and rest otherwise.
import { expect, test } from '@playwright/test';
import { card, openRoutine, advanceClock, player, press, readElement, startHere, pauseClock } from '../page-object.mjs';

const figure = (page, name) => card(page, name).locator('supple-figure').first();

/** Starts at a card and returns the player's figure. */
async function begin(page, name) {
  await startHere(page, name);
  await page.getByRole('button', { name: 'Got it, start', exact: true }).click();
  await expect(player(page)).toBeVisible();
  return player(page).locator('supple-figure');
}

/** The paths of a figure. */
const paths = (of) => of.locator('path').evaluateAll((all) => all.map((path) => path.getAttribute('d')));

/** Points along each path of a picture, rounded to a thousandth of a body. */
const shapes = (page) =>
  page.locator('.mounted').evaluate((mounted) =>
    [...mounted.querySelectorAll('.card .figure')].map((svg) =>
      [...svg.querySelectorAll('path')].map((path) => {
        const at = (share) => path.getPointAtLength(path.getTotalLength() * share);
        return {
          class: path.getAttribute('class'),
          places: [0.1, 0.3, 0.5, 0.7, 0.9].map(at).map(({ x, y }) => [x, y]),
        };
      }),
    ),
  );

test('the browser draws what was prerendered', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('./');
  await page.locator('.figure').first().waitFor();
  const before = await shapes(page);
  await page.unroute('**/*.wasm');
  await openRoutine(page);
  const after = await shapes(page);
  expect(after.length).toBe(before.length);
  expect(after.length).toBeGreaterThanOrEqual(12);
  for (const [n, picture] of after.entries()) {
    expect(picture.map((shape) => shape.class)).toEqual(before[n].map((shape) => shape.class));
    for (const [k, { class: name, places }] of picture.entries()) {
      if (name === 'guide') continue; // drawn there and back, so a point may be on either way
      for (const [m, [x, y]] of places.entries()) {
        const [toX, toY] = before[n][k].places[m];
        expect(Math.hypot(x - toX, y - toY), `picture ${n}, ${name}`).toBeLessThan(6);
      }
    }
  }
});

test('every exercise has a figure with a text alternative', async ({ page }) => {
  await openRoutine(page);
  for (const article of await page.getByRole('article').all()) {
    const pictures = article.getByRole('img');
    for (const name of await pictures.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))) {
      expect(name.length).toBeGreaterThan(30);
    }
    expect(await pictures.count()).toBeGreaterThan(0);
  }
});

test('right and wrong stand side by side, told apart by a word and a sign', async ({ page }) => {
  await openRoutine(page);
  for (const name of ['Anchor stretch', 'Seated stretch']) {
    const captions = figure(page, name).locator('p');
    await expect(captions).toHaveText(['Like this', 'Not like this']);
    const signs = await captions.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').content));
    expect(signs).toEqual(['"✓"', '"✕"']);
    await expect(figure(page, name).locator('.guide')).toHaveCount(4);
    // A screen reader says that it is wrong before it describes it.
    await expect(figure(page, name).getByRole('img', { name: /^Like this\. \w/ })).toHaveCount(1);
    await expect(figure(page, name).getByRole('img', { name: /^Not like this\. \w/ })).toHaveCount(1);
  }
});

test("a card's figure moves while somebody points at it, and ends in its most telling pose", async ({ page }) => {
  await pauseClock(page);
  await openRoutine(page);
  const anchor = figure(page, 'Anchor stretch');
  const still = await paths(anchor);
  await advanceClock(page, 500);
  expect(await paths(anchor)).toEqual(still);
  await card(page, 'Anchor stretch').hover();
  // It begins as soon as the page notices the pointer.
  await expect.poll(() => paths(anchor)).not.toEqual(still);
  await advanceClock(page, 1_500);
  expect(await paths(anchor)).not.toEqual(still);
  // Moving the pointer within the card doesn't restart it.
  await card(page, 'Anchor stretch')
    .getByRole('button', { name: /^Start here/ })
    .evaluate((button) => button.focus({ preventScroll: true }));
  await advanceClock(page, 1_500);
  expect(await paths(anchor)).toEqual(still);
});

test("a collapsed figure doesn't move", async ({ page }) => {
  await pauseClock(page);
  await openRoutine(page);
  const [shown, folded] = [
    figure(page, 'Seated stretch'),
    card(page, 'Seated stretch').locator('.variation supple-figure'),
  ];
  await expect(folded).toBeHidden();
  const [shownStill, foldedStill] = [await paths(shown), await paths(folded)];
  await card(page, 'Seated stretch').hover();
  await expect.poll(() => paths(shown)).not.toEqual(shownStill);
  await advanceClock(page, 400);
  expect(await paths(folded)).toEqual(foldedStill);
});

test('a figure moves on keyboard focus too, and once when it comes into view', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 700 });
  await pauseClock(page);
  await openRoutine(page);
  const lunges = figure(page, 'Leg lunges');
  const still = await paths(lunges);
  await card(page, 'Leg lunges')
    .getByRole('button', { name: /^Start here/ })
    .evaluate((button) => button.focus({ preventScroll: true }));
  await advanceClock(page, 300);
  expect(await paths(lunges)).not.toEqual(still);
  await advanceClock(page, 20_000);

  const lying = figure(page, 'Lying stretch');
  const lyingStill = await paths(lying);
  await lying.scrollIntoViewIfNeeded();
  await expect(async () => {
    await advanceClock(page, 100);
    expect(await paths(lying)).not.toEqual(lyingStill);
  }).toPass();
});

test('nothing moves with reduced motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await pauseClock(page);
  await openRoutine(page);
  const anchor = figure(page, 'Anchor stretch');
  const still = await paths(anchor);
  await card(page, 'Anchor stretch').hover();
  await advanceClock(page, 500);
  expect(await paths(anchor)).toEqual(still);
  const jacks = await paths(figure(page, 'Jumping jacks'));
  const moving = await begin(page, 'Jumping jacks');
  for (const ms of [100, 11_000, 2_000]) {
    await advanceClock(page, ms);
    expect(await paths(moving), 'the most telling pose').toEqual(jacks);
  }
});

test('a moving figure comes to rest when somebody asks for reduced motion', async ({ page }) => {
  await pauseClock(page);
  await openRoutine(page);
  const still = await paths(figure(page, 'Jumping jacks'));
  const moving = await begin(page, 'Jumping jacks');
  await advanceClock(page, 11_000);
  expect(await paths(moving)).not.toEqual(still);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await advanceClock(page, 100);
  expect(await paths(moving)).toEqual(still);
});

test('in the player it moves into position, holds still, and changes legs', async ({ page }) => {
  await pauseClock(page);
  await openRoutine(page);
  const moving = await begin(page, 'Anchor stretch');
  await advanceClock(page, 200);
  const standing = await paths(moving);
  await advanceClock(page, 1_500);
  expect(await paths(moving)).not.toEqual(standing);
  await advanceClock(page, 4_000);
  const held = await paths(moving);
  await advanceClock(page, 2_000);
  expect(await paths(moving), 'it has arrived').toEqual(held);
  await advanceClock(page, 4_000);
  await expect(player(page).getByText('Hold', { exact: true })).toBeVisible();
  expect(await paths(moving), 'it holds still').toEqual(held);
  await expect(moving.locator('.far-hamstring')).toHaveAttribute('fill-opacity', '1');
  await expect(moving.locator('.near-hamstring')).toHaveAttribute('fill-opacity', '0');
  await advanceClock(page, 20_000);
  await expect(player(page).getByText('Switch legs', { exact: true })).toBeVisible();
  await advanceClock(page, 2_000);
  expect(await paths(moving), 'it changes legs').not.toEqual(held);
  await advanceClock(page, 5_000);
  await expect(moving.locator('.near-hamstring')).toHaveAttribute('fill-opacity', '1');
  await expect(moving.locator('.far-hamstring')).toHaveAttribute('fill-opacity', '0');
});

test('while the session is paused it shows the next leg too', async ({ page }) => {
  await pauseClock(page);
  await openRoutine(page);
  const moving = await begin(page, 'Lying stretch');
  await press(page, 'Pause');
  const [first, { side }] = [await paths(moving), await readElement(page)];
  await press(page, 'Resume');
  await expect(async () => {
    await advanceClock(page, 5_000);
    expect(await readElement(page)).toMatchObject({ phase: 'hold', side: side === 'left' ? 'right' : 'left' });
  }).toPass();
  await press(page, 'Pause');
  await expect(async () => {
    await press(page, 'Previous');
    expect(await readElement(page)).toMatchObject({ phase: 'prepare', exerciseId: 'lying', side });
  }).toPass();
  expect(await paths(moving)).toEqual(first);
});

test('a move repeats, and stops when the session does', async ({ page }) => {
  await pauseClock(page);
  await openRoutine(page);
  const moving = await begin(page, 'Jumping jacks');
  await advanceClock(page, 11_000);
  const seen = new Set();
  for (let i = 0; i < 8; i += 1) {
    await advanceClock(page, 350);
    seen.add((await paths(moving)).join());
  }
  expect(seen.size).toBeGreaterThan(4);
  await press(page, 'Pause');
  const stood = await paths(moving);
  await advanceClock(page, 3_000);
  expect(await paths(moving)).toEqual(stood);
  await press(page, 'Resume');
  await advanceClock(page, 300);
  expect(await paths(moving)).not.toEqual(stood);
});

test('every muscle can be focused and named', async ({ page }) => {
  await openRoutine(page);
  const picture = page.getByRole('group', { name: /^The back of a right thigh/ });
  for (const name of ['Semitendinosus', 'Semimembranosus', 'Biceps femoris']) {
    const muscle = picture.getByRole('img', { name: new RegExp(`^${name}\\. On the `) });
    await muscle.focus();
    await expect(muscle).toBeFocused();
    await expect(muscle.locator('text')).toHaveText(name);
  }
});

test('on paper every card has its figure', async ({ page }) => {
  await openRoutine(page);
  await page.emulateMedia({ media: 'print' });
  for (const article of await page.getByRole('article').all()) {
    await expect(article.locator('.figure').first()).toBeVisible();
  }
});

test('without scripts every card has its figure', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.locator('.card .figure').filter({ visible: true })).toHaveCount(11);
  await expect(page.locator('.anatomy')).toBeVisible();
  await context.close();
});

test('still figures cause no work', async ({ page }) => {
  await openRoutine(page);
  const frames = await page.evaluate(async () => {
    const asked = [];
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => asked.push(callback) && original.call(window, callback);
    // Two frames of the page's own, so that everything begun can finish.
    for (let i = 0; i < 20; i += 1) await new Promise((resolve) => original.call(window, resolve));
    return asked.length;
  });
  expect(frames).toBe(0);
  expect(await page.locator('.mounted').evaluate((it) => it.getRootNode().getAnimations().length)).toBe(0);
});
