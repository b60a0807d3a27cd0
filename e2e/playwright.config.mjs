// The browser tests: Chromium, on the release build that is in dist/. `cargo xtask test` sets
// SUPPLE_BROWSER to the browser that it has found; without it, Playwright's own is used.
import { defineConfig } from '@playwright/test';

import { launchOptions } from './browser.mjs';
import { testsLeftOut as hugosTestsLeftOut } from './embed/hugo/hugo.mjs';

// Another one lets two checkouts test at once.
const port = process.env.SUPPLE_PORT || '4173';
const address = `http://127.0.0.1:${port}/`;

/** The tests that run in the other browsers, and in them alone. */
const BROWSERS = '**/embed/browsers/**';

/** Those of the other browsers that are here: their programs, named by a variable each. */
const others = Object.entries({ firefox: process.env.SUPPLE_FIREFOX, webkit: process.env.SUPPLE_WEBKIT })
  .filter(([, program]) => program)
  .map(([name, program]) => ({
    name,
    testMatch: `${BROWSERS}/*.test.mjs`,
    use: { driven: { name, program } },
    // They start slowly, a routine is gone through in real time, and other work may want the machine.
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
  workers: 2,
  // A test that passes only the second time has found something.
  retries: 0,
  use: {
    baseURL: address,
    launchOptions,
    // Those that are about offline use allow them; in the others they would only be at work beside what is tested.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'chromium',
      // `cargo xtask test --all-hosts` leaves nothing out. A real WordPress is a download of 160 MB, and Hugo a program.
      testIgnore: [BROWSERS, ...(process.env.SUPPLE_WORDPRESS ? [] : ['**/embed/wordpress/**']), ...hugosTestsLeftOut()],
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
