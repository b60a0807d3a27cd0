// The built page is an article of cards, complete without any script.
import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const EXERCISES = [
  ['Jumping jacks', '1 min'],
  ['Jogging on the spot', '1 min'],
  ['Lunges', '30 s, alternating legs'],
  ['Standing knee raises', '30 s, alternating legs'],
  ['Leg swings', '20 s per leg'],
  ['Anchor stretch', '20 s per leg'],
  ['Seated stretch', '3 × 20 s, both legs'],
  ['Lying stretch', '20 s per leg'],
  ['Assisted stretch', '20 s per leg'],
];

const REFERENCES = [
  [
    'Semitendinosus muscle',
    'Kenhub, 22 February 2022',
    'https://www.kenhub.com/en/library/anatomy/semitendinosus-muscle',
  ],
  [
    'Semimembranosus muscle',
    'Kenhub, 14 February 2022',
    'https://www.kenhub.com/en/library/anatomy/semimembranosus-muscle',
  ],
  [
    'Biceps femoris muscle',
    'Kenhub, 28 February 2022',
    'https://www.kenhub.com/en/library/anatomy/biceps-femoris-muscle',
  ],
  [
    'Hamstring stretches for back pain relief',
    'Spine One, 18 August 2021',
    'https://spineone.com/hamstring-stretches-for-back-pain-relief',
  ],
  [
    'Best stretches for tight hamstrings: 7 methods',
    'Medical News Today',
    'https://www.medicalnewstoday.com/articles/323703',
  ],
];

test.beforeEach(async ({ page }) => {
  await page.goto('./');
});

test('every exercise is an article named by its heading, with its dose and its steps', async ({ page }) => {
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(EXERCISES.length);
  for (const [i, [name, dose]] of EXERCISES.entries()) {
    const card = page.getByRole('article', { name, exact: true });
    await expect(card, name).toBeVisible();
    await expect(cards.nth(i), 'in the order of the routine').toHaveAccessibleName(name);
    await expect(card.getByRole('heading', { name, exact: true })).toBeVisible();
    await expect(card).toContainText(dose);
    await card.locator('.row > summary').click();
    const steps = card.getByRole('listitem').filter({ visible: true });
    expect(await steps.count(), `steps of ${name}`).toBeGreaterThanOrEqual(3);
    await expect(card.getByText('The key point', { exact: true }).first()).toBeVisible();
  }
});

test('the cards show what matters about a stretch: key point, common mistake, variation, partner', async ({ page }) => {
  const card = (name) => page.getByRole('article', { name, exact: true });
  for (const name of ['Anchor stretch', 'Seated stretch', 'Assisted stretch']) {
    await card(name).locator('.row > summary').click();
  }
  for (const name of ['Anchor stretch', 'Seated stretch']) {
    await expect(card(name).getByText('Common mistake', { exact: true })).toBeVisible();
  }
  const anchor = card('Anchor stretch');
  await expect(anchor).toContainText(/most effective/i);
  await expect(anchor).toContainText(/back nearly flat, head in line/i);
  await expect(anchor).toContainText(/curling your spine/i);
  await expect(anchor).toContainText(/chair, table/i);
  await expect(card('Assisted stretch').getByText('Needs a partner')).toBeVisible();

  const variation = card('Seated stretch').locator('.variation');
  const folded = variation.getByText(/fold the other leg/i);
  await expect(folded).toBeHidden();
  await variation.locator('summary').click();
  await expect(folded, 'opens without any script').toBeVisible();
});

test('why it works, the muscles, the benefits and the safety rules are readable', async ({ page }) => {
  for (const name of ['Why it works', 'What it does for you', 'The muscles', 'Safety', 'References']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  for (const muscle of ['Semitendinosus', 'Semimembranosus', 'Biceps femoris']) {
    await expect(page.getByRole('term').filter({ hasText: muscle })).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'What it does for you' }).getByRole('listitem')).toHaveCount(2);
  const safety = page.getByRole('region', { name: 'Safety', exact: true });
  await expect(safety).toContainText(/only as far as a gentle pull/i);
  await expect(safety).toContainText(/not medical advice/i);
  await expect(safety).toContainText(/doctor or physiotherapist/i);
});

test('the references have their addresses', async ({ page }) => {
  const items = page.getByRole('region', { name: 'References' }).getByRole('listitem');
  await expect(items).toHaveCount(REFERENCES.length);
  for (const [i, [title, source, address]] of REFERENCES.entries()) {
    await expect(items.nth(i)).toHaveText(`${title}. ${source}.`);
    await expect(items.nth(i).getByRole('link')).toHaveAttribute('href', address);
    const cited = page.getByRole('link', { name: `Source ${i + 1}: ${title}`, exact: true });
    await expect(cited.first()).toHaveAttribute('href', address);
  }
});

test('nothing that needs a script can be pressed, and a sentence says so', async ({ page }) => {
  await expect(page.getByText(/timer needs JavaScript/)).toBeVisible();
  const closed = page.locator('details:not([open]) > summary').filter({ visible: true });
  while ((await closed.count()) > 0) await closed.first().click();
  await expect(page.getByText(/fold the other leg/i), 'all details are open').toBeVisible();
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(0);
  for (const role of ['switch', 'radio', 'checkbox']) {
    await expect(page.getByRole(role).filter({ visible: true }), role).toHaveCount(0);
  }
});

test('what sees no shadow roots, as reader modes do, finds the exercises in short; nothing shows them twice', async ({
  page,
}) => {
  const short = page.locator('supple-routine > ol > li');
  // The last one needs a partner.
  const expected = EXERCISES.slice(0, -1).map(([name, dose]) => `${name}: ${dose}`);
  expect((await short.allTextContents()).map((text) => text.trim())).toEqual(expected);
  await expect(page.locator('supple-routine > p')).toHaveText(/stretch/);
  for (const media of ['screen', 'print']) {
    await page.emulateMedia({ media });
    await expect(short.first()).toBeHidden();
    await expect(page.getByRole('listitem').filter({ hasText: 'Anchor stretch: 20 s' })).toHaveCount(0);
  }
});

test('on paper every row is open', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  for (const [name] of EXERCISES) {
    const card = page.getByRole('article', { name, exact: true });
    await expect(card.getByText('The key point', { exact: true }).first(), name).toBeVisible();
  }
});
