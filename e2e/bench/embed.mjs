// An embed far below an article, on an origin of its own, scrolled into view: read only, and pressed at once.
import { fileURLToPath } from 'node:url';
import { safetyNoticeRead, seedStorage } from '../fixtures/storage.mjs';
import { serve } from '../site.mjs';
import { figure, medianOf, milliseconds, note, notMeasured, times } from './figures.mjs';
import { pressSoon } from './real-press.mjs';
import { blocking, traced } from './trace.mjs';
import { byTurns, isIdle, isPainted, isReady, newVisitor, readSeen, slowPage, until } from './visit.mjs';

const ROUNDS = 5;
const ARTICLE = fileURLToPath(new URL('article/', import.meta.url));

/** Serves the article with the widget of a site. */
export function article(site) {
  const fill = (bytes) => Buffer.from(bytes.toString().replaceAll('{{site}}', site));
  return serve({ '/': ARTICLE }, fill, '');
}

/** Scrolls to the widget, and records when something of it has been drawn in view. */
function scrollTo() {
  const seen = window.seen;
  const element = document.querySelector('supple-routine');
  const hasContent = () => {
    const content = element.shadowRoot?.querySelector('.facade, .mounted');
    const { top, height } = content?.getBoundingClientRect() ?? {};
    return height > 0 && top < innerHeight;
  };
  const look = () => {
    if (!hasContent()) return requestAnimationFrame(look);
    // A task later the frame has been drawn.
    setTimeout(() => {
      seen.content = performance.now();
      if (window.benchWaits) window.benchLook();
    });
  };
  performance.mark('bench:scrolled');
  seen.scrolled = performance.now();
  element.scrollIntoView({ behavior: 'instant' });
  requestAnimationFrame(look);
}

async function read(browser, address, { isPressed }) {
  const context = await newVisitor(browser);
  await seedStorage(context, safetyNoticeRead);
  const page = await slowPage(context);
  const playing = isPressed ? await pressSoon(page, { waits: true }) : undefined;
  await page.goto(address);
  await until(page, isPainted);
  await isIdle(page);
  let press;
  const trace = await traced(browser, page, async () => {
    await page.evaluate(scrollTo);
    await until(page, isReady);
    press = await playing?.();
    await isIdle(page);
  });
  const { scrolled, content, ready } = await readSeen(page);
  await context.close();
  return {
    ...blocking(trace, trace.at('bench:scrolled')),
    content: content - scrolled,
    ready: ready - scrolled,
    readyAfterPress: ready - press?.at,
    answer: press?.answer,
    player: press?.player,
  };
}

export const title = `An embed scrolled into view, phone size, processor slowed 4 times, median of ${ROUNDS}`;

export async function measure({ browser, now, before }) {
  const blogs = { now: await article(now), ...(before && { before: await article(before) }) };
  const ways = Object.entries(blogs).flatMap(([name, { address }]) => [
    [name, () => read(browser, address, { isPressed: false })],
    [`${name}, pressed`, () => read(browser, address, { isPressed: true })],
  ]);
  const visits = await byTurns(Object.fromEntries(ways), ROUNDS);
  await Promise.all(Object.values(blogs).map((blog) => blog.close()));
  const row = (what, way, name) => figure(what, medianOf(visits[way], name), milliseconds);
  const against = (way) =>
    before
      ? figure(
          '  against version 0.1',
          medianOf(visits[`now${way}`], 'longest') / medianOf(visits[`before${way}`], 'longest'),
          times,
        )
      : notMeasured(`longest task against version 0.1${way}`);
  return [
    row('from scrolling to its first content in view', 'now', 'content'),
    row('from scrolling to `supple-ready`', 'now', 'ready'),
    row('longest task', 'now', 'longest'),
    against(''),
    row('blocking time: what tasks take beyond 50 ms each', 'now', 'blocking'),
    note('its start button pressed as soon as it is in view:', ''),
    row('from the press to something that answers', 'now, pressed', 'answer'),
    row('from the press to `supple-ready`', 'now, pressed', 'readyAfterPress'),
    row('from the press to the player', 'now, pressed', 'player'),
    row('longest task', 'now, pressed', 'longest'),
    against(', pressed'),
  ];
}
