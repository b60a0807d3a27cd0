// After one visit a received routine works without a network: from its link, and from what is kept.
import { expect, test } from '@playwright/test';

import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { kept, publish } from '../offline/versions.mjs';
import { finishHeading, finishSession, pauseClock, press, readLog, start } from '../page-object.mjs';
import { fragmentOf, keptLinks, ROUTINE, standing, title, widgetReady } from './links.mjs';

test.use({ serviceWorkers: 'allow' });

test('a link that was opened once is opened and done without a network, and so is another one', async ({
  page,
  context,
}) => {
  const site = await publish('/some/path/');
  try {
    const address = `${site.address}routines/shared/`;
    await page.goto(`${address}#${fragmentOf(ROUTINE)}`);
    await press(page, 'Keep it');
    await kept(page);
    await page.close();
    await site.down();

    const offline = await context.newPage();
    await pauseClock(offline);
    await seedStorage(offline, safetyNoticeRead);
    await offline.goto(`${site.address}routines/`);
    await keptLinks(offline).click();
    await expect(title(offline)).toHaveText("Sam's left hip");
    await expect(standing(offline)).toHaveText(/^Kept\./);
    await offline.reload();
    await widgetReady(offline);
    await start(offline);
    await finishSession(offline);
    await expect(finishHeading(offline)).toBeVisible();
    expect((await readLog(offline)).map(({ routine }) => routine)).toEqual(['sam-left-hip']);
    await offline.goto(`${address}#${fragmentOf({ ...ROUTINE, id: 'other', name: 'Another one' })}`);
    await expect(title(offline)).toHaveText('Another one');
    await expect(offline.getByRole('button', { name: 'Keep it' })).toBeVisible();
  } finally {
    await site.close();
  }
});
