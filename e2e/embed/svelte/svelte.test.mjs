// A page made with Svelte, with the widget from npm in its bundle.
import { testApp } from '../apps.mjs';
import { here } from '../blog.mjs';

testApp('Svelte', here(import.meta.url));
