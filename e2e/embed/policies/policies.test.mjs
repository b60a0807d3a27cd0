// Whatever the blog's policy allows, the widget works, or the readable fallback stays and says why.
import { expect, test } from '@playwright/test';
import { property, ready, startRoutine, widget } from '../../element/host.mjs';
import { blog, here } from '../blog.mjs';

const FOLDER = here(import.meta.url);
const DOCUMENTED =
  "default-src 'none'; script-src {{site}} 'wasm-unsafe-eval'; style-src {{site}}; connect-src {{site}}";

/** Serves the blog under a policy while a test runs, and opens it. */
async function on(page, policy, test, { name = 'host.html', before = async () => {} } = {}) {
  const host = await blog(FOLDER, policy);
  try {
    page.violations = [];
    page.on(
      'console',
      (message) => /Content Security Policy|violates/.test(message.text()) && page.violations.push(message.text()),
    );
    await page.addInitScript(() =>
      document.addEventListener('supple-error', ({ detail }) => (window.failed = detail.message)),
    );
    await before(host);
    await page.goto(`${host.address}/${name}`);
    await test(host);
  } finally {
    await host.close();
  }
}

/** The fallback and the reason are readable, and the page's scripts are told. */
async function failsVisibly(page, reason, retries = 1) {
  await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toBeVisible();
  await expect(widget(page).getByRole('alert')).toContainText(reason);
  expect(await page.evaluate(() => window.failed)).toMatch(reason);
  expect(await property(page, 'state')).toBe('error');
  await expect(widget(page).getByRole('button', { name: 'Try again' })).toHaveCount(retries);
}

test('with the documented directives a session of the widget from another origin works without violations', async ({
  page,
}) => {
  await on(page, DOCUMENTED, async () => {
    await ready(page);
    await startRoutine(page);
    expect(await property(page, 'state')).toBe('running');
    expect(page.violations).toEqual([]);
  });
});

test('under enforced Trusted Types it works, or the fallback stays and says why', async ({ page }) => {
  await on(page, `${DOCUMENTED}; require-trusted-types-for 'script'`, async () => {
    await ready(page);
    await startRoutine(page);
    expect(await property(page, 'state')).toBe('running');
  });
});

test('WebAssembly forbidden: the fallback stays and says why, without a retry that would be in vain', async ({
  page,
}) => {
  await on(page, DOCUMENTED.replace(" 'wasm-unsafe-eval'", ''), () => failsVisibly(page, /needs WebAssembly/, 0));
});

test('fetching forbidden: the fallback stays and says why', async ({ page }) => {
  await on(page, DOCUMENTED.replace('; connect-src {{site}}', ''), () => failsVisibly(page, /Couldn't reach/));
});

test('the style sheet forbidden: the fallback stays and says why', async ({ page }) => {
  await on(page, DOCUMENTED.replace('style-src {{site}}', "style-src 'self'"), () =>
    failsVisibly(page, /\.css .* policy forbids it/),
  );
});

test('the module forbidden: the fallback stays', async ({ page }) => {
  await on(page, "default-src 'self'; script-src 'self'", async () => {
    await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toBeVisible();
    expect(await page.evaluate(() => customElements.get('supple-routine') === undefined)).toBe(true);
  });
});

test('the loader not found: the fallback stays', async ({ page }) => {
  const before = () =>
    page.route('**/embed/v1/supple.js', (route) => route.fulfill({ status: 404, body: 'Not here.' }));
  await on(
    page,
    '',
    async () => {
      await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toBeVisible();
    },
    { before },
  );
});

test('WebAssembly served with another type still works', async ({ page }) => {
  const before = () =>
    page.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
    });
  await on(
    page,
    '',
    async () => {
      await ready(page);
      await startRoutine(page);
    },
    { before },
  );
});

for (const [what, pattern] of [
  ['the WebAssembly', '**/*.wasm'],
  ['its JavaScript', '**/assets/*.js'],
  ['its style sheet', '**/assets/*.css'],
]) {
  test(`${what} not found: the fallback stays and says why, and trying again helps`, async ({ page }) => {
    const before = () => page.route(pattern, (route) => route.fulfill({ status: 404, body: 'Not here.' }));
    await on(
      page,
      '',
      async () => {
        await expect(widget(page).getByRole('alert')).toBeVisible();
        await expect(page.getByRole('link', { name: 'Open the hamstring routine' })).toBeVisible();
        await page.unroute(pattern);
        await widget(page).getByRole('button', { name: 'Try again' }).click();
        await expect(widget(page).getByRole('button', { name: 'Start routine' })).toBeVisible();
        await expect(widget(page).getByRole('alert')).toHaveCount(0);
      },
      { before },
    );
  });
}

test('offline when it is wanted: the fallback stays and says why, and trying again helps', async ({
  page,
  context,
}) => {
  await on(
    page,
    '',
    async () => {
      await widget(page).getByRole('button', { name: 'Start routine' }).waitFor();
      await context.setOffline(true);
      await widget(page).getByRole('button', { name: 'Start routine' }).click();
      await failsVisibly(page, /Couldn't reach/);
      await context.setOffline(false);
      await widget(page).getByRole('button', { name: 'Try again' }).click();
      await ready(page);
      await startRoutine(page);
    },
    { before: async (host) => (host.vary = (text) => text.replace('loading="eager"', 'loading="click"')) },
  );
});

test('in a sandbox that allows only scripts, a session runs in memory and says that nothing is saved', async ({
  page,
}) => {
  await on(
    page,
    '',
    async () => {
      const inside = page.frameLocator('#frame').locator('supple-routine');
      await inside.getByRole('button', { name: 'Start routine' }).click();
      await inside.getByRole('button', { name: 'I understand, start' }).click();
      await expect(inside.locator('.player')).toBeVisible();
      await expect(inside.getByText('Your browser is blocking storage')).toBeVisible();
      for (let i = 0; i < 30 && (await inside.evaluate((it) => it.state)) === 'running'; i += 1)
        await inside.evaluate((it) => it.next());
      // On a busy machine a hold may have gone on long enough to count.
      expect(['ready', 'done']).toContain(await inside.evaluate((it) => it.state));
    },
    { name: 'sandbox.html' },
  );
});

test('with blocked storage, as in third-party frames, it runs and says that nothing is saved', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Blocked.', 'SecurityError');
      },
    }),
  );
  await on(page, '', async () => {
    await ready(page);
    await startRoutine(page);
    await expect(widget(page).getByText('Your browser is blocking storage')).toBeVisible();
  });
});
