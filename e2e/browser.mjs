// The browser for all tests and measurements: the one named by SUPPLE_BROWSER, or Playwright's own.
import { chromium } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

export const launchOptions = {
  executablePath: process.env.SUPPLE_BROWSER || undefined,
  args: [
    // Chromium's sandbox refuses to run as root, which is common in containers.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export const launch = () => chromium.launch(launchOptions);
