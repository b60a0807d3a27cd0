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

/** An author's routine with all that the built-in ones don't have. */
const authored = () => ({
  format: 1,
  id: 'sams-hip',
  lang: 'en',
  name: "Sam's left hip",
  author: { name: 'Dr Ada Wells', url: 'mailto:ada@example.org' },
  for: 'Sam, left hip',
  'days-per-week': 3,
  edited: '2026-11-30T08:15:00Z',
  sections: [
    {
      id: 'all',
      name: 'All',
      exercises: [
        { use: 'anchor', sides: 'left', seconds: 40, repeats: 8, 'leave-out-steps': [2] },
        { use: 'anchor', id: 'anchor-right', sides: 'right', references: [1] },
        {
          ...{ id: 'own', name: 'Rock', dose: { kind: 'move', seconds: 30 }, sides: 'none', steps: ['Rock slowly.'] },
          figure: 'cat-cow',
        },
      ],
    },
  ],
  safety: ['If your hip clicks painfully, stop and call me.'],
  references: [{ title: 'Title', source: 'Source', url: 'https://example.org/' }],
});

test("an author's routine is one, and what is wrong in it is found where it stands", () => {
  expect(problems('routine', authored())).toEqual([]);
  const routine = authored();
  routine.author.url = 'javascript:alert(1)';
  routine.for = '';
  routine['days-per-week'] = 8;
  routine.edited = 'yesterday';
  const [left, , own] = routine.sections[0].exercises;
  left['leave-out-steps'] = [0];
  left.id = 'Left';
  own.figure = 7;
  const found = problems('routine', routine).join(' ');
  for (const place of ['.author.url', '.for', "['days-per-week']", '.edited']) expect(found).toContain(place);
  for (const place of ["['leave-out-steps'][0]", '[0].id', '[2].figure']) expect(found).toContain(place);
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
