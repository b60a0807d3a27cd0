// An author's text is shown as written and never becomes markup.
import { expect, test } from '@playwright/test';

import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import {
  card,
  advanceClock,
  player,
  press,
  readPlayer,
  startHere,
  pauseClock,
  widgetReady,
  openAll,
} from '../page-object.mjs';
import { openArticle, readAlert, sound, watch } from './article.mjs';

const EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script><b>bold</b> &amp; {{x}} ${y} <!-- z';

/** A document with the same text in every text field. */
function evil() {
  const document = sound();
  const say = (thing, ...fields) => fields.forEach((field) => (thing[field] = `${field}: ${EVIL}`));
  say(document, 'name', 'tagline', 'summary', 'anatomy');
  const [section] = document.sections;
  say(section, 'name', 'summary');
  for (const exercise of section.exercises) {
    say(exercise, 'name', 'summary', 'needs', 'key', 'mistake');
    exercise.steps = [`step: ${EVIL}`, `another: ${EVIL}`];
    exercise.name = `${exercise.id}: ${EVIL}`;
  }
  const [reach] = section.exercises;
  reach.variation = {
    id: 'other',
    name: `varied: ${EVIL}`,
    label: `label: ${EVIL}`,
    sides: 'none',
    steps: [`step: ${EVIL}`],
    key: `key: ${EVIL}`,
  };
  reach.muscles = ['thigh'];
  document.muscles = [{ id: 'thigh', name: `muscle: ${EVIL}`, text: `text: ${EVIL}`, references: [1] }];
  document.why = [{ text: `why: ${EVIL}`, references: [1] }];
  document.benefits = [`benefit: ${EVIL}`];
  document.safety = [`rule: ${EVIL}`];
  document.references = [
    {
      title: `title: ${EVIL}`,
      source: `source: ${EVIL}`,
      date: `date: ${EVIL}`,
      url: 'https://example.org/?q=<script>alert(3)</script>',
    },
  ];
  return JSON.stringify(document);
}

/** Elements that no screen contains. */
const made = (page) => page.locator('supple-routine').locator('img, script, b, style').count();

const shown = (page, what) =>
  page.locator('supple-routine').getByText(`${what}: ${EVIL}`).filter({ visible: true }).first();

test('on and around the cards', async ({ page }) => {
  const happened = watch(page);
  await openArticle(page, evil());
  await widgetReady(page);
  await openAll(page);
  const fields = [
    'name',
    'tagline',
    'summary',
    'reach',
    'needs',
    'step',
    'key',
    'mistake',
    'why',
    'muscle',
    'benefit',
    'rule',
    'title',
  ];
  for (const what of fields) {
    await expect(shown(page, what), what).toBeVisible();
  }
  expect(await made(page)).toBe(0);
  const links = await page
    .locator('supple-routine')
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.protocol));
  expect(links.length).toBeGreaterThan(0);
  expect([...new Set(links)]).toEqual(['https:']);
  expect(happened).toEqual([]);
});

test('in the safety notice, the player, the title and the finish screen', async ({ page }) => {
  const happened = watch(page);
  await pauseClock(page);
  await openArticle(page, evil());
  await widgetReady(page);
  await press(page, 'Start routine');
  await expect(shown(page, 'rule')).toBeVisible();
  await press(page, 'I understand, start');
  await expect(player(page)).toBeVisible();
  expect(await readPlayer(page)).toMatchObject({ what: 'Get ready', exercise: `reach: ${EVIL}` });
  await expect(player(page).getByText(`step: ${EVIL}`)).toBeVisible();
  await expect(page).toHaveTitle(`Left side · reach: ${EVIL}`);
  await press(page, "I'm ready");
  await advanceClock(page, 5_000);
  await expect(player(page).getByText(`key: ${EVIL}`)).toBeVisible();
  expect(await made(page)).toBe(0);
  await press(page, 'Stop');
  await expect(page.locator('table.done')).toContainText(`reach: ${EVIL}`);
  await press(page, 'See progress');
  expect(await made(page)).toBe(0);
  expect(happened).toEqual([]);
});

test('in the problems reported for a refused document', async ({ page }) => {
  const happened = watch(page);
  const document = { ...sound(), [EVIL]: 1 };
  document.sections[0].exercises[0].muscles = [EVIL];
  await openArticle(page, JSON.stringify(document));
  const said = (await readAlert(page)).join('\n');
  expect(said).toContain('<img src=x onerror="alert(1)">');
  expect(await made(page)).toBe(0);
  expect(happened).toEqual([]);
});

test("an author's valid routine works like the built-in one", async ({ page }) => {
  await seedStorage(page, safetyNoticeRead);
  await pauseClock(page);
  await openArticle(page, JSON.stringify(sound()));
  await widgetReady(page);
  await expect(card(page, 'Reach').locator('.dose')).toHaveText('20 s per side');
  await startHere(page, 'Reach');
  for (const [ms, what, exercise, leg] of [
    [10_000, 'Get ready', 'Reach', 'Left side'],
    [20_000, 'Hold', 'Reach', 'Left side'],
    [5_000, 'Switch to your right side', 'Reach', 'Right side'],
    [20_000, 'Hold', 'Reach', 'Right side'],
    [10_000, 'Get ready', 'Walk', ''],
    [30_000, 'Move', 'Walk', ''],
  ]) {
    expect(await readPlayer(page)).toMatchObject({ what, exercise, leg });
    await advanceClock(page, ms);
  }
  await expect(page.locator('#finish-title')).toBeVisible();
});

test("an author's words keep their case, also within a sentence of the interface", async ({ page }) => {
  const document = sound();
  const [reach, walk] = document.sections[0].exercises;
  reach.needs = 'TRX straps';
  reach.variation = { id: 'far', name: 'X', label: 'IT-band first', sides: 'each', steps: ['Reach.'] };
  walk.needs = 'Stuhl ohne Rollen';
  document.sections[0].exercises.push({
    ...{ id: 'pull', name: 'Pull', dose: { kind: 'hold', seconds: 20 }, sides: 'each', steps: ['Pull.'] },
    ...{ partner: true, substitute: 'reach' },
  });
  reach.name = 'SUP Reach';
  await openArticle(page, JSON.stringify(document));
  await widgetReady(page);
  await expect(card(page, 'SUP Reach')).toContainText("You'll need TRX straps");
  await expect(card(page, 'SUP Reach')).toContainText('Another way: IT-band first');
  await expect(card(page, 'Walk')).toContainText("You'll need Stuhl ohne Rollen");
  await expect(card(page, 'Pull')).toContainText('Repeat “SUP Reach” instead');
});
