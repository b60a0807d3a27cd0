// How a page that is given a routine's address finds out what to embed. A site that was built without its address can't
// say, and doesn't try.
import { expect, test } from '@playwright/test';

import { ROUTINES, routineOf } from '../library.mjs';

/** The address that the page names for its oEmbed answer, as those look for it who read a page without running it. */
async function discover(request, path) {
  const html = await (await request.get(path)).text();
  const [head = ''] = html.match(/<head>[^]*<\/head>/) ?? [];
  const links = [...head.matchAll(/<link\b[^>]*>/g)].map(([link]) => link);
  const link = links.find((it) => it.includes('type="application/json+oembed"'));
  return link?.match(/href="([^"]*)"/)?.[1];
}

for (const id of ROUTINES) {
  test(`the page of ${id} says how to embed it, where it knows its own address`, async ({ request }) => {
    const named = await discover(request, `routines/${id}/`);
    const file = await request.get(`routines/${id}/oembed.json`);
    expect(file.status()).toBe(named ? 200 : 404);
    if (!named) return;

    expect(named).toMatch(new RegExp(`^https?://.*/routines/${id}/oembed\\.json$`));
    const answer = JSON.parse(await file.text());
    // Ghost takes a rich answer with HTML, a width and a height, all of them truthy; Notion and WordPress look for an
    // iframe with an address of its own, and show the picture until it is there.
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: routineOf(id).name, provider_name: 'Supple' });
    expect(answer.width).toBeGreaterThan(0);
    expect(answer.height).toBeGreaterThan(0);
    const [, frame] = answer.html.match(/^<iframe src="(https?:\/\/[^"]*)"/);
    expect(new URL(frame).searchParams.get('routine')).toBe(id);
    expect(new URL('.', named).href).toBe(new URL('.', answer.thumbnail_url).href);
    expect((await request.get(`routines/${id}/share.png`)).status()).toBe(200);
  });
}

test('the front page leads to the answer of its routine', async ({ request }) => {
  const [front, own] = await Promise.all([discover(request, './'), discover(request, 'routines/hamstring/')]);
  expect(front).toBe(own);
});
