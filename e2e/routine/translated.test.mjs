// A page translator is at work: it replaces text nodes by elements of its own. What changes in a session keeps changing.
import { expect, test } from '@playwright/test';

import { advanceClock, announcer, holdAnchorStretch, press, readPlayer, resumeHold } from '../page-object.mjs';

/** Does to the widget what translators do: each text node becomes `<font><font>` with a copy of the text. */
const translate = (page) =>
  page.locator('supple-routine').evaluate(({ shadowRoot }) => {
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter((text) => text.data.trim() && !text.parentElement.closest('style'))) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      inner.append(text.data);
      text.replaceWith(outer);
    }
  });

test('seconds, phase, leg, exercise and what comes next go on', async ({ page }) => {
  await holdAnchorStretch(page, 8_000);
  await translate(page);
  await advanceClock(page, 1_000);
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', leg: 'Left leg', seconds: '11' });
  await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Switch to your right leg', leg: 'Right leg', seconds: '5' });
  await translate(page);
  await press(page, 'Next');
  await expect(announcer(page)).toContainText('Hold, right leg, 20 s');
  await translate(page);
  await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({
    what: 'Get ready',
    exercise: 'Seated stretch',
    leg: 'Both legs',
    place: 'Exercise 7 of 8',
  });
  await expect(page.locator('.next-up')).toContainText('hold for 20 s');
  await translate(page);
  await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', repeat: 'Round 1 of 3' });
  await translate(page);
  await press(page, 'Next');
  await press(page, 'Next');
  expect(await readPlayer(page)).toMatchObject({ what: 'Hold', repeat: 'Round 2 of 3' });
});

test('"Pause" and "Resume" go on, and so does what a screen reader hears', async ({ page }) => {
  await holdAnchorStretch(page, 8_000);
  for (let times = 0; times < 2; times += 1) {
    await translate(page);
    await press(page, 'Pause');
    expect(await readPlayer(page)).toMatchObject({ what: 'Paused' });
    await expect(announcer(page)).toContainText('Paused.');
    await translate(page);
    await resumeHold(page);
    expect(await readPlayer(page)).toMatchObject({ what: 'Hold' });
  }
});
