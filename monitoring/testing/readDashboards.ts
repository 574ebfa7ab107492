import { readFileSync, readdirSync } from 'node:fs';

/** A panel as Grafana reads it. */
export interface Panel {
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly targets?: readonly { readonly expr: string; readonly refId: string }[];
  readonly fieldConfig?: {
    readonly defaults: { readonly unit?: string; readonly links?: readonly { readonly url?: string }[] };
  };
}

/** A dashboard as Grafana reads it. */
export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly name: string; readonly query: unknown }[] };
}

/** The dashboards that `npm run generate` makes. */
export function readDashboards(): Dashboard[] {
  const folder = new URL('../grafana/dashboards/generated/', import.meta.url);
  return readdirSync(folder).map(
    (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Dashboard,
  );
}
