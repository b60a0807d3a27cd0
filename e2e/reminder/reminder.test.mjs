// A reminder for the person's own calendar, from the widget to the page that makes it.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { openHost, ready, widget } from '../element/host.mjs';
import { seedStorage, safetyNoticeRead } from '../fixtures/storage.mjs';
import { kept as keptOffline, publish } from '../offline/versions.mjs';
import { openRoutine, press, pauseClock } from '../page-object.mjs';
import { routine } from '../routine/expected-plan.mjs';
import { serve } from '../site.mjs';
import { eventOf } from './calendar-file.mjs';
import { asking, chooseDays, day, DAYS, NAME, news, save, time } from './page-object.mjs';

const KEY = 'supple:reminder';
const MISSING = 'Pick a time and at least one day.';

const keptText = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const chosenDays = (page) => page.locator('#days :checked').evaluateAll((inputs) => inputs.map(({ value }) => value));

/** Follows the link in the widget's progress and returns the page that opens. */
async function follow(page) {
  await press(page, 'Progress');
  const link = page.getByRole('link', { name: 'Set a reminder' });
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await expect(day(opened, 'Monday')).toBeVisible();
  return opened;
}

test('from the app the reminder is daily at six by default, and links back to the app', async ({ page, baseURL }) => {
  await pauseClock(page);
  await openRoutine(page, './?from=a-friend#there');
  const opened = await follow(page);
  expect(await opened.evaluate(() => window.opener)).toBe(null);
  const { title, description, link, minutes, rule, isTransparent, times } = eventOf(await save(opened));
  expect({ title, description, link, minutes, rule, isTransparent }).toEqual({
    title: 'Hamstring routine',
    description: `Start your routine: ${baseURL}`,
    link: baseURL,
    minutes: 8,
    rule: 'FREQ=DAILY',
    isTransparent: true,
  });
  expect(times(1)[0]).toMatch(/T18:00:00$/);
  await expect(news(opened)).toHaveText(new RegExp(`^Saved\\. Now open ${NAME} in your downloads`));
  await opened.getByRole('link', { name: baseURL }).click();
  await expect(opened).toHaveURL(baseURL);
});

test('in an article the reminder links to the article', async ({ page, baseURL }) => {
  const said = { title: 'Legs & “more”: 100 % + 1', minutes: 8 };
  await openHost(page, '<supple-routine loading="eager"></supple-routine>');
  await ready(page);
  await page.route('**/own.json', (route) => route.fulfill({ json: { ...routine, name: said.title } }));
  await widget(page).evaluate((it) => it.setAttribute('src', 'own.json'));
  await ready(page);
  const { title, minutes, link } = eventOf(await save(await follow(page)));
  expect({ title, minutes, link }).toEqual({ ...said, link: `${baseURL}host.html` });
});

test('in a frame it links to the page on the site', async ({ page }) => {
  const site = await serve();
  try {
    await openRoutine(page, `${site.address}/embed/v1/frame.html?theme=dark`);
    expect(eventOf(await save(await follow(page))).link).toBe(`${site.address}/`);
  } finally {
    await site.close();
  }
});

test('without a day or a time there is no reminder, and the page says so', async ({ page }) => {
  const downloads = [];
  page.on('download', (download) => downloads.push(download));
  await pauseClock(page);
  await page.goto(asking());
  await chooseDays(page, []);
  await press(page, 'Add to my calendar');
  await expect(news(page)).toHaveText(MISSING);
  await day(page, 'Friday').check();
  await expect(news(page)).toHaveText('');
  await time(page).fill('');
  await press(page, 'Add to my calendar');
  await expect(news(page)).toHaveText(MISSING);
  expect([downloads, await keptText(page)]).toEqual([[], null]);
  await time(page).fill('00:00');
  expect(eventOf(await save(page)).times(1)).toEqual(['2026-11-27T00:00:00']);
});

test('it works with the keyboard alone', async ({ page }) => {
  await page.goto(asking());
  await time(page).focus();
  await page.keyboard.type('0730AM');
  const monday = day(page, 'Monday');
  for (let i = 0; i < 8 && !(await monday.evaluate((input) => input.matches(':focus'))); i += 1)
    await page.keyboard.press('Tab');
  await expect(monday).toBeFocused();
  await page.keyboard.press('Space');
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Add to my calendar' })).toBeFocused();
  const { rule, times } = eventOf(await save(page, () => page.keyboard.press('Enter')));
  expect(rule).toBe('FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU');
  expect(times(1)[0]).toMatch(/T07:30:00$/);
});

test('the time and the days are remembered', async ({ page }) => {
  await page.goto(asking());
  await time(page).fill('06:45');
  await chooseDays(page, ['TU', 'FR']);
  await save(page);
  expect(JSON.parse(await keptText(page))).toMatchObject({ version: 1, time: '06:45', days: ['TU', 'FR'] });
  await page.reload();
  await expect(time(page)).toHaveValue('06:45');
  expect(await chosenDays(page)).toEqual(['TU', 'FR']);
});

for (const garbage of [
  '',
  '{',
  'null',
  '[]',
  '7',
  '{"version":2,"time":"06:45","days":["MO"]}',
  '{"version":1,"time":"25:00","days":["MO"]}',
  '{"version":1,"time":"06:45","days":["Monday"]}',
  '{"version":1,"time":"06:45","days":[]}',
  '{"version":1,"time":7,"days":"MO"}',
]) {
  test(`a value that the page didn't save is ignored and left alone: ${garbage}`, async ({ page }) => {
    await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [KEY, garbage]);
    await page.goto(asking());
    await expect(time(page)).toHaveValue('18:00');
    expect(await chosenDays(page)).toEqual(DAYS);
    await chooseDays(page, ['WE']);
    expect(eventOf(await save(page)).rule).toBe('FREQ=WEEKLY;BYDAY=WE');
    expect(await keptText(page)).toBe(garbage);
  });
}

test('without storage and without `randomUUID` the reminder still works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
    delete Crypto.prototype.randomUUID;
  });
  await page.goto(asking());
  expect(eventOf(await save(page)).uid).toMatch(/^\d+-\d+-\d+-\d+@supple$/);
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('the days have German names', async ({ page }) => {
    await page.goto(asking());
    await day(page, 'Mittwoch').uncheck();
    expect(eventOf(await save(page)).rule).toBe('FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA,SU');
    await expect(page.locator('#days span').first()).toHaveAttribute('lang', 'de-DE');
  });
});

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 412, height: 860 } });

  /** A share sheet that answers as the test says, and records what it was given. */
  const sheet = (page, answer) =>
    page.addInitScript((answer) => {
      const own = (name, value) => Object.defineProperty(Navigator.prototype, name, { configurable: true, value });
      own('canShare', () => true);
      own('share', async ({ files: [file] }) => {
        window.shared = { name: file.name, type: file.type, text: await file.text() };
        if (answer) throw new DOMException('No', answer);
      });
    }, answer);

  test('the share sheet gets the file', async ({ page }) => {
    await sheet(page);
    await page.goto(asking());
    await press(page, 'Add to my calendar');
    await expect(news(page)).toHaveText(`${NAME} was shared.`);
    const { name, type, text } = await page.evaluate(() => window.shared);
    expect([name, type]).toEqual([NAME, 'text/calendar']);
    expect(eventOf(text).rule).toBe('FREQ=DAILY');
  });

  test('closing the share sheet is acknowledged', async ({ page }) => {
    await sheet(page, 'AbortError');
    await page.goto(asking());
    await press(page, 'Add to my calendar');
    await page.waitForFunction(() => window.shared);
    await expect(news(page)).toHaveText('');
  });

  test('a file that the share sheet refuses is downloaded', async ({ page }) => {
    await sheet(page, 'NotAllowedError');
    await page.goto(asking());
    await save(page);
    await expect(news(page)).toHaveText(new RegExp(`^Saved\\. Now open ${NAME} in your downloads`));
  });
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the page works after one visit to the app', async ({ page, context }) => {
    const site = await publish('/some/path/');
    try {
      await seedStorage(page, safetyNoticeRead);
      await openRoutine(page, site.address);
      await keptOffline(page);
      await site.down();
      const { link } = eventOf(await save(await follow(page)));
      expect(link).toBe(site.address);
      expect(context.pages()).toHaveLength(2);
    } finally {
      await site.close();
    }
  });
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds no violation on the page at any width, and nothing violates its policy: ${colorScheme}`, async ({
    page,
  }) => {
    const problems = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(
      asking({ title: 'Hamstring routine', minutes: 8, link: `https://example.org/${'a-long-article-'.repeat(9)}/` }),
    );
    await press(page, 'Add to my calendar');
    await expect(news(page)).toHaveText(new RegExp(`^Saved\\. Now open ${NAME} in your downloads`));
    for (const width of [320, 412, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), width).toBe(width);
    }
    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });
}
