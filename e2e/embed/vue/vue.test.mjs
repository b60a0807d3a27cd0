// A page made with Vue, which has the widget from npm in its bundle.
import { testApp } from '../apps.mjs';
import { here } from '../blog.mjs';

testApp('Vue', here(import.meta.url));
