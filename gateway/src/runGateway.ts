import { SettingsError } from '@guildhall/kit/env';
import { createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { createTelemetry } from '@guildhall/kit/telemetry';
import { z } from 'zod';
import { AccessRulesRefused } from './access/accessRules.ts';
import type { ReadSettings } from './env.ts';
import { AddressRefused, startGateway } from './server.ts';

/** What a parent process may say: the answer is `{ type: 'swapped' }` or `{ type: 'swapFailed', error }`. */
const swapMessage = z.object({
  type: z.literal('swap'),
  supergraphSdl: z.string().optional(),
  subgraphUrls: z.record(z.string(), z.url()).optional(),
});

/**
 * Runs a gateway as a process of its own until it is told to end: by a signal, or when a parent process that it was
 * forked from is gone. A parent is told the address, and may have the supergraph swapped.
 */
export async function runGateway(readSettings: () => ReadSettings): Promise<void> {
  try {
    const settings = readSettings();
    const logger = createLogger({ name: 'gateway', level: settings.logLevel });
    const telemetry = await createTelemetry({ service: 'gateway', ...settings.tracing });
    const gateway = await startGateway({ settings, logger, metrics: createMetrics('gateway'), telemetry });
    logger.info({ url: gateway.url }, 'The gateway answers.');

    process.on('message', async (message) => {
      const request = swapMessage.safeParse(message);
      if (!request.success) return;
      try {
        await gateway.swap(request.data);
        process.send?.({ type: 'swapped' });
      } catch (error) {
        logger.error({ err: error }, 'The supergraph stays as it was.');
        process.send?.({ type: 'swapFailed', error: (error as Error).message });
      }
    });
    process.send?.({ type: 'started', url: gateway.url });

    let stopping = false;
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      await gateway.close();
      if (process.connected) process.disconnect();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('disconnect', stop);
  } catch (error) {
    // What a person can mend is one sentence, a bug is a stack.
    const isForPeople =
      error instanceof SettingsError ||
      error instanceof AccessRulesRefused ||
      error instanceof AddressRefused;
    console.error(isForPeople ? error.message : error);
    process.exitCode = 1;
  }
}
