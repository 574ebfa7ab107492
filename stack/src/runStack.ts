import { createProgress } from './progress.ts';
import { showError } from './runCommand.ts';
import { startStack, type RunningStack, type StackOptions } from './startStack.ts';
import { summary } from './summary.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a stack until it is told to end or a part of it fails, and then ends this process with nothing left behind.
 * The second Ctrl-C ends it at once.
 *
 * @param whileRunning called once everything answers; what it returns is called before anything is stopped.
 */
export async function runStack(
  options: Omit<StackOptions, 'progress'>,
  whileRunning: (stack: RunningStack) => Promise<() => Promise<void>> = async () => async () => {},
): Promise<never> {
  const asked = new AbortController();
  const untilAsked = new Promise<void>((resolve) => asked.signal.addEventListener('abort', () => resolve()));
  for (const signal of signals) {
    process.on(signal, () => {
      // The embedded PostgreSQL ends by itself when this process does.
      if (asked.signal.aborted) process.exit(130);
      asked.abort();
    });
  }
  const progress = createProgress(process.stdout, asked.signal);
  // A bug in one part must not leave the others running without it.
  const broken = new Promise<never>((_, reject) => {
    process.on('uncaughtException', reject);
    process.on('unhandledRejection', reject);
  });
  broken.catch(() => {});

  let exitCode = 0;
  let stack: RunningStack | undefined;
  let endWhileRunning = async () => {};
  try {
    stack = await Promise.race([startStack({ ...options, progress }), broken]);
    endWhileRunning = await whileRunning(stack);
    progress.line(`\n${summary(stack)}\n`);
    await Promise.race([untilAsked, stack.failed, broken]);
  } catch (error) {
    if (!asked.signal.aborted) {
      showError(error);
      exitCode = 1;
    }
  }
  try {
    if (stack) progress.line('Stopping…');
    await endWhileRunning();
    await stack?.stop();
  } catch (error) {
    showError(error);
    exitCode = 1;
  }
  process.exit(exitCode);
}
