import { readDashboards } from './readDashboards.ts';
import { readRules } from './readRules.ts';

/** Every expression of rules and dashboards, with where it stands. */
export function readExpressions(): { where: string; expr: string }[] {
  const choices = readDashboards().flatMap(({ title, templating }) =>
    templating.list.flatMap(({ name, query }) => {
      const [, metric, label] = /^label_values\((\w+), (\w+)\)$/.exec(String(query)) ?? [];
      return metric
        ? [{ where: `${title}: the choice of ${name}`, expr: `sum by (${label}) (${metric})` }]
        : [];
    }),
  );
  const panels = readDashboards().flatMap(({ title, panels }) =>
    panels.flatMap((panel) =>
      (panel.targets ?? []).map(({ expr }) => ({ where: `${title}: ${panel.title}`, expr })),
    ),
  );
  const rules = readRules().map(({ file, rule }) => ({
    where: `${file}: ${rule.alert ?? rule.record}`,
    expr: rule.expr,
  }));
  return [...rules, ...choices, ...panels];
}
