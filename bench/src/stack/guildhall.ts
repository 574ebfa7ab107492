// Subgraphs and gateway in one process, as the local stack runs them.
import { readFileSync } from 'node:fs';
import { startGateway } from '@guildhall/gateway/server';
import type { StartDomain } from '@guildhall/kit/domain';
import { createLogger } from '@guildhall/kit/logger';
import { createMetrics } from '@guildhall/kit/metrics';
import { domains } from '@guildhall/prisma/domains';

const settings = JSON.parse(process.env.SETTINGS!);
const logger = createLogger({ name: 'bench', level: 'warn' });
const subgraphUrls: Record<string, string> = {};
for (const domain of domains) {
  const { start } = (await import(`@guildhall/${domain}/subgraph`)) as { start: StartDomain };
  const { url } = await start({
    port: 0,
    databaseUrl: settings.serviceUrls[domain],
    viewerJwks: settings.publicJwks,
    logger,
    metrics: createMetrics(domain),
  });
  subgraphUrls[domain] = `${url}/graphql`;
}
await startGateway({
  settings: {
    port: settings.port,
    host: '127.0.0.1',
    protection: settings.protection,
    limits: { requests: 0 },
    subgraphUrls,
    supergraphSdl: readFileSync(settings.supergraphFile, 'utf8'),
  },
  logger,
  metrics: createMetrics('gateway'),
});
process.on('SIGTERM', () => process.exit());
