import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const execute = promisify(execFile);
const main = join(import.meta.dirname, '../src/main.ts');
const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
/** As the script runs it: a small heap for what is young, or a busy machine clears it too late. */
const flags = (/ node (.*)terraform\/src\/main\.ts/.exec(scripts.synth as string)![1] ?? '')
  .split(' ')
  .filter(Boolean);
const tellMemory = `data:text/javascript,process.on('exit', () => console.log(process.resourceUsage().maxRSS))`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-synth-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('npm run synth writes every stack within 300 MiB, that of a ticket when it is named, and leaves none that is no more', async () => {
  const stack = (name: string) => join(folder, 'stacks', name, 'cdk.tf.json');
  mkdirSync(join(folder, 'stacks/ticket-gone'), { recursive: true });
  writeFileSync(stack('ticket-gone'), '{}');
  const { stdout } = await execute('node', [
    ...flags,
    '--import',
    tellMemory,
    main,
    '--ticket',
    'abc-123',
    '--out',
    folder,
  ]);
  for (const name of ['organisation-states', 'ticket-abc-123'])
    expect(existsSync(stack(name)), name).toBe(true);
  expect(existsSync(stack('ticket-gone'))).toBe(false);
  expect(Number(stdout)).toBeLessThan(300 * 1024);
});

test('npm run synth says what to write in place of what is wrong, and writes nothing', async () => {
  const failed = execute('node', [main, '--ticket', 'Abc', '--out', folder]);
  await expect(failed).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--ticket Abc: write a name of 2 to 13 small letters'),
  });
  expect(existsSync(join(folder, 'stacks'))).toBe(false);
});
