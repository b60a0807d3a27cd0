// How wide the element is where the page leaves that to its content.
import { expect, test } from '@playwright/test';
import { openHost, ready, widget } from './host.mjs';

const ELEMENT = '<supple-routine loading="eager"></supple-routine>';
const SIDE = '<p style="margin: 0">side</p>';
/** About as wide as the overview gets: 68 times 16 px. */
const WHOLE = 1088;

/** Ways to lay out a page of 1280 px, and how wide the element is in them. */
const LAYOUTS = {
  'a flex box': [`<div style="display: flex">${ELEMENT}${SIDE}</div>`, WHOLE],
  'a narrow flex box': [
    `<div style="display: flex; width: 600px">${ELEMENT}<b style="flex: 0 0 100px">side</b></div>`,
    500,
  ],
  'a column that aligns its items': [
    `<div style="display: flex; flex-direction: column; align-items: center">${ELEMENT}</div>`,
    WHOLE,
  ],
  'a grid with a column for it': [
    `<div style="display: grid; grid-template-columns: auto 100px">${ELEMENT}${SIDE}</div>`,
    1180,
  ],
  'a grid that centres': [`<div style="display: grid; justify-items: center; width: 900px">${ELEMENT}</div>`, 900],
  'an inline block': [ELEMENT.replace(' ', ' style="display: inline-block" '), WHOLE],
  'a narrow inline block': [
    `<div style="width: 320px">${ELEMENT.replace(' ', ' style="display: inline-block" ')}</div>`,
    320,
  ],
  'a float': [`${ELEMENT.replace(' ', ' style="float: left" ')}${SIDE}`, WHOLE],
  'a cell of a table': [`<table style="border-spacing: 0"><td style="padding: 0">${ELEMENT}</table>`, WHOLE],
  'a cell of a narrow table that wraps nothing': [
    `<div style="width: 400px"><table style="border-spacing: 0; white-space: nowrap"><td style="padding: 0">${ELEMENT}</table></div>`,
    400,
  ],
  'a place of its own': [`<div style="position: absolute">${ELEMENT}</div>`, WHOLE],
  'a flex box that it is itself': [ELEMENT.replace(' ', ' style="display: flex" '), 1280],
  'an inline flex box that it is itself': [ELEMENT.replace(' ', ' style="display: inline-flex" '), WHOLE],
  'a grid that it is itself': [ELEMENT.replace(' ', ' style="display: grid; justify-items: start" '), 1280],
  'an ordinary column': [`<div style="width: 500px">${ELEMENT}</div>`, 500],
};

test.use({ viewport: { width: 1280, height: 800 } });

for (const [what, [body, width]] of Object.entries(LAYOUTS)) {
  test(`in ${what} it is as wide as its content wants and the page allows`, async ({ page }) => {
    await openHost(page, `<style>body { margin: 0 }</style>${body}`);
    const widths = () =>
      widget(page).evaluate((element) => {
        const wrapper = element.shadowRoot.querySelector('.supple');
        return [element, wrapper].map((it) => Math.round(it.getBoundingClientRect().width));
      });
    await widget(page).evaluate(() => customElements.whenDefined('supple-routine'));
    const [before, inside] = await widths();
    expect(inside).toBe(before);
    expect(Math.abs(before - width), `${before} px`).toBeLessThanOrEqual(width === WHOLE ? 20 : 0);
    await ready(page);
    expect(await widths(), 'once it has loaded').toEqual([before, before]);
    // Its own layout follows that width: the exercises are beside the start where there is room.
    const columns = await widget(page).evaluate(
      (element) =>
        getComputedStyle(element.shadowRoot.querySelector('.overview')).gridTemplateColumns.split(' ').length,
    );
    expect(columns).toBe(width >= 896 ? 2 : 1);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBe(0);
  });
}
