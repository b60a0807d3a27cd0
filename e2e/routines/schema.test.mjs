// The JSON Schemas of exercises and routines, as an author's editor uses them.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import Ajv from 'ajv';

import { routineOf } from '../library.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(`../../library/${path}`, import.meta.url), 'utf8'));

/** What a schema has against a document: the places, each once. */
function problems(kind, document) {
  const validate = new Ajv({ allErrors: true }).compile(read(`${kind}.schema.json`));
  validate(document);
  return [...new Set((validate.errors ?? []).map(({ dataPath }) => dataPath))];
}

for (const kind of ['exercise', 'routine']) {
  test(`every ${kind} of the library is as its schema says`, () => {
    for (const name of readdirSync(new URL(`../../library/${kind}s/`, import.meta.url))) {
      expect(problems(kind, read(`${kind}s/${name}`)), name).toEqual([]);
    }
  });
}

test('a routine with every exercise described in place is one, too', () => {
  expect(problems('routine', routineOf('hamstring'))).toEqual([]);
});

test('what is wrong is found where it stands', () => {
  const routine = read('routines/hips.json');
  routine.sections[0].exercises[1] = { use: 'leg-swings', seconds: 0 };
  routine.format = 2;
  routine.colour = 'red';
  delete routine.safety;
  const found = problems('routine', routine).join(' ');
  for (const place of ['.sections[0].exercises[1].seconds', '.format']) expect(found).toContain(place);
  const exercise = { ...read('exercises/cobra.json'), region: 'tail', steps: [] };
  expect(problems('exercise', exercise)).toEqual(['.region', '.steps']);
});

test('the site has both schemas', async ({ page }) => {
  for (const kind of ['exercise', 'routine']) {
    const response = await page.request.get(`embed/v1/${kind}.schema.json`);
    expect(await response.json()).toEqual(read(`${kind}.schema.json`));
  }
});
