// Somebody else's article with a routine of their own, served without any policy: whatever a browser could run,
// it would run here.

/** Documents to start from; every call returns a new one. */
export const sound = () => ({
  format: 1,
  id: 'my-own',
  lang: 'en',
  name: 'My own routine',
  sections: [
    {
      id: 'only',
      name: 'Only',
      exercises: [
        { id: 'reach', name: 'Reach', dose: { kind: 'hold', seconds: 20 }, sides: 'each', steps: ['Reach out.'] },
        { id: 'walk', name: 'Walk', dose: { kind: 'move', seconds: 30 }, sides: 'none', steps: ['Walk about.'] },
      ],
    },
  ],
  safety: ['Stop at pain.'],
  references: [{ title: 'Title', source: 'Source', url: 'https://example.org/' }],
});

/** Opens an article whose routine is answered with a text, or by a route handler. */
export async function openArticle(page, answer) {
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <script type="module" src="embed/v1/supple.js"></script></head>
        <body><p>Before.</p><supple-routine src="routine.json" loading="eager"><p>What the author wrote.</p></supple-routine>
        <p>After.</p></body></html>`,
    }),
  );
  await page.route('**/routine.json', (route) =>
    typeof answer === 'function' ? answer(route) : route.fulfill({ contentType: 'application/json', body: answer }),
  );
  await page.goto('article.html');
}

/** The lines of the alert. */
export async function readAlert(page) {
  const alert = page.locator('supple-routine').getByRole('alert');
  await alert.waitFor();
  return alert.locator('p').allTextContents();
}

/** Signs that something in a routine was executed or threw an error. */
export function watch(page) {
  const happened = [];
  page.on('pageerror', (error) => happened.push(`error: ${error.message}`));
  page.on('dialog', async (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  return happened;
}
