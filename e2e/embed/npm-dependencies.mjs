// npm packages needed by the tests of a single host: installed beside them when they run, and again when the lock file
// there changes.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installs what the lock file in a folder lists. `what` and `duration` are printed for people who wait. */
export function installDependencies(folder, what, duration) {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules/.supple-lock');
  if (read(stamp) === lock) return;
  console.log(`  Installing ${what} from npm for their tests. It takes about ${duration}.`);
  const flags = ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // On Windows npm is a script and needs a shell.
  const shell = process.platform === 'win32';
  const { status, stderr, error } = spawnSync('npm', flags, { cwd: folder, encoding: 'utf8', shell });
  if (status !== 0) {
    throw new Error(
      `npm can't install ${what}. Check the connection to the npm registry.\n${error?.message ?? stderr}`,
    );
  }
  writeFileSync(stamp, lock);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
