// Writes the dashboards as Grafana reads them: npm run generate.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';

const dashboards = new URL('dashboards/', import.meta.url);
const generated = new URL('generated/', dashboards);
mkdirSync(generated, { recursive: true });
for (const file of readdirSync(dashboards).filter((name) => name.endsWith('.ts'))) {
  const name = file.replace('.ts', '');
  const module = (await import(new URL(file, dashboards).href)) as Record<string, object>;
  writeFileSync(new URL(`${name}.json`, generated), `${JSON.stringify(module[name], null, 2)}\n`);
}
