// The Hugo installed on this machine.
import { spawnSync } from 'node:child_process';
import { run } from '../packages.mjs';

/**
 * The newest Hugo known to work with the theme in these tests. Later versions removed functions that the theme calls.
 */
const NEWEST_FOR_THEME = 111;

/** Builds a site. */
export const hugo = (source, given, variables) => run('hugo', ['--noBuildLock', ...given], source, variables);

/** Patterns of the tests that this machine can't run: all without Hugo, and those with the theme if Hugo is too new. */
export function testsLeftOut() {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (!stdout) return ['**/embed/hugo/**'];
  const minor = Number(stdout.match(/v0\.(\d+)\..*extended/)?.[1]);
  if (minor <= NEWEST_FOR_THEME) return [];
  // Workers ask again, and needn't print it again.
  if (!process.env.TEST_WORKER_INDEX) {
    console.log(`  Hugo's theme is left out: it needs the extended edition, not newer than 0.${NEWEST_FOR_THEME}.`);
  }
  return ['**/embed/hugo/theme.test.mjs'];
}
