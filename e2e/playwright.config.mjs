// The browser tests: Chromium, with the release build in dist/. `cargo xtask test` sets
// SUPPLE_BROWSER to the browser it has found; without it, Playwright's own is used.
import { defineConfig } from '@playwright/test';

import { launchOptions } from './browser.mjs';
import { testsLeftOut as hugosTestsLeftOut } from './embed/hugo/hugo.mjs';

// With different ports two checkouts can test at once.
const port = process.env.SUPPLE_PORT || '4173';
const address = `http://127.0.0.1:${port}/`;

/** The tests for other browsers, which only those run. */
const BROWSERS = '**/embed/browsers/**';

/** The other browsers on this machine. An environment variable for each names its program. */
const others = Object.entries({ firefox: process.env.SUPPLE_FIREFOX, webkit: process.env.SUPPLE_WEBKIT })
  .filter(([, program]) => program)
  .map(([name, program]) => ({
    name,
    testMatch: `${BROWSERS}/*.test.mjs`,
    use: { driven: { name, program } },
    // They start slowly, a routine takes real time, and the machine may be busy.
    timeout: 120_000,
    expect: { timeout: 30_000 },
  }));

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.mjs',
  globalSetup: './warm-up.mjs',
  outputDir: 'results',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // Other programs may keep the machine busy. Nothing waits longer than it has to, so generous limits cost nothing.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // A test that only passes the second time has found something.
  retries: 0,
  use: {
    baseURL: address,
    launchOptions,
    // Tests of offline use allow them; in all others they would only interfere.
    serviceWorkers: 'block',
    // What browsers give a page that is in view without asking; all else is refused.
    permissions: ['screen-wake-lock', 'accelerometer', 'gyroscope'],
  },
  projects: [
    {
      name: 'chromium',
      // `cargo xtask test --all-hosts` leaves nothing out. WordPress is a download of 160 MB, and Hugo needs to be
      // installed.
      testIgnore: [
        BROWSERS,
        ...(process.env.SUPPLE_WORDPRESS ? [] : ['**/embed/wordpress/**']),
        ...hugosTestsLeftOut(),
      ],
    },
    ...others,
  ],
  webServer: {
    command: `cargo xtask serve --no-build --no-open --port ${port}`,
    url: address,
    reuseExistingServer: !process.env.CI,
    timeout: 60_000,
  },
});
