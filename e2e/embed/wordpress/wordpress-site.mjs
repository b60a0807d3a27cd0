// A real WordPress with its default theme: PHP as WebAssembly in this process, with the database in memory.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { here } from '../blog.mjs';
import { installDependencies } from '../npm-dependencies.mjs';

const BUILDS = fileURLToPath(new URL('node_modules/@wp-playground/wordpress-builds/', import.meta.url));
const ROOT = '/wordpress';
const SQLITE = '/sqlite/sqlite-database-integration-main';

/**
 * Opens a site with a plugin unpacked from its zip but not yet active. `wordpress` and `php` are versions such as
 * `6.5` and `8.3` that npm has builds of.
 */
export async function openWordPress({ wordpress, php: version, plugin }) {
  installDependencies(here(import.meta.url), 'WordPress and PHP', 'half a minute');
  const { loadPHPRuntime, PHP, PHPRequestHandler } = await import('@php-wasm/universal');
  const { getPHPLoaderModule } = await import(`@php-wasm/node-${version.replace('.', '-')}`);
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()));

  await unzip(php, join(BUILDS, `src/wordpress/wp-${wordpress}.zip`), ROOT);
  await unzip(php, join(BUILDS, 'src/sqlite-database-integration/sqlite-database-integration.zip'), '/sqlite');
  const database = php.readFileAsText(`${SQLITE}/db.copy`);
  php.writeFile(`${ROOT}/wp-content/db.php`, database.replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', SQLITE));
  php.mkdirTree(`${ROOT}/wp-content/mu-plugins`);
  php.writeFile(`${ROOT}/wp-content/mu-plugins/alone.php`, ALONE);
  await unzip(php, plugin, `${ROOT}/wp-content/plugins`);

  const site = await listen(wordpress);
  php.writeFile(`${ROOT}/wp-config.php`, configuration(site.address));
  // The browser keeps the cookies.
  site.answer(new PHPRequestHandler({ php, documentRoot: ROOT, absoluteUrl: site.address, cookieStore: false }));

  return {
    address: site.address,
    /** Runs PHP within WordPress as the administrator, and returns its result. */
    run: (code) => site.inTurn(() => run(php, code)),
    /** All PHP warnings and errors since the beginning. */
    complaints: () => (php.fileExists('/complaints.log') ? php.readFileAsText('/complaints.log') : ''),
    async close() {
      await site.close();
      php.exit();
    },
  };
}

async function unzip(php, archive, folder) {
  php.writeFile('/archive.zip', await readFile(archive));
  await php.run({ code: `<?php $zip = new ZipArchive; $zip->open('/archive.zip'); $zip->extractTo('${folder}');` });
}

/** Requests from WordPress itself to other servers fail at once. */
const ALONE = `<?php add_filter('pre_http_request', '__return_empty_array');`;

/**
 * Logs every PHP warning. Scheduled tasks are off, and scripts are requested one by one: PHP
 * doesn't have those outside the archive.
 */
const configuration = (address) => `<?php
define('WP_HOME', '${address}');
define('WP_SITEURL', '${address}');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '/complaints.log');
define('DISABLE_WP_CRON', true);
define('CONCATENATE_SCRIPTS', false);
foreach (['DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_HOST', 'DB_CHARSET', 'DB_COLLATE'] as $unused) define($unused, '');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';`;

async function run(php, code) {
  const { text } = await php.run({
    code: `<?php
      require '${ROOT}/wp-load.php';
      require_once ABSPATH . 'wp-admin/includes/admin.php';
      wp_set_current_user(1);
      echo json_encode((function () { ${code} })());`,
  });
  return JSON.parse(text || 'null');
}

/** A server for the site. PHP does one thing at a time, so requests queue. */
async function listen(wordpress) {
  let last = Promise.resolve();
  const inTurn = (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  let php;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    try {
      const answer =
        (await ownFile(wordpress, url)) ??
        (await inTurn(() => php.request({ method, url, headers, body: Buffer.concat(chunks) })));
      response.writeHead(answer.httpStatusCode, { ...answer.headers, 'X-Content-Type-Options': 'nosniff' });
      response.end(answer.bytes);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    answer: (handler) => (php = handler),
    inTurn,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

const TYPES = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2' };

/** The builds keep WordPress's own scripts, styles and pictures outside the archive. */
async function ownFile(wordpress, url) {
  const path = posix.normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const type = TYPES[path.split('.').pop()];
  if (!type) return undefined;
  const bytes = await readFile(join(BUILDS, 'public', `wp-${wordpress}`, path)).catch(() => undefined);
  return bytes && { httpStatusCode: 200, headers: { 'Content-Type': type }, bytes };
}
