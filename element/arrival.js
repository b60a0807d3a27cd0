// JavaScript because it is about `fetch()` and `import()`: what the loader and every late part of the widget load with, so
// that nothing waits for ever, and what is wrong with a file is said in words.
// @ts-check

import { loader_file_missing, loader_file_silent, loader_file_wrong } from "../messages/en.json";

/**
 * How long nothing at all may arrive, in milliseconds. A slow file that is arriving takes as long as it takes.
 */
const PATIENCE_MS = 10_000;

/**
 * An error with a text for people. The message of another one is the engine's, which nobody should see.
 *
 * @param {string} message With a placeholder at most.
 * @param {string} value What goes into it.
 * @param {{ isStale?: boolean, isFinal?: boolean }} [kind] Whether the files may be an older version's, which are gone,
 *   and whether trying again is in vain.
 */
export function trouble(message, value = "", kind = {}) {
  const text = message.replace(/{{\w+}}/, value);
  return Object.assign(new Error(text), { text }, kind);
}

/** @param {string} address */
export const wrongFile = (address) => trouble(loader_file_wrong, address, { isStale: true });

/**
 * Settles like a promise that is about a file, or fails when it takes too long.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {string} address
 * @returns {Promise<T>}
 */
export function limited(promise, address, patienceMs = PATIENCE_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(trouble(loader_file_silent, address)), patienceMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Fails when a response stops arriving; settled when it is there.
 *
 * @param {Response} response A clone: it is read.
 */
export async function arriving({ body, url }) {
  const reader = /** @type {ReadableStream} */ (body).getReader(); // what was fetched has one
  while (!(await limited(reader.read(), url)).done);
}

/**
 * Fetches a file of ours, and fails where something else comes in its place. Settled when it begins to arrive.
 *
 * @param {string} address
 * @param {RequestInit} [options]
 */
export async function fetchFile(address, options, patienceMs = PATIENCE_MS) {
  const waiting = new AbortController();
  const request = fetch(address, { ...options, signal: waiting.signal });
  const response = await limited(request, address, patienceMs).catch(() => {
    waiting.abort(); // or the browser may have the next attempt wait for it
    throw trouble(loader_file_silent, address);
  });
  if (!response.ok) throw trouble(loader_file_missing, `${address} (${response.status})`, { isStale: true });
  if (/html/.test(/** @type {string} */ (response.headers.get("Content-Type")))) throw wrongFile(address);
  return response;
}

/**
 * The text of a file that begins to arrive.
 *
 * @param {Response} response
 */
export async function textOf(response) {
  const [text] = await Promise.all([response.clone().text(), arriving(response)]);
  return text;
}

/**
 * Settles like something that the browser loads without saying what is wrong with it: a script, a style sheet. If it
 * fails or takes long, a request of our own tells whether it is missing, another file, or arriving after all.
 *
 * @template T
 * @param {string} address
 * @param {Promise<T>} loaded
 * @returns {Promise<T>}
 */
export async function arrival(address, loaded) {
  try {
    return await limited(loaded, address, PATIENCE_MS / 2);
  } catch {
    await textOf(await fetchFile(address, {}, PATIENCE_MS / 2));
    return limited(loaded, address).catch(() => {
      throw wrongFile(address);
    });
  }
}
