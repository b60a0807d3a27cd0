// So that editors find it from every folder. The linter and its plugins are installed with the browser tests.
export { default } from './e2e/lint-rules.mjs';
