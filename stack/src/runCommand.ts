import { SettingsError } from '@guildhall/kit/env';
import { Problem } from './problem.ts';

/**
 * Runs a command: what the person who typed it can put right is shown as its sentence alone, anything else with
 * its stack. The exit code is 1 then.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    showError(error);
    process.exitCode = 1;
  }
}

/** Writes an error to standard error in that way. */
export function showError(error: unknown): void {
  console.error(isForPeople(error) ? (error as Error).message : error);
}

function isForPeople(error: unknown): boolean {
  if (error instanceof Problem || error instanceof SettingsError) return true;
  // parseArgs says which argument it does not know.
  return (
    error instanceof TypeError &&
    (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS_') === true
  );
}
