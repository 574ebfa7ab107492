import type { TestContext } from 'vitest';
import { type Program, findProgram } from '../src/findProgram.ts';

/** The path of a program that a test needs. Without it the test is skipped, and says so where everybody sees it. */
export function requireProgram(context: TestContext, program: Program): string {
  const found = findProgram(program);
  if (found.missing === undefined) return found.path;
  process.stderr.write(`SKIPPED ${context.task.name}: ${found.missing}\n`);
  return context.skip(found.missing);
}
