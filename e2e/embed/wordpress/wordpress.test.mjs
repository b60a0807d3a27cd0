// The WordPress plugin in a real WordPress: the oldest supported one on the oldest PHP, and a newer one on a newer PHP.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { property, ready, startRoutine, widget } from '../../element/host.mjs';
import { pack } from '../packages.mjs';
import { openWordPress } from './wordpress-site.mjs';

// The tests of a version share one site, in series. PHP as WebAssembly is slow on a busy machine.
test.describe.configure({ mode: 'default', timeout: 120_000 });

/** The plugin's name, which is also that of its folder and its main file. */
const PLUGIN = 'supple-routine';
const LINK = 'Open the guided stretching routine';
const AFTER = 'What comes after the routine.';
const HOSTILE = '"><script>alert(1)</script>';

/** A PHP string literal. */
const php = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** Publishes a post and returns its address. */
function publish(site, content) {
  const body = `${content}\n\n<!-- wp:paragraph --><p>${AFTER}</p><!-- /wp:paragraph -->`;
  return site.run(`return get_permalink(wp_insert_post(wp_slash(
    ['post_title' => 'Stretching', 'post_status' => 'publish', 'post_content' => ${php(body)}])));`);
}

/** Collects all requests of the page from now on. */
function asked(page) {
  const addresses = [];
  page.on('request', (request) => addresses.push(request.url()));
  return addresses;
}

const elsewhere = (addresses, site) =>
  addresses.filter((it) => /^(https?|wss?):/.test(it) && !it.startsWith(`${site.address}/`));

const ofPlugin = (addresses) => addresses.filter((it) => it.includes(`/plugins/${PLUGIN}/`));

const HOSTILE_VALUES = {
  ...Object.fromEntries(
    ['theme', 'loading', 'lang', 'accent', 'compact', 'storage-key', 'link-text', 'onclick'].map((name) => [
      name,
      HOSTILE,
    ]),
  ),
  link: 'javascript:alert(1)',
  src: 'javascript:alert(2)',
};

/** Attributes as WordPress writes them into a block's comment, which can't contain every character. */
function asInBlock(given) {
  const inCamelCase = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const json = JSON.stringify(
    Object.fromEntries(Object.entries(given).map(([name, value]) => [inCamelCase(name), value])),
  );
  return json.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}

/** Opens a post with hostile values, checks that they do nothing, and returns what is left of them. */
async function openHostile(page, address) {
  const dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  const response = await page.goto(address);
  expect(await response.text()).not.toContain(HOSTILE);
  const written = await widget(page).evaluate((element) => ({
    names: element.getAttributeNames().filter((name) => !['class', 'theme', 'loading'].includes(name)),
    key: element.getAttribute('storage-key'),
    chosen: [element.getAttribute('theme') ?? 'auto', element.getAttribute('loading') ?? 'lazy'],
    inside: [...element.children].map((child) => child.localName),
    link: element.querySelector('a').getAttribute('href'),
    text: element.textContent,
  }));
  expect(written.chosen).toEqual(['auto', 'lazy']);
  expect(written.inside).toEqual(['a']);
  expect(written.link).toMatch(/^http.*\/index\.html$/);
  expect(dialogs).toEqual([]);
  return written;
}

for (const [wordpress, phpVersion] of [
  ['6.4', '7.4'],
  ['6.5', '8.3'],
]) {
  test.describe(`WordPress ${wordpress} on PHP ${phpVersion}`, () => {
    let folder;
    let site;

    test.beforeAll(async () => {
      // WordPress may have to be installed first.
      test.setTimeout(300_000);
      folder = await mkdtemp(join(tmpdir(), 'supple-wordpress-'));
      const { plugin } = await pack(folder);
      site = await openWordPress({ wordpress, php: phpVersion, plugin });
      expect(await site.run(`return activate_plugin('${PLUGIN}/${PLUGIN}.php');`)).toBeNull();
    });

    test.afterAll(async () => {
      const complaints = site?.complaints();
      await site?.close();
      await rm(folder, { recursive: true });
      expect(complaints, 'PHP warnings').toBe('');
    });

    for (const [way, content] of [
      ['shortcode', '[supple-routine theme="dark" storage-key="blog" compact]'],
      ['block', '<!-- wp:supple/routine {"theme":"dark","storageKey":"blog","compact":true} /-->'],
    ]) {
      test(`the ${way} puts the routine into a post, from the site alone`, async ({ page }) => {
        const address = await publish(site, content);
        const addresses = asked(page);
        await page.goto(address);
        await widget(page).scrollIntoViewIfNeeded();
        await ready(page);
        await expect(widget(page)).toHaveAttribute('theme', 'dark');
        await expect(widget(page)).toHaveAttribute('storage-key', 'blog');
        await expect(widget(page)).toHaveAttribute('compact', '');
        await startRoutine(page);
        expect(await property(page, 'state')).toBe('running');
        expect(ofPlugin(addresses).some((it) => it.endsWith('.wasm'))).toBe(true);
        expect(elsewhere(addresses, site)).toEqual([]);
      });
    }

    test('another routine is shown by its name, with a link to its page, and an unknown name is left out', async ({ page }) => {
      await page.goto(await publish(site, '<!-- wp:supple/routine {"routine":"desk-break"} /-->'));
      await widget(page).scrollIntoViewIfNeeded();
      await ready(page);
      await expect(widget(page).getByRole('heading', { name: 'Desk break', exact: true })).toBeVisible();
      const link = await widget(page).locator('> a').evaluate(({ href }) => href);
      expect(link).toMatch(/\/dist\/routines\/desk-break\/index\.html$/);
      expect((await page.request.get(link)).status()).toBe(200);
      await page.goto(await publish(site, '[supple-routine routine="../nonsense"]'));
      await expect(widget(page)).not.toHaveAttribute('routine', /./);
    });

    test('a link alone on a line becomes the routine it holds, or the one whose page it is', async ({ page }) => {
      const shared = 'https://physio.example/supple/routines/shared/#v1-abc_-9';
      const own = await site.run(`return plugins_url('dist/routines/hips/', WP_PLUGIN_DIR . '/${PLUGIN}/${PLUGIN}.php');`);
      const other = 'https://gym.example/routines/legs/';
      const embed = (address) =>
        `<!-- wp:embed {"url":"${address}"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n` +
        `${address}\n</div></figure><!-- /wp:embed -->`;
      await page.goto(await publish(site, [shared, own, other].map(embed).join('\n\n')));
      const shown = await page
        .locator('supple-routine')
        .evaluateAll((all) => all.map((it) => [it.getAttribute('src'), it.getAttribute('routine'), it.querySelector('a').href]));
      expect(shown).toEqual([
        [shared, null, shared],
        [null, 'hips', expect.stringMatching(/\/dist\/routines\/hips\/index\.html$/)],
      ]);
    });

    test('nothing below the routine shifts while it loads', async ({ page }) => {
      const address = await publish(site, '<!-- wp:supple/routine {"loading":"eager"} /-->');
      let release;
      const held = new Promise((resolve) => (release = resolve));
      await page.route('**/embed/v1/supple.js*', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(address, { waitUntil: 'commit' });
      const after = page.getByText(AFTER);
      await after.waitFor();
      await page.evaluate(() => document.fonts.ready);
      const before = await after.boundingBox();
      release();
      await ready(page);
      expect(await after.boundingBox()).toEqual(before);
    });

    test('without scripts there is a link, and it leads to a readable page', async ({ browser }) => {
      const address = await publish(site, '[supple-routine]');
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(address);
      await page.getByRole('link', { name: LINK }).click();
      await expect(page.getByRole('article', { name: 'Anchor stretch' })).toBeVisible();
      expect(page.url().startsWith(`${site.address}/`)).toBe(true);
      await context.close();
    });

    test('the accent is a colour or nothing', async ({ page }) => {
      const accents = ['#ffcc00', '#135', 'red', '#fff;position:fixed', '"><b>'];
      await page.goto(
        await publish(site, accents.map((accent) => `[supple-routine loading="click" accent='${accent}']`).join('\n')),
      );
      const styles = await page
        .locator('supple-routine')
        .evaluateAll((all) => all.map((element) => element.getAttribute('style')));
      expect(styles).toEqual(['--supple-accent:#ffcc00', '--supple-accent:#135', null, null, null]);
    });

    test('hostile values in a block stay text', async ({ page }) => {
      const written = await openHostile(
        page,
        await publish(site, `<!-- wp:supple/routine ${asInBlock(HOSTILE_VALUES)} /-->`),
      );
      expect(written.names).toEqual(['storage-key']);
      expect(written.key).toBe(HOSTILE);
      expect(written.text).toBe(HOSTILE);
    });

    test('hostile values in a shortcode stay text', async ({ page }) => {
      const given = Object.entries(HOSTILE_VALUES)
        .map(([name, value]) => `${name}='${value}'`)
        .join(' ');
      const shortcode = `[supple-routine ${given}]`;
      // WordPress itself removes such values from a post; a theme may call the shortcode without that.
      const html = await site.run(`return do_shortcode(${php(shortcode)});`);
      expect(html).toContain('storage-key="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
      expect(html.match(/<[a-z]+/g)).toEqual(['<supple', '<a']);
      expect(html).not.toMatch(/javascript:|onclick|theme=|loading=|lang=|style=/);
      await openHostile(page, await publish(site, shortcode));
    });

    test('pages without the routine load none of its files', async ({ page }) => {
      const plain = await publish(site, '<!-- wp:paragraph --><p>Nothing to stretch.</p><!-- /wp:paragraph -->');
      const addresses = asked(page);
      for (const address of [plain, `${site.address}/`]) {
        const response = await page.goto(address);
        expect(await response.text()).not.toContain(`/plugins/${PLUGIN}/`);
      }
      expect(ofPlugin(addresses)).toEqual([]);
    });

    test('the block is set up in the editor', async ({ page }) => {
      await site.run(`wp_set_password('password', 1);`);
      await page.goto(`${site.address}/wp-login.php`);
      await page.getByLabel('Username or Email Address').fill('admin');
      await page.getByLabel('Password', { exact: true }).fill('password');
      await page.getByRole('button', { name: 'Log In' }).click();
      await page.goto(`${site.address}/wp-admin/post-new.php`);
      await page.waitForFunction(
        () =>
          window.wp?.blocks?.getBlockType('supple/routine') && window.wp.data.select('core/editor').getCurrentPostId(),
      );
      await page.evaluate(() => {
        window.wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
        const block = window.wp.blocks.createBlock('supple/routine');
        window.wp.data.dispatch('core/block-editor').insertBlocks(block);
        window.wp.data.dispatch('core/block-editor').selectBlock(block.clientId);
      });
      await expect(
        page.frameLocator('iframe[name="editor-canvas"]').getByText('Your readers see it here.'),
      ).toBeVisible();
      await expect(page.getByRole('link', { name: 'Open the studio' })).toHaveAttribute('href', /\/dist\/studio\/index\.html$/);
      await page.getByLabel('Colours').selectOption('dark');
      await page.getByLabel('Compact').click();
      const address = await page.evaluate(async () => {
        window.wp.data.dispatch('core/editor').editPost({ title: 'From the editor', status: 'publish' });
        await window.wp.data.dispatch('core/editor').savePost();
        return window.wp.data.select('core/editor').getPermalink();
      });
      await page.goto(address);
      await expect(widget(page)).toHaveAttribute('theme', 'dark');
      await expect(widget(page)).toHaveAttribute('compact', '');
    });
  });
}
