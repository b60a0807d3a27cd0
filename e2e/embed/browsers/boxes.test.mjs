// The element in the boxes that pages give it, and an address that changes: each of these browsers lays out, and tells of
// changes, in its own way.
import { blog, here } from '../blog.mjs';
import { becomes, expect, shows, test } from './tab.mjs';

let host;
test.beforeEach(async () => {
  host = await blog(here(import.meta.url));
});
test.afterEach(() => host.close());

/** Puts something around the widget. */
const around = (before, after) => (text) =>
  text.replace('<supple-routine', `${before}<supple-routine`).replace('</supple-routine>', `</supple-routine>${after}`);

const box = (tab) =>
  tab.evaluate(() => {
    const element = document.querySelector('supple-routine');
    const { width, height } = element.getBoundingClientRect();
    const unfold = element.shadowRoot.querySelector('.unfold')?.checkVisibility() ?? false;
    return { width: Math.round(width), height: Math.round(height), unfold };
  });

test('in a flex box it is as wide as the page allows', async ({ tab }) => {
  host.vary = around('<div style="display: flex; width: 700px">', '<b style="flex: 0 0 100px">side</b></div>');
  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  expect((await box(tab)).width).toBe(600);
});

test('mounted where it is hidden, it is collapsed to the reserved height once it is shown', async ({ tab }) => {
  host.vary = around('<div id="tab" hidden style="width: 500px">', '</div>');
  await tab.goto(`${host.address}/host.html`);
  await becomes(tab, 'ready');
  await tab.evaluate(() => document.querySelector('#tab').removeAttribute('hidden'));
  await expect.poll(() => box(tab)).toEqual({ width: 500, height: 544, unfold: true });
});

test('an iframe keeps the height that it was given, whatever the page says about iframes', async ({ tab }) => {
  host.vary = (text) =>
    text.replace('</title>', '</title><style>* { box-sizing: border-box } iframe { border: 1px solid #ccc }</style>');
  await tab.goto(`${host.address}/frame.html`);
  const frame = await tab.frame('#frame');
  await becomes(frame, 'ready');
  const heights = await tab.evaluate(async () => {
    const heights = new Set();
    for (let message = 0; message < 5; message += 1) {
      window.dispatchEvent(new Event('resize'));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      heights.add(document.querySelector('#frame').getBoundingClientRect().height);
    }
    return [...heights];
  });
  expect(heights).toEqual([600]);
});

test('a shortcut added to the address of the open page acts at once', async ({ tab, baseURL }) => {
  await tab.goto(baseURL);
  await becomes(tab, 'ready');
  await tab.evaluate(() => void (location.hash = 'progress'));
  await shows(tab, /Progress .*Your first session will show up here/);
});
