import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { metricsOf } from '../testing/metricsOf.ts';
import { readDashboards } from '../testing/readDashboards.ts';
import { readExpressions } from '../testing/readExpressions.ts';
import { unknownIn } from '../testing/unknownIn.ts';

const dashboards = readDashboards();

test('every expression of a rule or a panel is PromQL that reads something', () => {
  for (const { where, expr } of readExpressions()) {
    const { selectors } = metricsOf(expr);
    expect(selectors.length, where).toBeGreaterThan(0);
    expect(
      selectors.map(({ metric }) => metric),
      where,
    ).not.toContain('');
  }
  expect(() => metricsOf('sum by (service) (rate(up[5m])')).toThrow('Not PromQL');
});

test('every panel says what it shows, in which unit, and by queries that each have a name of their own', () => {
  for (const { title, panels } of dashboards) {
    const shown = panels.filter(({ type }) => type !== 'row');
    expect(shown.length).toBeGreaterThan(3);
    expect(new Set(shown.map((panel) => panel.title)).size, title).toBe(shown.length);
    for (const panel of shown) {
      const where = `${title}: ${panel.title}`;
      expect(panel.description, where).toMatch(/\.$/);
      expect(panel.fieldConfig?.defaults.unit, where).toBeTruthy();
      const names = panel.targets!.map(({ refId }) => refId);
      expect(new Set(names).size, where).toBe(names.length);
    }
  }
});

test('links lead to dashboards that there are, and choose by what those let choose', () => {
  const choices = new Map(
    dashboards.map(({ uid, templating }) => [uid, templating.list.map(({ name }) => name)]),
  );
  const links = dashboards.flatMap(({ panels }) =>
    panels.flatMap(({ fieldConfig }) => (fieldConfig?.defaults.links ?? []).map(({ url }) => url!)),
  );
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) {
    const [, uid, variable] = /^\/d\/([\w-]+)\?var-(\w+)=/.exec(link) ?? [];
    expect(choices.get(uid!), link).toContain(variable);
  }
});

test('Grafana is told of sources that dashboards choose from, and where the dashboards are', () => {
  const read = (file: string) =>
    parse(readFileSync(new URL(`../grafana/provisioning/${file}`, import.meta.url), 'utf8'));
  const { datasources } = read('datasources/prometheus.yml');
  expect(datasources.map(({ type, url }: { type: string; url: string }) => [type, url])).toEqual([
    ['prometheus', '$PROMETHEUS_URL'],
    ['prometheus', '$HISTORY_URL'],
  ]);
  expect(read('dashboards/guildhall.yml').providers[0].options.path).toBe('/etc/grafana/dashboards');
  for (const { templating } of dashboards) {
    expect(templating.list[0]).toMatchObject({ name: 'datasource', query: 'prometheus' });
  }
  expect(existsSync(new URL('../grafana/dashboards/generated/services.json', import.meta.url))).toBe(true);
});

test('a metric or a label that nobody exports is found', () => {
  const exported = new Map([['known_seconds_bucket', new Set(['le'])]]);
  const unknown = (expr: string) => unknownIn(expr, exported);
  expect(unknown('sum by (le, service) (rate(known_seconds_bucket{le="1"}[5m])) and up')).toEqual([]);
  expect(unknown('sum by (le, operation) (rate(known_seconds_bucket{state="x"}[5m]))')).toEqual([
    'the label state of known_seconds_bucket',
    'the label operation',
  ]);
  expect(unknown('unknown_total + guildhall:graph_failed:rate5m')).toEqual(['unknown_total']);
  expect(unknown('sum by (subgraph) (guildhall:refused:rate5m)')).toEqual(['the label subgraph']);
});
