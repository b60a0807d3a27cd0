// Scripts that come late.

/** Keeps a script from a page until it is let go, by the function that this gives. */
export async function hold(page, name) {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(`**/${name}`, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
