import { addExported } from '@guildhall/monitoring/testing/addExported';
import { readExpressions } from '@guildhall/monitoring/testing/readExpressions';
import { unknownIn } from '@guildhall/monitoring/testing/unknownIn';
import { expect, test } from 'vitest';
import { signInAs } from '../signInAs.ts';
import { journey } from './journey.ts';

test('what a person does is measured by page and by call of the graph, as rules and dashboards name it', async () =>
  journey(async (page, web) => {
    await signInAs(page, 'agent', `${web}/a/facilities`);
    const text = await (await fetch(`${web}/metrics`)).text();
    expect(text).toMatch(
      /^guildhall_web_request_seconds_count\{service="web",route="\/a\/facilities",method="GET",outcome="answered"\} [1-9]/m,
    );
    expect(text).toMatch(/^guildhall_web_graph_call_seconds_count\{service="web",outcome="data"\} [1-9]/m);
    const exported = new Map<string, Set<string>>();
    addExported(text, exported);
    const isOfWeb = (metric: string) => metric.startsWith('guildhall_web_');
    const expressions = readExpressions().filter(({ expr }) => expr.includes('guildhall_web_'));
    expect(expressions.length).toBeGreaterThan(5);
    expect(expressions.flatMap(({ expr }) => unknownIn(expr, exported, isOfWeb))).toEqual([]);
  }));
