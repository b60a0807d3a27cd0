// A slow network under the test's control: responses wait until they are released.

export const WASM = '**/*.wasm';
export const LOADER = '**/embed/v1/supple.js';

/** Makes requests for a file wait. Call what it returns to answer them, and all later ones at once. */
export async function delayResponse(page, file) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(file, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
