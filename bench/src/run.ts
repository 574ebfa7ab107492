// npm run bench -- <name>: runs one benchmark, in a file of its own here, and prints its ratios.
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const name = process.argv[2] ?? '';
const file = join(import.meta.dirname, `${name}.ts`);
if (/^[a-z]+$/.test(name) && name !== 'run' && existsSync(file)) {
  await import(file);
} else {
  const names = globSync('*.ts', { cwd: import.meta.dirname }).filter((each) => each !== 'run.ts');
  console.error(`Say which benchmark to run: ${names.map((each) => each.replace('.ts', '')).join(', ')}.`);
  process.exitCode = 1;
}
