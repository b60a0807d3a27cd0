// Measuring one's own reach: typed or by the phone's tilt sensor, and what a difference says.
import { expect, test } from '@playwright/test';

import { violations } from '../accessibility/violations.mjs';
import { openProgress } from '../backup/device.mjs';
import { installFakes, takeCalls } from '../cues/fakes.mjs';
import { loggedSession, measurements, savedCueSettings, storageKey } from '../fixtures/storage.mjs';
import { advanceClock, heading, press, readStorage, reload, SUNDAY } from '../page-object.mjs';

const KEY = storageKey('measurements');
const reach = (page) => page.locator('.reach');
const news = (page) => page.locator('.measure-news').getByRole('status');
const field = (page, number) => page.getByLabel(`Try ${number}`, { exact: true });
const sensor = (page) => page.locator('.sensor').getByRole('status');

/** The measurements in localStorage: what was measured, of each. */
async function stored(page) {
  const { [KEY]: text } = await readStorage(page, KEY);
  return text ? JSON.parse(text).measurements.map(({ measured }) => measured) : [];
}

/** The sensor says this angle from now on, with the tremble of a leg. It needs a clock that makes time pass. */
async function tiltTo(page, degrees) {
  await page.evaluate((degrees) => {
    const isFirst = window.shinDegrees === undefined;
    window.shinDegrees = degrees;
    if (!isFirst) return;
    let number = 0;
    setInterval(() => {
      number += 1;
      const beta = window.shinDegrees + (number % 3 ? 0 : 0.1);
      window.dispatchEvent(new DeviceOrientationEvent('deviceorientation', { alpha: 0, beta, gamma: 0 }));
    }, 50);
  }, degrees);
}

test.describe('typing', () => {
  test('three tries with a comma or a point become one measurement, and the first one is only a beginning', async ({
    page,
  }) => {
    await openProgress(page, loggedSession(SUNDAY - 86_400_000));
    await press(page, 'Measure now');
    await expect(heading(page, 'Fingertips to floor')).toBeFocused();
    await field(page, 1).fill('12,5');
    await field(page, 2).fill('12.1 cm');
    await field(page, 3).fill('12');
    await expect(page.getByText('Mean: 12.2 cm')).toBeVisible();
    await press(page, 'Save measurement');
    await expect(news(page)).toHaveText('Saved: Fingertips to floor, 12.2 cm.');
    await expect(news(page).locator('p')).toBeFocused();
    await expect(reach(page)).toContainText(
      'Your first measurement. Differences of up to 4.5 cm from it can be chance.',
    );
    await expect(reach(page)).toContainText('Once a week is enough');
    expect(await stored(page)).toEqual([{ 'fingertips-to-floor': { unit: 'cm', tries: [125, 121, 120] } }]);

    await press(page, 'Measure now');
    await expect(field(page, 1), 'enough is not forbidden').toBeVisible();
  });

  test('what is no value is refused at its field, with the reason, and nothing is saved', async ({ page }) => {
    await openProgress(page);
    await press(page, 'Measure now');
    await press(page, 'Save measurement');
    await expect(field(page, 1)).toBeFocused();
    await expect(field(page, 1)).toHaveAccessibleDescription('Please enter a number.');

    for (const [typed, reason] of [
      ['-5', 'This has to be between 0 and 100 cm.'],
      ['500', 'This has to be between 0 and 100 cm.'],
      ['twelve', "This isn't a number. Enter one like 12.5 or 12,5."],
    ]) {
      await field(page, 1).fill('12');
      await field(page, 2).fill(typed);
      await field(page, 2).press('Enter');
      await expect(field(page, 2)).toBeFocused();
      await expect(field(page, 2)).toHaveAccessibleDescription(reason);
      await expect(field(page, 1)).not.toHaveAttribute('aria-invalid');
    }
    expect(await stored(page)).toEqual([]);

    await press(page, 'Cancel');
    await expect(page.getByRole('button', { name: 'Measure now' })).toBeFocused();
    await expect(field(page, 1)).toHaveCount(0);
  });

  test('inches are inches, and stay the unit', async ({ page }) => {
    await openProgress(page);
    await press(page, 'Measure now');
    await page.getByRole('radio', { name: 'inches' }).check();
    await field(page, 1).fill('5');
    await field(page, 1).press('Enter');
    await expect(news(page)).toHaveText('Saved: Fingertips to floor, 5 in.');
    expect(await stored(page)).toEqual([{ 'fingertips-to-floor': { unit: 'in', tries: [127] } }]);
    await press(page, 'Measure now');
    await expect(page.getByRole('radio', { name: 'inches' })).toBeChecked();
  });
});

test.describe('being guided', () => {
  const figure = (page) => reach(page).locator('supple-figure');
  const now = (page) => page.locator('.measure-steps').getByRole('status');

  test('figure, list and voice go through the steps together, and it can be stopped', async ({ page }) => {
    await installFakes(page);
    await openProgress(page, savedCueSettings({ voice: 'full' }));
    await press(page, 'Measure now');
    await expect(figure(page).getByRole('img')).toHaveAccessibleName(/^Standing with the feet together/);
    await press(page, 'Guide me');
    await expect(now(page)).toHaveText(/^Stand with your feet together/);
    await expect(reach(page).locator('[aria-current="step"]')).toHaveText(/^Stand with your feet together/);
    await expect(figure(page)).toHaveAttribute('shows', 'fingertips-to-floor prepare right paused');
    await advanceClock(page, 11_000);
    await expect(now(page)).toHaveText(/^Bend forward slowly/);
    await expect(figure(page)).toHaveAttribute('shows', 'fingertips-to-floor prepare right');
    const said = (await takeCalls(page, 'voice')).filter(({ what, volume }) => what === 'speak' && volume > 0);
    expect(said.map(({ text }) => text)).toEqual([
      'Stand with your feet together and your knees straight.',
      'Bend forward slowly and let your arms hang. Go as far as a gentle pull.',
    ]);
    await press(page, 'Stop guiding');
    await expect(now(page)).toHaveText('');
    await advanceClock(page, 30_000);
    await expect(now(page)).toHaveText('');
  });

  test('it ends after the last step, and closing the form ends it', async ({ page }) => {
    await openProgress(page);
    await press(page, 'Measure a leg raise');
    await press(page, 'Guide me');
    await advanceClock(page, 90_000);
    await expect(page.getByRole('button', { name: 'Guide me' })).toBeVisible();
    await press(page, 'Guide me');
    await press(page, 'Cancel');
    await advanceClock(page, 90_000);
    await press(page, 'Measure a leg raise');
    await expect(now(page)).toHaveText('');
  });

  test('without figures, the steps are there', async ({ page }) => {
    await page.route('**/assets/figures-*', (route) => route.abort());
    await openProgress(page);
    await press(page, 'Measure now');
    await expect(reach(page).getByRole('listitem').filter({ hasText: 'Bend forward slowly' })).toBeVisible();
    await expect(figure(page)).toBeEmpty();
  });

  test('beside a routine without figures of its own, measuring has them', async ({ page }) => {
    await openProgress(page);
    await page.locator('.mounted').evaluate((place) => place.setAttribute('data-without-figures', ''));
    await press(page, 'Measure now');
    await expect(figure(page).getByRole('img')).toBeVisible();
  });
});

test.describe('what a difference says', () => {
  test('within the band there is no change anybody can be sure of', async ({ page }) => {
    await openProgress(page, measurements(SUNDAY, { ago: 40, cm: [14.5] }, { ago: 10, cm: [10, 10, 10] }));
    await expect(reach(page)).toContainText('No change you can be sure of since the first time');
    await expect(reach(page)).toContainText("It's been a week or more.");
  });

  test('beyond it, the chart and the table say by how much', async ({ page }) => {
    await openProgress(
      page,
      measurements(SUNDAY, { ago: 40, cm: [14.6] }, { ago: 20, cm: [12] }, { ago: 10, cm: [10, 11, 9] }),
    );
    await expect(reach(page)).toContainText('4.6 cm closer to the floor than the first time.');
    await expect(reach(page).getByRole('img')).toHaveAccessibleName(
      /^Fingertips to floor, 3 measurements: 14\.6 cm on .*2026, 10 cm on .*2026\. Up to 4\.5 cm from the first one/,
    );
    await reach(page).getByText('As a table').click();
    const rows = reach(page).locator('tbody tr');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(0).locator('td')).toHaveText(['10 cm', '10 cm, 11 cm, 9 cm', '4.6 cm closer']);
    await expect(rows.nth(1).locator('td').last()).toHaveText('no change you can be sure of');
    await expect(rows.nth(2).locator('td').last()).toHaveText('–');
  });

  test('the last one can be deleted, and brought back', async ({ page }) => {
    await openProgress(page, measurements(SUNDAY, { ago: 40, cm: [20] }, { ago: 10, cm: [10] }));
    const last = reach(page).locator('.measured-last');
    const erase = page.getByRole('button', { name: 'Delete the last one: Fingertips to floor' });
    await erase.click();
    await expect(news(page)).toHaveText(/^Deleted: 10 cm on /);
    await expect(news(page).locator('p')).toBeFocused();
    await expect(last).toHaveText('20 cm');
    await press(page, 'Undo');
    await expect(news(page)).toHaveText("It's back.");
    await expect(last).toHaveText('10 cm');

    await erase.click();
    await reload(page);
    await press(page, 'Progress');
    await expect(last).toHaveText('20 cm');
  });
});

test.describe('the phone on the shin', () => {
  async function openLegRaise(page, ...things) {
    await openProgress(page, ...things);
    await press(page, 'Measure a leg raise');
    await expect(heading(page, 'Straight leg raise')).toBeFocused();
  }

  test('an angle that is held still fills in the next try', async ({ page }) => {
    await openLegRaise(page, measurements(SUNDAY, { ago: 8, leg: 'left', degrees: [60] }));
    await expect(page.getByRole('radio', { name: 'Right' }), 'the other leg was measured last').toBeChecked();
    await tiltTo(page, 2);
    for (const [number, degrees] of [
      [1, 72],
      [2, 74],
      [3, 73],
    ]) {
      await press(page, 'Measure with this phone');
      await expect(sensor(page)).toHaveText(/^Lie down\./);
      await advanceClock(page, 9_000);
      await expect(sensor(page)).toHaveText(/^Raise your leg slowly/);
      await tiltTo(page, degrees);
      await advanceClock(page, 3_000);
      await expect(sensor(page)).toHaveText(`Try ${number}: ${degrees}°. Lower your leg and rest for a moment.`);
      await expect(field(page, number)).toHaveValue(`${degrees}.0`);
      await tiltTo(page, 2);
    }
    await press(page, 'Measure with this phone');
    await expect(sensor(page)).toHaveText(/all three tries/);
    await press(page, 'Save for the right leg');
    await expect(news(page)).toHaveText('Saved: Straight leg raise, right, 73°.');
    expect(await stored(page)).toContainEqual({ 'straight-leg-raise': { leg: 'right', tries: [720, 740, 730] } });
    await expect(reach(page)).toContainText('Your first measurement. Differences of up to 7° from it can be chance.');
  });

  test('it can be stopped, and closing the form stops it', async ({ page }) => {
    await openLegRaise(page);
    await tiltTo(page, 50);
    await press(page, 'Measure with this phone');
    await press(page, 'Stop measuring');
    await expect(sensor(page)).toHaveText('');
    await press(page, 'Measure with this phone');
    await press(page, 'Cancel');
    await advanceClock(page, 12_000);
    await press(page, 'Measure a leg raise');
    await expect(field(page, 1)).toHaveValue('');
  });

  test('a sensor that never says anything is given up soon, and the angle can be typed', async ({ page }) => {
    await openLegRaise(page);
    await press(page, 'Measure with this phone');
    await advanceClock(page, 3_000);
    await expect(sensor(page)).toHaveText(/^The tilt sensor gives no values here\..* type the angle\.$/);
    await field(page, 1).fill('71,5°');
    await press(page, 'Save for the left leg');
    await expect(news(page)).toHaveText('Saved: Straight leg raise, left, 71.5°.');
  });

  test('without a sensor it says so', async ({ page }) => {
    await page.addInitScript(() => delete window.DeviceOrientationEvent);
    await openLegRaise(page);
    await press(page, 'Measure with this phone');
    await expect(sensor(page)).toHaveText(/^This browser has no tilt sensor/);
  });

  for (const [how, answer] of [
    ['refuses', "Promise.resolve('denied')"],
    ['rejects', "Promise.reject(new DOMException('', 'NotAllowedError'))"],
    ['throws', "(() => { throw new DOMException('', 'NotAllowedError'); })()"],
  ]) {
    test(`it is asked for on a press, and where the browser ${how} it says so`, async ({ page }) => {
      await page.addInitScript(`
        window.asked = [];
        DeviceOrientationEvent.requestPermission = () => {
          window.asked.push(navigator.userActivation?.isActive ?? true);
          return ${answer};
        };
      `);
      await openLegRaise(page);
      expect(await page.evaluate(() => window.asked)).toEqual([]);
      await press(page, 'Measure with this phone');
      await expect(sensor(page)).toHaveText(/^The browser doesn't let us use the tilt sensor\./);
      expect(await page.evaluate(() => window.asked)).toEqual([true]);
    });
  }
});

for (const colorScheme of ['light', 'dark']) {
  test.describe(`320 px, ${colorScheme}`, () => {
    test.use({ colorScheme, viewport: { width: 320, height: 640 } });

    test('axe finds nothing wrong, and nothing is wider than the screen', async ({ page }) => {
      await openProgress(
        page,
        measurements(
          SUNDAY,
          { ago: 40, cm: [20] },
          { ago: 30, leg: 'left', degrees: [60] },
          { ago: 10, cm: [10] },
          { ago: 9, leg: 'left', degrees: [70] },
        ),
      );
      await press(page, 'Measure a leg raise');
      await field(page, 1).fill('x');
      await press(page, 'Save for the right leg');
      for (const table of await reach(page).getByText('As a table').all()) await table.click();
      await page.clock.resume();
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBe(320);
    });
  });
}
