// What the WordPress tests alone need: WordPress itself, and PHP as WebAssembly. It is large, so it is installed when
// these tests run, and again when its lock file changes.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = new URL('./', import.meta.url);
const STAMP = new URL('node_modules/.supple-lock', HERE);

export function install() {
  const lock = readFileSync(new URL('package-lock.json', HERE), 'utf8');
  if (read(STAMP) === lock) return;
  console.log('  Installing WordPress and PHP from npm for their tests. It takes about half a minute.');
  const flags = ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // On Windows npm is a script, which needs a shell.
  const shell = process.platform === 'win32';
  const { status, stderr, error } = spawnSync('npm', flags, { cwd: fileURLToPath(HERE), encoding: 'utf8', shell });
  if (status !== 0) {
    throw new Error(`npm can't install WordPress. Check the connection to the npm registry.\n${error?.message ?? stderr}`);
  }
  writeFileSync(STAMP, lock);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
