// Links as the studio makes them, and what people find in them. Made without the studio's dictionary, which no link needs.
import { deflateSync } from 'node:zlib';

import { expect } from '@playwright/test';

/** What a physiotherapist writes: exercises of the library, with doses of their own. */
export const ROUTINE = {
  format: 1,
  id: 'sam-left-hip',
  lang: 'en',
  name: "Sam's left hip",
  author: { name: 'Dr Ada Wells', url: 'https://example.org/ada' },
  for: 'Sam, left hip',
  'days-per-week': 5,
  edited: '2026-11-20T08:15:00Z',
  safety: ['Go only as far as a gentle pull. If it hurts, stop.'],
  sections: [
    {
      id: 'main',
      name: 'Stretches',
      exercises: [
        { use: 'cat-cow', seconds: 30 },
        { use: 'kneeling-hip-flexor', seconds: 30, repeats: 1 },
      ],
    },
  ],
};

const packed = (text) => deflateSync(text).toString('base64url');

/** What comes behind the hash, of a document or of a text. */
export const fragmentOf = (document) =>
  `v1-${packed(typeof document === 'string' ? document : JSON.stringify(document))}`;

/** The fragment of a summary. */
export const summaryFragment = (summary) => `s1-${packed(JSON.stringify(summary))}`;

/** Opens the page with a link. */
export async function receive(page, fragment = fragmentOf(ROUTINE)) {
  await page.goto(`./routines/shared/#${fragment}`);
  await expect(lead(page)).not.toHaveText(/JavaScript/);
}

/** Waits until the widget below works. */
export const widgetReady = (page) => page.locator('supple-routine').evaluate((element) => element.ready);

export const title = (page) => page.locator('#title');
export const lead = (page) => page.locator('#lead');
/** What is said of keeping it. */
export const standing = (page) => page.locator('#standing');
/** The routines that the page lists as kept. */
export const keptLinks = (page) => page.getByRole('region', { name: 'Routines you have kept' }).getByRole('link');
