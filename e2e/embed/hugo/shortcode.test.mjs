// The shortcode in a post, as rendered by Hugo.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { here } from '../blog.mjs';
import { hugo } from './hugo.mjs';

const SHORTCODE = join(here(import.meta.url), '../../../integrations/hugo/layouts/shortcodes/supple-routine.html');

/** Builds a site of one post, with the shortcode copied as a blogger copies it. Returns the post, or Hugo's error. */
async function buildOne(shortcode) {
  const source = await mkdtemp(join(tmpdir(), 'supple-hugo-one-'));
  const files = {
    'hugo.toml':
      'baseURL = "https://blog.example.org/notes/"\ndisableKinds = ["home", "taxonomy", "term", "sitemap", "404"]\n',
    'content/post.md': `---\ntitle: A post\n---\n\n${shortcode}\n`,
    'layouts/_default/single.html': '{{ .Content }}',
    'layouts/shortcodes/supple-routine.html': await readFile(SHORTCODE, 'utf8'),
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(source, name)), { recursive: true });
    await writeFile(join(source, name), text);
  }
  try {
    await hugo(source, []);
    return await readFile(join(source, 'public/post/index.html'), 'utf8');
  } catch (error) {
    return `${error.stdout}${error.stderr}`;
  } finally {
    await rm(source, { recursive: true });
  }
}

/** A post as a browser parses it: all its elements, and the attributes of the widget's. */
const readPost = (page, html) =>
  page.evaluate((html) => {
    const post = new DOMParser().parseFromString(html, 'text/html');
    const routines = [...post.querySelectorAll('supple-routine')].map((element) => ({
      ...Object.fromEntries(element.getAttributeNames().map((name) => [name, element.getAttribute(name)])),
      link: element.querySelector('a').getAttribute('href'),
      text: element.textContent.trim(),
    }));
    return { elements: [...post.querySelectorAll('head *, body *')].map((it) => it.localName), routines };
  }, html);

const ROOM = { style: 'display: block; font-size: medium; min-height: 34em' };

test('another built-in routine is named, and the link leads to its page', async ({ page }) => {
  const html = await buildOne('{{< supple-routine routine="desk-break" >}}');
  const [routine] = (await readPost(page, html)).routines;
  expect(routine).toMatchObject({
    routine: 'desk-break',
    link: 'https://blog.example.org/notes/supple/routines/desk-break/',
  });
});

test('every attribute reaches the element, and no other', async ({ page }) => {
  const given =
    'theme="dark" loading="click" storage-key="mine" compact=true no-persist="true" lang="de" src="own.json" ' +
    'link="https://example.org/mine" link-text="Mine & yours"';
  const html = await buildOne(`{{< supple-routine ${given} >}}\n\n{{< supple-routine compact=false >}}`);
  const link = 'https://blog.example.org/notes/supple/';
  expect((await readPost(page, html)).routines).toEqual([
    {
      ...ROOM,
      theme: 'dark',
      loading: 'click',
      'storage-key': 'mine',
      src: 'https://blog.example.org/notes/own.json',
      lang: 'de',
      compact: '',
      'no-persist': '',
      link: 'https://example.org/mine',
      text: 'Mine & yours',
    },
    { ...ROOM, link, text: 'Open the guided stretching routine' },
  ]);
});

test('without an address the shortcode loads from the blog\'s own folder "supple"', async () => {
  const html = await buildOne('{{< supple-routine >}}');
  expect(html).toContain('src="https://blog.example.org/notes/supple/embed/v1/supple.js"');
  expect(html).toContain('<a href="https://blog.example.org/notes/supple/">');
});

test('hostile values stay text', async ({ page }) => {
  const hostile = '\\"><script>alert(1)</script>';
  const html = await buildOne(
    `{{< supple-routine storage-key="${hostile}" link-text="${hostile}" link="javascript:alert(1)" >}}`,
  );
  const { elements, routines } = await readPost(page, html);
  expect(elements).toEqual(['script', 'supple-routine', 'a']);
  expect(routines).toEqual([
    { ...ROOM, 'storage-key': '"><script>alert(1)</script>', text: '"><script>alert(1)</script>', link: '#ZgotmplZ' },
  ]);
});

for (const [what, written, said] of [
  ['an attribute that it does not have', 'themes="dark"', /there is no attribute "themes".*post\.md/],
  [
    'a word that an attribute does not know',
    'theme="pink"',
    /theme can't be "pink", but auto, light or dark.*post\.md/,
  ],
  ['an attribute without a value', 'compact', /write each attribute with its value.*post\.md/],
]) {
  test(`the build says where ${what} was written`, async () => {
    expect(await buildOne(`{{< supple-routine ${written} >}}`)).toMatch(said);
  });
}
