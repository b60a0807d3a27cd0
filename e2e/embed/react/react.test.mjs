// A page made with React, with the widget from npm in its bundle.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { testApp } from '../apps.mjs';
import { here } from '../blog.mjs';
import { run } from '../packages.mjs';

const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

const project = testApp('React', here(import.meta.url));

test("React: the package's types accept right uses and reject wrong ones", async () => {
  // An accepted wrong use is an error too: see types.tsx.
  const complaints = await run('node', [TSC, '--project', join(project(), 'tsconfig.json')], project()).catch(
    (error) => error.stdout,
  );
  expect(complaints).toBe('');
});
