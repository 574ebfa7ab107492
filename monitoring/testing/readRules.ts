import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';

/** A rule of Prometheus. */
export interface Rule {
  readonly expr: string;
  readonly record?: string;
  readonly alert?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Every rule, by its file. */
export function readRules(): { file: string; rule: Rule }[] {
  const folder = new URL('../prometheus/rules/', import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const { groups } = parse(readFileSync(new URL(file, folder), 'utf8')) as { groups: { rules: Rule[] }[] };
    return groups.flatMap(({ rules }) => rules.map((rule) => ({ file, rule })));
  });
}
