// Another built-in routine in somebody's article.
import { expect, test } from '@playwright/test';

import { openHost, property, ready, startRoutine, widget } from '../element/host.mjs';
import { ROUTINES } from '../library.mjs';

test('an element names its routine', async ({ page }) => {
  await openHost(page, '<supple-routine loading="eager" routine="desk-break"></supple-routine>');
  await ready(page);
  await expect(widget(page).getByRole('heading', { name: 'Desk break', exact: true })).toBeVisible();
  await startRoutine(page);
  await expect(widget(page).locator('.player')).toContainText('Shoulder rolls');
});

test('an element that gets another routine shows that', async ({ page }) => {
  await openHost(page, '<supple-routine loading="eager"></supple-routine>');
  await ready(page);
  await widget(page).evaluate((element) => element.setAttribute('routine', 'before-bed'));
  await expect(widget(page).getByRole('heading', { name: 'Before bed', exact: true })).toBeVisible();
});

test('until it is pressed, another routine shows its fallback and not the name of the front page’s', async ({ page }) => {
  await openHost(page, '<supple-routine loading="click" routine="hips"><p>Open your hips</p></supple-routine>');
  await expect(page.getByText('Open your hips')).toBeVisible();
  await expect(widget(page).getByText('Hamstring routine')).toHaveCount(0);
  await widget(page).getByRole('button', { name: 'Start routine' }).click();
  await expect(widget(page).getByRole('button', { name: 'I understand, start' })).toBeVisible();
});

test('every name in the list for other systems is shown, and no other', async ({ page }) => {
  const list = await (await page.request.get('embed/v1/routines.json')).json();
  expect(list.map(({ id }) => id).sort()).toEqual(ROUTINES);
  expect(list[0].id).toBe('hamstring');
  for (const id of ['hamstring2', 'toString', 'hips/', '$&', '%2e%2e']) {
    await openHost(page, `<supple-routine loading="eager" routine="${id}"><p>Stretch daily.</p></supple-routine>`);
    await expect(widget(page).getByRole('alert')).toContainText(/Couldn't load .*\/assets\/routines-.*\(404\)/);
    expect(await property(page, 'state')).toBe('error');
    await expect(page.getByText('Stretch daily.')).toBeVisible();
  }
});
