// What an author is told when the address of a routine leads to no document that can be read.
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { openHost, ready, widget } from '../element/host.mjs';
import { openArticle, readAlert, sound } from './article.mjs';

const TEXT = JSON.stringify({ ...sound(), name: 'Übung für alle' });
const UTF16 = Buffer.from(TEXT, 'utf16le');

/** Answers, and what is said about each. */
const ANSWERS = {
  'a web page': [
    { contentType: 'text/html', body: '<!doctype html><title>A blog</title>' },
    /^There is a web page at the address/,
  ],
  'UTF-16': [{ body: UTF16 }, /is saved as UTF-16\. Save it again as UTF-8\.$/],
  'UTF-16 with its mark': [{ body: Buffer.from(`\ufeff${TEXT}`, 'utf16le') }, /is saved as UTF-16/],
  'UTF-16 the other way round': [{ body: Buffer.from(UTF16).swap16() }, /is saved as UTF-16/],
  'Windows-1252': [{ body: Buffer.from(TEXT, 'latin1') }, /is not saved as UTF-8/],
  'status 403': [{ status: 403, body: 'No.' }, /Couldn't load the routine: .*routine\.json \(403\)$/],
};

for (const [what, [answer, says]] of Object.entries(ANSWERS)) {
  test(`${what} in place of a routine is named`, async ({ page }) => {
    await openArticle(page, (route) => route.fulfill(answer));
    const [, ...lines] = await readAlert(page);
    expect(lines).toEqual([expect.stringMatching(says)]);
    await expect(page.getByText('What the author wrote.')).toBeVisible();
  });
}

test('UTF-8 with its mark is read', async ({ page }) => {
  await openArticle(page, (route) => route.fulfill({ body: `\ufeff${TEXT}` }));
  await ready(page);
  await expect(widget(page).getByRole('heading', { name: 'Übung für alle' })).toBeVisible();
});

test('an address that is none is named as it was written', async ({ page }) => {
  await openHost(page, '<supple-routine loading="eager" src="http://["></supple-routine>');
  expect(await readAlert(page)).toEqual(["The timer couldn't load.", "The routine's address is not valid: http://["]);
});

test('a server that lets no other page read is suspected of that', async ({ page }) => {
  const server = createServer((_, response) => response.end(TEXT));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}/routine.json`;
  await openHost(page, `<supple-routine loading="eager" src="${address}"></supple-routine>`);
  expect((await readAlert(page))[1]).toContain('Access-Control-Allow-Origin');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('where the network is gone, that is what it says', async ({ page }) => {
  await openArticle(page, (route) => route.abort('internetdisconnected'));
  expect((await readAlert(page))[1]).toMatch(/^Couldn't reach the routine at .*\.$/);
});

test('one that never answers is given up', async ({ page }) => {
  await openArticle(page, () => new Promise(() => {}));
  expect((await readAlert(page))[1]).toContain("Couldn't reach");
});
