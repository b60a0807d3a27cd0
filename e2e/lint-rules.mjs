// What ESLint checks in all JavaScript, and in the browser tests beyond that. `cargo xtask test` runs it.
import js from '@eslint/js';
import playwright from 'eslint-plugin-playwright';
import globals from 'globals';

/** Turn strings into HTML, which could hold anything. */
const HTML_OF_STRINGS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({
  property,
  message: 'Build nodes, or set textContent: a routine may hold anything.',
}));

/**
 * Old libraries that a page may have give these another meaning: Prototype, MooTools, and whatever came before the
 * standard.
 */
const CHANGED_BY_PAGES = [
  [
    'CallExpression[callee.property.name=/^(entries|reduce)$/][callee.object.name!="Object"]',
    'Prototype has its own: loop',
  ],
  ['MemberExpression[object.name="JSON"]', 'MooTools has its own JSON: let a response parse it'],
  ['MemberExpression[object.name="Array"][property.name="from"]', 'Prototype has its own: spread'],
  ['NewExpression[callee.name="Event"]', 'MooTools has its own: make a CustomEvent'],
  [
    'BinaryExpression[operator="instanceof"][right.name=/^(Element|Event|Node)$/]',
    'MooTools has its own: ask for a member',
  ],
].map(([selector, message]) => ({ selector, message: `${message}.` }));

export default [
  {
    ignores: ['dist/', 'target/', '**/node_modules/', 'e2e/results/', '**/supple-routine/dist/'],
  },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // What ships.
    files: ['app/**', 'element/**', 'integrations/**', 'src/**'],
    languageOptions: { globals: globals.browser },
    // Warnings are for the people who embed the element.
    rules: { 'no-console': ['error', { allow: ['warn'] }], 'no-restricted-properties': ['error', ...HTML_OF_STRINGS] },
  },
  {
    files: ['element/**'],
    languageOptions: {
      // Filled in by `cargo xtask assemble`.
      globals: Object.fromEntries(
        [
          ...[
            'GLUE_URL',
            'WASM_URL',
            'STYLE_URL',
            'AUTHORING_URL',
            'AUTHORING_WASM_URL',
            'LIBRARY_URL',
            'PROGRESS_URL',
            'PROGRESS_WASM_URL',
            'FIGURES_URL',
            'ROUTINE_URL',
            'DRAWINGS_URL',
          ],
          ...['FACADE_NAME', 'FACADE_LENGTH'],
        ].map((it) => [it, 'readonly']),
      ),
    },
  },
  {
    files: ['app/received/**'],
    languageOptions: { globals: { SHARING_WASM_URL: 'readonly' } },
  },
  {
    // What runs on other people's pages.
    files: ['element/**'],
    ignores: ['element/frame.js', 'element/generator/**'],
    rules: { 'no-restricted-syntax': ['error', ...CHANGED_BY_PAGES] },
  },
  {
    files: ['app/studio/studio.js'],
    languageOptions: { globals: { STUDIO_WASM_URL: 'readonly' } },
  },
  {
    files: ['app/service-worker.js'],
    languageOptions: { globals: { ...globals.serviceworker, FILES: 'readonly', VERSION: 'readonly' } },
  },
  {
    // Functions that tests pass to `evaluate` run on the page.
    files: ['e2e/**', 'xtask/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    files: ['e2e/**/*.test.mjs'],
    plugins: { playwright },
    rules: {
      'playwright/missing-playwright-await': 'error',
      'playwright/no-focused-test': 'error',
      'playwright/no-networkidle': 'error',
      'playwright/no-page-pause': 'error',
      'playwright/no-skipped-test': 'error',
      'playwright/no-slowed-test': 'error',
      'playwright/no-wait-for-timeout': 'error',
      'playwright/valid-expect': 'error',
    },
  },
];
