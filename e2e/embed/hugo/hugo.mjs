// The Hugo of this machine.
import { spawnSync } from 'node:child_process';
import { run } from '../packages.mjs';

/** The newest Hugo that the theme of these tests was tried with. Much newer ones lack what it calls. */
const NEWEST_FOR_THEME = 111;

/** Builds a site. */
export const hugo = (source, given, variables) => run('hugo', ['--noBuildLock', ...given], source, variables);

/** The tests that this machine can't run, as patterns: all without Hugo, and those with the theme where Hugo is too new. */
export function testsLeftOut() {
  const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  const minor = Number(stdout?.match(/v0\.(\d+)\..*extended/)?.[1]);
  if (minor <= NEWEST_FOR_THEME) return [];
  return stdout ? ['**/embed/hugo/theme.test.mjs'] : ['**/embed/hugo/**'];
}
