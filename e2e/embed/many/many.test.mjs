// Several widgets on one page: each has its own state, and one runs at a time.
import { expect, test } from '@playwright/test';
import { countResources, resources } from '../../element/resources.mjs';
import { property, ready, startRoutine, widget } from '../../element/host.mjs';
import { blog, here } from '../blog.mjs';

let host;
test.beforeAll(async () => {
  host = await blog(here(import.meta.url));
});
test.afterAll(() => host.close());

test('starting one pauses the other, which says so; a second copy of the loader does no harm', async ({ page }) => {
  const warnings = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await page.goto(`${host.address}/host.html`);
  await Promise.all([ready(page, 'a'), ready(page, 'b')]);
  expect(warnings).toEqual([expect.stringContaining('is defined already')]);

  await startRoutine(page, 'a');
  await startRoutine(page, 'b');
  expect([await property(page, 'state', 'a'), await property(page, 'state', 'b')]).toEqual(['paused', 'running']);
  await expect(widget(page, 'a').getByText('another routine on this page')).toBeVisible();

  await widget(page, 'a').evaluate((element) => element.resume());
  expect([await property(page, 'state', 'a'), await property(page, 'state', 'b')]).toEqual(['running', 'paused']);
});

test('after a thousand mounts and removals nothing is left', async ({ page }) => {
  test.setTimeout(480_000);
  await countResources(page);
  await page.goto(`${host.address}/host.html`);
  await Promise.all([ready(page, 'a'), ready(page, 'b')]);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const count = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((it) => it.name === name).value;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
  const mount = (times) =>
    page.evaluate(async (times) => {
      for (let i = 0; i < times; i += 1) {
        const element = document.createElement('supple-routine');
        element.loading = 'eager';
        element.noPersist = true;
        document.body.append(element);
        await element.ready;
        await element.start();
        element.shadowRoot.querySelector('.sheet .primary').click(); // accepts the safety notice
        if (element.state !== 'running') throw new Error(`It is ${element.state}.`);
        element.remove();
        await new Promise((resolve) => queueMicrotask(resolve));
      }
    }, times);
  await expect.poll(async () => (await resources(page)).timers, 'all has arrived').toBe(0);
  const idle = await resources(page);
  await mount(50);
  const before = await count();
  await mount(1_000);
  // Polled, as a lock that is given back is free a moment later.
  await expect.poll(() => resources(page)).toEqual(idle);
  // Polled, as one collection doesn't find all that is garbage; a leak would be of hundreds of thousands of nodes.
  await expect.poll(async () => (await count()).listeners - before.listeners, 'listeners').toBeLessThan(100);
  await expect.poll(async () => (await count()).nodes - before.nodes, 'nodes').toBeLessThan(2_000);
});

test('an element name that is already taken is left alone, and the console says so', async ({ page }) => {
  const warnings = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() =>
    customElements.define(
      'supple-routine',
      class extends HTMLElement {
        connectedCallback() {
          this.dataset.own = 'theirs';
        }
      },
    ),
  );
  await page.goto(`${host.address}/host.html`);
  await expect.poll(() => warnings.join()).toContain('<supple-routine> is defined already');
  expect(await page.locator('supple-routine').first().getAttribute('data-own')).toBe('theirs');
  expect(errors).toEqual([]);
});

test("in a closed shadow root a widget doesn't give way to itself", async ({ page }) => {
  await page.goto(`${host.address}/host.html`);
  await ready(page, 'a');
  expect(
    await page.evaluate(async () => {
      const closed = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
      const element = document.createElement('supple-routine');
      Object.assign(element, { loading: 'eager', noPersist: true });
      closed.append(element);
      await element.ready;
      await element.start();
      element.shadowRoot.querySelector('.sheet .primary').click();
      await new Promise((resolve) => setTimeout(resolve));
      return element.state;
    }),
  ).toBe('running');
});

test('the notice about giving way appears once and is withdrawn', async ({ page }) => {
  await page.goto(`${host.address}/host.html`);
  await Promise.all([ready(page, 'a'), ready(page, 'b')]);
  const said = widget(page, 'a').getByText('another routine on this page');
  await startRoutine(page, 'a');
  await startRoutine(page, 'b');
  await expect(said).toHaveCount(1);
  await widget(page, 'a').evaluate((element) => element.resume());
  await expect(said).toHaveCount(0);
  await widget(page, 'b').evaluate((element) => element.resume());
  await expect(said).toHaveCount(1);
});
