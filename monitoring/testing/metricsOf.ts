import { parser } from '@prometheus-io/lezer-promql';

/** A selector of an expression: a metric, the labels that it is chosen by, and what it is grouped by around it. */
export interface Selector {
  readonly metric: string;
  readonly labels: readonly string[];
}

/** What Grafana fills in, as Prometheus would read it. */
function filledIn(expr: string): string {
  return expr.replace(/\$__rate_interval|\$__range/g, '5m').replace(/\$(\w+)/g, '$1');
}

/**
 * The metrics that an expression of PromQL reads, and every label it names.
 *
 * @throws Error naming the place when it is not PromQL.
 */
export function metricsOf(expr: string): { selectors: Selector[]; grouped: string[] } {
  const text = filledIn(expr);
  const selectors: { metric: string; labels: string[] }[] = [];
  const grouped: string[] = [];
  parser.parse(text).iterate({
    enter({ name, node, type }) {
      const own = text.slice(node.from, node.to);
      if (type.isError) throw new Error(`Not PromQL at ${node.from}: ${text}`);
      if (name === 'VectorSelector') selectors.push({ metric: '', labels: [] });
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') selectors.at(-1)!.metric = own;
      if (name === 'LabelName') {
        if (node.parent?.name === 'GroupingLabels') grouped.push(own);
        else selectors.at(-1)?.labels.push(own);
      }
    },
  });
  return { selectors, grouped };
}
