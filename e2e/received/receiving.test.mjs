// A routine that came in a link: shown at once, kept, done, and told of to its author.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { measurements, recorded, safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { finishHeading, pauseClock, press, readElement, readLog, start, SUNDAY } from '../page-object.mjs';
import {
  fragmentOf,
  keptLinks,
  lead,
  receive,
  ROUTINE,
  standing,
  summaryFragment,
  title,
  widgetReady,
} from './links.mjs';

/** Goes through a first session, which waits for people before each exercise. */
async function finishFirstSession(page) {
  for (let now = await readElement(page); now.state === 'running'; now = await readElement(page)) {
    if (now.phase === 'prepare') await press(page, "I'm ready");
    else await page.clock.fastForward(now.remainingMs);
  }
}

for (const width of [412, 1280]) {
  test(`in a fresh profile it is received, kept, done and told of: ${width} px`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize({ width, height: 900 });
    await pauseClock(page);
    await receive(page);
    await expect(title(page)).toHaveText("Sam's left hip");
    await expect(lead(page)).toHaveText(
      "From Dr Ada Wells, who is responsible for it. It is their advice, not Supple's.",
    );
    await expect(page.locator('#facts')).toHaveText(/^For Sam, left hip · 5 days a week · Changed on /);
    await expect(page.getByRole('link', { name: 'example.org' })).toHaveAttribute('href', 'https://example.org/ada');

    await press(page, 'Keep it');
    await expect(standing(page)).toHaveText('Kept. You find it under All routines, also offline.');
    await expect(page.getByRole('button', { name: 'Forget it' })).toBeFocused();

    await widgetReady(page);
    await page.getByText('Send a summary').click();
    await expect(page.getByText("You haven't done this routine yet")).toBeVisible();
    await start(page);
    await expect(title(page)).toBeHidden();
    await finishFirstSession(page);
    await expect(finishHeading(page)).toBeVisible();
    expect((await readLog(page)).map(({ routine, complete }) => [routine, complete])).toEqual([['sam-left-hip', true]]);

    const text = page.getByRole('textbox', { name: 'What it says' });
    await expect(text).toHaveValue(/^Sam's left hip\nFor Sam, left hip\nMade on /);
    await expect(text).toHaveValue(/Days: 1 \(.*\)\nSessions: 1\nHeld on the left: 30 s\nHeld on the right: 30 s\n/);
    await expect(text).toHaveValue(/Nothing of it was typed\.$/);
    await press(page, 'Copy the text');
    await expect(page.getByText('Copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());
    await press(page, 'Copy a link');
    const link = await page.evaluate(() => navigator.clipboard.readText());

    await page.goto('about:blank');
    await page.goto(link);
    await expect(title(page)).toHaveText("Summary: Sam's left hip");
    await expect(lead(page)).toHaveText(/^Whoever sent you this link made it on .*they typed nothing\.$/);
    await expect(page.getByRole('definition').filter({ hasText: '30 s' })).toHaveCount(3);
    await expect(page.locator('supple-routine')).toHaveCount(0);
  });
}

test('a summary has what hurt, and measurements only if the person wishes', async ({ page }) => {
  const entry = (side, tooMuch) => {
    const fields = ['kneeling-hip-flexor', 'hold', side, 1, 95_000, 95_000, !tooMuch, 95_000];
    return tooMuch ? [...fields, true] : fields;
  };
  const entries = [entry('left', false), entry('right', true)];
  await seedStorage(
    page,
    recorded({ routine: 'sam-left-hip', startedMs: SUNDAY - 2 * 86_400_000, entries }),
    recorded({ routine: 'another', startedMs: SUNDAY - 86_400_000, entries }),
    measurements(SUNDAY, { ago: 3, cm: [12.5] }),
  );
  await pauseClock(page);
  await receive(page);
  await page.getByText('Send a summary').click();
  const text = page.getByRole('textbox', { name: 'What it says' });
  await expect(text).toHaveValue(/Sessions: 1\nHeld on the left: 1 min 35 s\n/);
  await expect(text).toHaveValue(/Marked “It hurts”: Kneeling hip stretch, right side, in 1 session\n/);
  await expect(text).not.toHaveValue(/fingertips/);
  await page.getByRole('checkbox', { name: 'Include my measurements' }).check();
  await expect(text).toHaveValue(/Measured: .*: fingertips to the floor 12\.5 cm\n/);
});

test('what is kept comes first on the front page, and nobody else loads what lists it', async ({ page }) => {
  const scripts = [];
  page.on('request', (request) => scripts.push(request.url()));
  const first = page.getByRole('navigation', { name: 'More routines' }).getByRole('link').first();
  await page.goto('./');
  await expect(first).toHaveText(/ min/);
  const before = new Set(scripts);

  await receive(page);
  await press(page, 'Keep it');
  scripts.length = 0;
  await page.goto('./');
  await expect(first).toHaveText("Sam's left hip by Dr Ada Wells");
  expect(scripts.filter((url) => /assets\/app-.*\.js$/.test(url) && !before.has(url))).toHaveLength(1);
  await first.click();
  await expect(title(page)).toHaveText("Sam's left hip");
});

test('what is kept is in the list of all routines, until it is forgotten; that can be undone', async ({ page }) => {
  await receive(page);
  await press(page, 'Keep it');
  await page.getByRole('region', { name: 'My routines' }).getByRole('link', { name: 'All routines' }).click();
  await expect(keptLinks(page)).toHaveText(["Sam's left hip by Dr Ada Wells"]);
  await keptLinks(page).click();
  await expect(title(page)).toHaveText("Sam's left hip");
  await expect(standing(page)).toHaveText(/^Kept\./);
  await press(page, 'Forget it');
  await expect(standing(page)).toHaveText('Forgotten. What you did stays in your history.');
  await press(page, 'Undo');
  await expect(standing(page)).toHaveText(/^Kept\./);
  await press(page, 'Forget it');
  await page.goto('./routines/');
  await expect(page.getByRole('heading', { name: 'All routines' }).or(page.locator('h1'))).toBeVisible();
  await expect(keptLinks(page)).toHaveCount(0);
});

test('a newer version offers to replace the one that is kept, and an older one does not push itself forward', async ({
  page,
}) => {
  await receive(page);
  await press(page, 'Keep it');
  const newer = { ...ROUTINE, name: 'Second version', edited: '2026-11-29T09:00:00Z' };
  await receive(page, fragmentOf(newer));
  await expect(title(page)).toHaveText('Second version');
  await expect(standing(page)).toHaveText('This is a newer version of a routine you have kept.');
  await page.getByRole('link', { name: 'Open my version' }).click();
  await expect(title(page)).toHaveText("Sam's left hip");
  await expect(standing(page)).toHaveText(/^Kept\./);

  await page.goBack();
  await press(page, 'Replace mine');
  await expect(standing(page)).toHaveText(/^Kept\./);
  await receive(page);
  await expect(standing(page)).toHaveText('You have kept a newer version of this routine.');
  await page.getByRole('link', { name: 'Open my version' }).click();
  await expect(title(page)).toHaveText('Second version');
  const { edited, ...undated } = newer;
  expect(edited).toBeTruthy();
  await receive(page, fragmentOf({ ...undated, name: 'Undated' }));
  await expect(standing(page)).toHaveText('You have kept another version of this routine.');
});

test('without a link the page says what it is for, and what is kept', async ({ page }) => {
  await receive(page, '');
  await expect(title(page)).toHaveText('Routines written for you');
  await expect(page.getByText('No link yet?')).toBeVisible();
  await expect(keptLinks(page)).toHaveCount(0);
  await receive(page);
  await press(page, 'Keep it');
  await receive(page, '');
  await expect(keptLinks(page)).toHaveCount(1);
  await expect(page.locator('supple-routine')).toHaveCount(0);
});

const SUMMARY = {
  name: "Sam's left hip",
  intendedFor: 'Sam',
  made: '2026-11-30',
  days: ['2026-11-27', '2026-11-29'],
  sessions: 2,
  leftS: 95,
  hurts: [{ exercise: 'Anchor stretch', side: 'left', times: 2 }],
  measurements: [{ day: '2026-11-28', leg: 'left', tenths: 725 }],
};

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds no violation, and nothing is wider than the page: ${colorScheme}`, async ({ page }) => {
    await seedStorage(page, safetyNoticeRead);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const [what, fragment] of Object.entries({
      routine: fragmentOf(ROUTINE),
      summary: summaryFragment(SUMMARY),
      problem: 'v2-abc',
      nothing: '',
    })) {
      await page.goto('about:blank');
      await receive(page, fragment);
      if (what === 'routine') {
        await widgetReady(page);
        await page.getByText('Send a summary').click();
      }
      for (const width of [320, 412, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${what}, ${width}`).toBe(width);
        if (width === 412 || width === 1280) {
          // A problem has a sentence, and no more.
          const sees = what === 'routine' ? 'target-size' : 'color-contrast';
          expect(await violations(page, { sees }), `${what}, ${width}`).toEqual([]);
        }
      }
    }
  });
}

test('with forced colours everything is there', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await receive(page);
  await widgetReady(page);
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a screen reader hears the title, who is responsible, what to do, and then the routine', async ({ page }) => {
  await receive(page);
  await widgetReady(page);
  await expect(page.locator('main > .supple')).toMatchAriaSnapshot(`
    - heading "Sam's left hip" [level=1]
    - status: From Dr Ada Wells, who is responsible for it. It is their advice, not Supple's.
    - paragraph: /For Sam, left hip · 5 days a week/
    - paragraph:
      - text: "Contact:"
      - link "example.org"
    - region "My routines":
      - status: This adds it to your routines on this device. It then works offline too.
      - paragraph:
        - button "Keep it"
    - group: Send a summary
  `);
});

test('nothing of the routine is folded', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 600 });
  await receive(page);
  await widgetReady(page);
  await expect(page.getByRole('button', { name: 'Show all exercises' })).toBeHidden();
});
