import { SettingsError } from '@guildhall/kit/env';
import { createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { z } from 'zod';
import { readGatewaySettings } from './env.ts';
import { startGateway } from './server.ts';

/** What a parent process may say: the answer is `{ type: 'swapped' }` or `{ type: 'swapFailed', error }`. */
const swapMessage = z.object({
  type: z.literal('swap'),
  supergraphSdl: z.string().optional(),
  subgraphUrls: z.record(z.string(), z.url()).optional(),
});

try {
  const settings = readGatewaySettings();
  const logger = createLogger({ name: 'gateway', level: settings.logLevel });
  const gateway = await startGateway({ settings, logger, metrics: createMetrics('gateway') });
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
  const { code, message } = error as NodeJS.ErrnoException;
  const isForPeople =
    error instanceof SettingsError || code === 'EADDRINUSE' || (error as Error).name.endsWith('Refused');
  console.error(isForPeople ? message : error);
  process.exitCode = 1;
}
