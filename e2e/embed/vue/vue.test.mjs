// A page made with Vue, with the widget from npm in its bundle.
import { testApp } from '../apps.mjs';
import { here } from '../blog.mjs';

testApp('Vue', here(import.meta.url));
