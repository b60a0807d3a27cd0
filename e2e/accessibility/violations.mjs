// What a machine can check of WCAG 2.2 AA on a page, as sentences; none where there is nothing.
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks at all of a page, and into its widgets. A clock that stands must go on before: axe waits by timers of the page. */
export async function violations(page) {
  const axe = new AxeBuilder({ page }).withTags(TAGS).options({ rules: { 'target-size': { enabled: true } } });
  const { violations, passes } = await axe.analyze();
  expect(passes.map(({ id }) => id), 'it sees into the widget').toContain('target-size');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`));
}
