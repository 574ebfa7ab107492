import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { readRules } from '../testing/readRules.ts';
import { requireProgram } from '../testing/requireProgram.ts';

const folder = fileURLToPath(new URL('../prometheus/', import.meta.url));
const filesOf = (name: string) => readdirSync(`${folder}/${name}`).map((file) => `${name}/${file}`);
const alerts = readRules().flatMap(({ rule }) => (rule.alert ? [{ ...rule, alert: rule.alert }] : []));

// Three seconds of work, more on a busy machine.
test('Prometheus takes the rules, and each fires when it should and not when it should not', (context) => {
  const promtool = requireProgram(context, 'promtool');
  for (const [command, files] of [
    ['check', filesOf('rules')],
    ['test', filesOf('tests')],
  ] as const) {
    const { status, stdout, stderr } = spawnSync(promtool, [command, 'rules', ...files], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout + stderr).not.toContain('FAILED');
    expect(status).toBe(0);
  }
});

test('no alert is without a test that sees it silent, and then firing', () => {
  const checks = filesOf('tests').flatMap((file) => {
    const { tests } = parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
      tests: { promql_expr_test?: { expr: string; exp_samples?: { labels: string }[] }[] }[];
    };
    return tests.map(({ promql_expr_test: expected = [] }) =>
      expected
        .filter(({ expr }) => expr.includes('ALERTS{alertstate="firing"'))
        .map(({ exp_samples: samples = [] }) => samples.map(({ labels }) => labels).join()),
    );
  });
  for (const { alert } of alerts) {
    const isFor = (text: string) => text.includes(`alertname="${alert}"`);
    const tested = checks.some((moments) => moments.some(isFor) && !moments.every(isFor));
    expect(tested, alert).toBe(true);
  }
});

test('each alert says how urgent it is, of which service, what is wrong, and where it stands what to do', () => {
  const runbook = readFileSync(new URL('../../docs/alerts.md', import.meta.url), 'utf8');
  // An address on a page is its heading in small letters; alerts that begin alike may share one.
  const headings = [...runbook.matchAll(/^### (.+)$/gm)].map(([, name]) => name!);
  const used = new Set<string>();
  for (const { alert, labels, annotations } of alerts) {
    expect(['page', 'ticket'], alert).toContain(labels?.severity);
    expect(Object.keys(annotations ?? {}).toSorted(), alert).toEqual(['description', 'runbook', 'summary']);
    const [, section] = /^docs\/alerts\.md#(\w+)$/.exec(annotations!.runbook!) ?? [];
    const heading = headings.find((name) => name.toLowerCase() === section && alert.startsWith(name));
    expect(heading, alert).toBeDefined();
    used.add(heading!);
  }
  expect([...used].toSorted()).toEqual(headings.toSorted());
  const names = alerts.map(({ alert }) => alert);
  expect(new Set(names).size).toBe(names.length);
});
