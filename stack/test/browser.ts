import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import type { AxeResults, ImpactValue, RunOptions } from 'axe-core';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';

/** Starts Chromium, from npm alone. Its package's own flags are for other machines, and turn protection off. */
export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // A sandbox needs rights that containers do not give; only pages of our own are opened.
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
    ],
  });
}

const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that a page can break in other colours alone, where all have been asked in one. */
export const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** What axe-core puts into a page. What each rule can find at most is part of it, but not of what it documents. */
interface Axe {
  run(options: RunOptions): Promise<AxeResults>;
  readonly _audit: { rules: readonly { id: string; impact: ImpactValue }[] };
}

/**
 * What axe-core finds on a page that keeps people out, by WCAG 2.2 AA: each finding of the impact serious or critical,
 * in a line. Rules that find nothing of these are not asked: they would take a third of the time.
 *
 * @param only the tags or rules to ask, for a page of which all have been asked in another look.
 */
export async function seriousFindings(page: Page, only: readonly string[] = all): Promise<string[]> {
  // Evaluated as the debugger does, which no content security policy holds back.
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  }
  const violations = await page.evaluate(async (asked) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const mild = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const results = await axe.run({
      runOnly: [...asked],
      rules: Object.fromEntries(mild.map(({ id }) => [id, { enabled: false }])),
      resultTypes: ['violations'],
      // Stylesheets are not fetched anew: no rule that is asked for needs that.
      preload: false,
    });
    return results.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, target }) => ({ html, target: target.join(' ') })),
    }));
  }, only);
  return violations
    .map(({ id, nodes }) => ({ id, nodes: nodes.filter(({ html }) => !isKnown(id, html)) }))
    .filter(({ nodes }) => nodes.length > 0)
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}

/**
 * GraphiQL puts the button that closes a tab into the tab, and the types in its docs are links in lines of text: not
 * ours to mend.
 */
const isKnown = (rule: string, html: string) =>
  (rule === 'nested-interactive' && /^<li [^>]*class="graphiql-tab\b/.test(html)) ||
  (rule === 'target-size' && /^<a [^>]*class="graphiql-doc-explorer-/.test(html));
