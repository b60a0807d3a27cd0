// `npm run lint` checks the JavaScript of the whole repository: the element, the app's pages and these tests. It runs in the
// repository's root, which the patterns below are relative to.
import js from '@eslint/js';
import playwright from 'eslint-plugin-playwright';
import globals from 'globals';

const BROWSER = ['element/**/*.js', 'app/**/*.js'];
const TESTS = ['e2e/**/*.mjs'];

/** What the build puts in the place of these names: see element/build.d.ts. */
const BUILD_CONSTANTS = Object.fromEntries(
  ['STYLE_URL', 'GLUE_URL', 'WASM_URL', 'AUTHORING_URL', 'ROUTINE_URL', 'FACADE_NAME', 'FACADE_LENGTH'].map((name) => [name, 'readonly']),
);
const WORKER_CONSTANTS = { FILES: 'readonly', VERSION: 'readonly' };

export default [
  { ignores: ['**/node_modules/', 'dist/', 'target/', 'e2e/results/', 'e2e/bench/handwritten.js'] },
  {
    files: [...BROWSER, ...TESTS],
    ...js.configs.recommended,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: BROWSER,
    languageOptions: { globals: { ...globals.browser, ...BUILD_CONSTANTS } },
    rules: {
      // A string that becomes HTML or code is a hole, whatever is in it (docs/ARCHITECTURE.md, invariant 9).
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': ['error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
          property,
          message: 'Text that becomes HTML is a hole: make elements and set their text.',
        })),
      ],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
    },
  },
  { files: ['app/service-worker.js'], languageOptions: { globals: { ...globals.serviceworker, ...WORKER_CONSTANTS } } },
  {
    files: TESTS,
    // Functions given to `evaluate` run on the page.
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'prefer-const': 'error' },
  },
  {
    files: ['e2e/**/*.test.mjs'],
    ...playwright.configs['flat/recommended'],
    rules: {
      'playwright/missing-playwright-await': 'error',
      'playwright/no-focused-test': 'error',
      'playwright/no-skipped-test': 'error',
      'playwright/no-wait-for-timeout': 'error',
      'playwright/no-page-pause': 'error',
      'playwright/no-networkidle': 'error',
      'playwright/valid-expect': 'error',
    },
  },
];
