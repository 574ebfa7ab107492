import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { repository } from '../src/settings.ts';

const eslint = new ESLint({ cwd: repository });

async function brokenRules(code: string, file: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath: join(repository, file) });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const service = 'subgraphs/staffing/src/services/anything.ts';

test.for([
  ['guildhall/no-find-unique', 'await ctx.db.shift.findUnique({ where: { id } });'],
  ['guildhall/no-find-unique', 'await ctx.db.shift.findUniqueOrThrow({ where: { id } });'],
  ['guildhall/no-array-transaction', 'await ctx.db.$transaction([one, two]);'],
  ['guildhall/no-unsafe-sql', 'await ctx.db.$queryRawUnsafe(text);'],
  ['guildhall/no-unsafe-sql', 'await tx.$executeRawUnsafe(text);'],
  [
    'guildhall/no-set-config',
    "await ctx.db.$executeRaw`select set_config('guildhall.role', 'company', false)`;",
  ],
  ['guildhall/no-set-config', "await pool.query('select SET_CONFIG($1, $2, false)');"],
  ['guildhall/no-unlisted-as-system', "await asSystem(ctx, 'claimShift', work);"],
  ['guildhall/no-process-env', 'export const url = process.env.DATABASE_URL;'],
  ['no-console', "console.log('here');"],
  ['no-restricted-imports', "import '@guildhall/kit';"],
  ['no-restricted-imports', "import { ecsService } from '@cdktn/provider-aws';"],
])('%s refuses %s', async ([rule, code]) => {
  expect(await brokenRules(code!, service)).toContain(rule);
});

test.for(['test.only', 'describe.skip', 'it.todo'])('a test may not be left out by %s', async (call) => {
  expect(
    await brokenRules(`${call}('something', () => {});`, 'subgraphs/staffing/test/anything.test.ts'),
  ).toContain('guildhall/no-tests-left-out');
});

test('what is allowed passes', async () => {
  const code = `
    import { runAs } from '@guildhall/kit/database';
    export const load = async (db, ids) => db.shift.findMany({ where: { id: { in: ids } } });
    export const write = async (db) => db.$transaction(async (tx) => tx.$executeRaw\`select 1\`);
    export const asCaller = runAs;`;
  expect(await brokenRules(code, service)).toEqual([]);
});
