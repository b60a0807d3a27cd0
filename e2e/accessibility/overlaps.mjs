// What is cut off or overlaps on a screen of the widget.

/** What overflows the window, or is clipped by a box with hidden overflow; but for what turns or passes by out of sight. */
export const cutOff = (page) =>
  page.evaluate(() => {
    const found = [];
    const width = document.documentElement.clientWidth;
    const visit = (element) => {
      if (
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.matches('.visually-hidden, .supple-page-skip, .time-bar, .strip')
      )
        return;
      const box = element.getBoundingClientRect();
      const name = `${element.localName}.${element.className}`;
      if (box.width > 0 && (box.right > width + 0.5 || box.left < -0.5))
        found.push(`${name} reaches ${box.left} to ${box.right}`);
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow) => ['hidden', 'clip'].includes(overflow);
      if (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name} hides ${element.scrollWidth} in ${element.clientWidth}`);
      if (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`${name} hides ${element.scrollHeight} in ${element.clientHeight} down`);
      for (const child of element.children) visit(child);
    };
    visit(document.querySelector('supple-routine').shadowRoot.querySelector('.supple'));
    for (const element of document.querySelectorAll('.supple-page-head *')) visit(element);
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return found;
  });

/** Text that overlaps other text. */
export const collisions = (page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    /**
     * The letters' own box. A line's box is that of its font, which may be half as high again: it would overlap in some
     * fonts only.
     */
    const lettersOf = (text, box, element) => {
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
      canvas.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      const { fontBoundingBoxAscent, fontBoundingBoxDescent, actualBoundingBoxAscent, actualBoundingBoxDescent } =
        canvas.measureText(text);
      return {
        left: box.left,
        right: box.right,
        top: box.top + fontBoundingBoxAscent - actualBoundingBoxAscent,
        bottom: box.bottom - fontBoundingBoxDescent + actualBoundingBoxDescent,
      };
    };
    const texts = [];
    const visit = (element) => {
      if (
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        element.matches('.visually-hidden, .supple-page-skip, .notices')
      )
        return;
      for (const node of element.childNodes) {
        const text = node.textContent.trim();
        if (node.nodeType === Node.TEXT_NODE && text) {
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const box of range.getClientRects()) texts.push({ text, node, box: lettersOf(text, box, element) });
        } else if (node.nodeType === Node.ELEMENT_NODE) {
          visit(node);
        }
      }
    };
    // A layer over the whole screen is meant to overlap it.
    const { shadowRoot } = document.querySelector('supple-routine');
    visit(shadowRoot.querySelector(':popover-open') ?? shadowRoot.querySelector('.supple'));
    const found = [];
    for (const [i, a] of texts.entries()) {
      for (const b of texts.slice(i + 1)) {
        if (a.node === b.node) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 2 && down > 2) found.push(`"${a.text}" over "${b.text}" by ${Math.round(down)} px`);
      }
    }
    return found;
  });

/** Makes the page as large as this. A window in full screen can't be resized, but what it shows can. */
export async function resize(page, { width, height }) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
}

/** Everything that is cut off or overlaps at each size of the page. */
export async function wrong(page, sizes) {
  const found = [];
  for (const size of sizes) {
    await resize(page, size);
    for (const what of [...(await cutOff(page)), ...(await collisions(page))])
      found.push(`${size.width} × ${size.height}: ${what}`);
  }
  return found;
}
