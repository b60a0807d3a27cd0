// The browser tests: Chromium, on the release build that is in dist/. `cargo xtask test` sets
// SUPPLE_BROWSER to the browser that it has found; without it, Playwright's own is used.
import { defineConfig } from '@playwright/test';

const address = 'http://127.0.0.1:4173/';
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.mjs',
  outputDir: 'results',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time has found something.
  retries: 0,
  use: {
    baseURL: address,
    launchOptions: {
      executablePath: process.env.SUPPLE_BROWSER || undefined,
      args: [
        // Chromium's sandbox refuses to run as root, which containers often are.
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'cargo xtask serve --no-build --no-open --port 4173',
    url: address,
    reuseExistingServer: !process.env.CI,
    timeout: 60_000,
  },
});
