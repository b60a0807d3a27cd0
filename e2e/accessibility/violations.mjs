// What axe can check of WCAG 2.2 AA on a page, one sentence for each violation.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Checks the whole page including its widgets. Resume a paused clock first: axe waits with the page's timers. `sees` is a
 * rule that passes where axe has looked at what matters: by default a widget, which has targets.
 */
export async function violations(page, { sees = 'target-size' } = {}) {
  const axe = new AxeBuilder({ page }).withTags(TAGS).options({ rules: { 'target-size': { enabled: true } } });
  // What isn't visible and only keeps its space is no target, but axe measures it, and what is collapsed may cut it off.
  axe.exclude({ fromShadowDom: ['supple-routine', '.gone'] });
  const { violations, passes } = await axe.analyze();
  expect(
    passes.map(({ id }) => id),
    'it sees what matters',
  ).toContain(sees);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`),
  );
}
