import { metricsOf } from './metricsOf.ts';
import { readRules } from './readRules.ts';

/** The labels of each metric that somebody exports. */
export type Exported = ReadonlyMap<string, ReadonlySet<string>>;

/** On every series, by what finds targets, see configuration.sh. */
const ofTargets = ['job', 'instance', 'service', 'environment'];

/** What Prometheus makes of rules and targets itself. */
function madeByPrometheus(): Map<string, string[]> {
  const rules = readRules().map(({ rule }) => rule);
  return new Map([
    ['up', []],
    ['ALERTS', ['alertname', 'alertstate', ...rules.flatMap(({ labels = {} }) => Object.keys(labels))]],
    ...rules.flatMap(({ record, expr }): [string, string[]][] =>
      record ? [[record, metricsOf(expr).grouped]] : [],
    ),
  ]);
}

/**
 * The metrics and labels that an expression names and nobody exports.
 *
 * @param isAbout whether a metric is looked at; others are left to another test.
 */
export function unknownIn(expr: string, exported: Exported, isAbout = (_metric: string) => true): string[] {
  const made = madeByPrometheus();
  const labelsOf = (metric: string) => made.get(metric) ?? exported.get(metric);
  const { selectors, grouped } = metricsOf(expr);
  const about = selectors.filter(({ metric }) => isAbout(metric));
  const missing = about.filter(({ metric }) => labelsOf(metric) === undefined).map(({ metric }) => metric);
  if (missing.length > 0) return missing;
  const known = (metric: string) => new Set([...labelsOf(metric)!, ...ofTargets]);
  const chosen = about.flatMap(({ metric, labels }) =>
    labels.filter((label) => !known(metric).has(label)).map((label) => `the label ${label} of ${metric}`),
  );
  if (about.length < selectors.length) return chosen;
  const all = new Set(about.flatMap(({ metric }) => [...known(metric)]));
  return [...chosen, ...grouped.filter((label) => !all.has(label)).map((label) => `the label ${label}`)];
}
