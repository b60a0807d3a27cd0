// The built site on a port of its own, served like `cargo xtask serve` but uncompressed: for tests that need another
// path or another server, and for scripts outside the test runner.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** The strictest policy under which a page with the widget works: the same text as in xtask/src/serve/site.rs. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "media-src blob:; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves folders until it is closed. `folders` maps paths to folders; the longest matching path wins.
 * `change` may transform the bytes of a file. Pages are sent with the `policy`, unless it is empty.
 */
export async function serve(folders = { '/': DIST }, change = (bytes) => bytes, policy = POLICY) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const below = Object.keys(folders)
      .filter((it) => path.startsWith(it))
      .sort((a, b) => b.length - a.length)[0];
    const inside = normalize(path.slice(below?.length ?? 0)).replace(/^[/\\]+/, '');
    const name = inside === '' || inside === '.' || inside.endsWith('/') ? join(inside, 'index.html') : inside;
    try {
      if (below === undefined || name.split(sep).includes('..')) throw new Error('outside');
      const isFolder = await stat(join(folders[below], name)).then(
        (it) => it.isDirectory(),
        () => false,
      );
      if (isFolder) {
        response.writeHead(307, { Location: request.url.replace(/[^?]*/, '$&/') });
        response.end();
        return;
      }
      const type = TYPES[extname(name)] ?? 'application/octet-stream';
      const bytes = change(await readFile(join(folders[below], name)), name);
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Length': bytes.length,
        'Cache-Control': name.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache',
        'X-Content-Type-Options': 'nosniff',
        'Access-Control-Allow-Origin': '*',
        ...(type.startsWith('text/html') && policy ? { 'Content-Security-Policy': policy } : {}),
      });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`There is no ${path} here.`);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
