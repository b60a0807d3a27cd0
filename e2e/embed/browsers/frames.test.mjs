// The widget in an iframe: in a strict sandbox, and with its height and commands passed on.
import { blog, here } from '../blog.mjs';
import { becomes, expect, heard, press, shows, start, test } from './tab.mjs';

let host;
let policies;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
  policies = await blog(here(import.meta.url, '../policies/'));
});
test.afterAll(() => Promise.all([host.close(), policies.close()]));

test('in a sandbox that allows only scripts, a session runs in memory and says that nothing is saved', async ({
  tab,
}) => {
  await tab.goto(`${policies.address}/sandbox.html`);
  const frame = await tab.frame('#frame');
  await becomes(frame, 'ready');
  await start(frame);
  await becomes(frame, 'running');
  await shows(frame, /Your browser is blocking storage/);
  await frame.evaluate(async () => {
    const widget = document.querySelector('supple-routine');
    while (widget.state === 'running') await widget.next();
  });
  await becomes(frame, 'ready');
  expect(
    await frame.evaluate(() => {
      try {
        return localStorage.length;
      } catch (error) {
        return error.name;
      }
    }),
  ).toBe('SecurityError');
});

test('the frame is as high as its content at every width, and looks as its attributes say', async ({ tab }) => {
  await tab.goto(`${host.address}/frame.html`);
  const frame = await tab.frame('#frame');
  await becomes(frame, 'ready');
  const needed = () =>
    frame.evaluate(() => Math.ceil(document.querySelector('supple-routine').getBoundingClientRect().height));
  const given = () => tab.evaluate(() => document.querySelector('#frame').clientHeight);
  await press(frame, 'Show all exercises');
  for (const width of [600, 320]) {
    await tab.evaluate((width) => document.querySelector('#frame').setAttribute('width', width), width);
    await expect.poll(async () => (await given()) - (await needed())).toBe(0);
    expect(await needed()).toBeGreaterThan(2_000);
  }
  expect(
    await frame.evaluate(() => {
      const { theme, storageKey } = document.querySelector('supple-routine');
      return [theme, storageKey];
    }),
  ).toEqual(['dark', 'framed']);
});

test('the frame follows the commands of its page and reports its events', async ({ tab }) => {
  await tab.goto(`${host.address}/frame.html`);
  const frame = await tab.frame('#frame');
  await becomes(frame, 'ready');
  const send = (command, value) =>
    tab.evaluate(
      (command, value) => {
        document.querySelector('#frame').contentWindow.postMessage({ supple: 1, type: 'command', command, value }, '*');
      },
      command,
      value,
    );
  await send('start', 'anchor');
  await press(frame, 'I understand, start');
  await becomes(frame, 'running');
  await send('pause');
  await becomes(frame, 'paused');
  await send('resume');
  await becomes(frame, 'running');
  await send('stop');
  await becomes(frame, 'ready');
  const told = ['ready', 'start', 'phase', 'pause', 'resume', 'complete'].map((name) => `supple-${name}`);
  await expect.poll(async () => (await heard(tab)).map(({ type }) => type)).toEqual(told);
  expect((await heard(tab, 'supple-start'))[0].detail).toMatchObject({
    state: 'running',
    exerciseId: 'anchor',
    phase: 'prepare',
  });
});
