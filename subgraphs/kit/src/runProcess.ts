import { z } from 'zod';
import { readEnvironment, settingsInForce, SettingsError } from './env.ts';
import { serviceSettings } from './serviceSettings.ts';

/** What a process of a domain runs. */
interface Running {
  readonly url: string;
  /** Rejects when it has ended and nobody asked it to. */
  readonly failed?: Promise<never>;
  close(): Promise<void>;
}

/**
 * Runs what a domain is made of as a process of its own. On SIGTERM and SIGINT, and when a parent process that it was
 * forked from is gone, it finishes what it has begun and ends. Wrong settings end it with a message that names them.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  try {
    const running = await start();
    const stop = async () => {
      await running.close();
      if (process.connected) process.disconnect();
    };
    for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => void stop());
    running.failed?.catch(() => {
      process.exitCode = 1;
      void stop();
    });
    // A parent process is told the address; otherwise the log says it.
    process.send?.({ type: 'started', url: running.url });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Reads the settings that a process of a domain has: where it listens, its database, and those of every service.
 *
 * @param examplePort told to whoever has set none.
 * @param more settings that only this kind of process has.
 * @throws SettingsError naming each that is missing or wrong.
 */
export function readProcessSettings<More extends z.ZodRawShape>(
  domain: string,
  examplePort: number,
  more: More,
) {
  const urlName = `${domain.toUpperCase()}_DATABASE_URL`;
  const address = z.object({
    [urlName]: z
      .url({ protocol: /^postgres(ql)?$/ })
      .describe(
        `the address of the service's role, postgresql://guildhall_${domain}:password@host:5432/guildhall`,
      ),
  });
  const variables = serviceSettings.extend({
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65535)
      .describe(`the port to listen on, for example ${examplePort}`),
    HOST: z.string().default('127.0.0.1').describe('the address to listen on, 127.0.0.1 by default'),
    ...more,
  });
  const { [urlName]: databaseUrl } = readEnvironment(address);
  return {
    environment: readEnvironment(variables),
    databaseUrl: databaseUrl!,
    inForce: settingsInForce(address.extend(variables.shape), [urlName]),
  };
}
