// The published packages, made from the site in dist/ by the command that makes releases.
import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Makes them in a folder, which may already exist: each test has its own. Returns the paths of both archives. */
export async function pack(folder) {
  await run('cargo', ['xtask', 'package', '--no-build', '--to', folder], HERE);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  return { tarball: join(folder, tarball), plugin: join(folder, 'supple-routine-wordpress.zip') };
}

/** Makes a folder for somebody's project and installs the npm package there, as anybody would. */
export async function installPackage(project) {
  await mkdir(project, { recursive: true });
  const { tarball } = await pack(join(project, 'packages'));
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'a-blog', private: true, type: 'module' }));
  await run(
    'npm',
    ['install', '--no-save', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball],
    project,
  );
}

/** Runs a command in a folder and returns its output. On Windows npm is a script, which only a shell can run. */
export async function run(command, given, folder, variables = {}) {
  const isScript = process.platform === 'win32' && command === 'npm';
  const env = { ...process.env, ...variables };
  const { stdout } = await promisify(execFile)(command, given, { cwd: folder, shell: isScript, env });
  return stdout;
}
