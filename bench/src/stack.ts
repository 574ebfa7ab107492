// The whole stack with its database, beside its neighbours on the same tables: npm run bench -- stack.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '@guildhall/gateway/compose';
import { createViewerSigner, generateViewerKeys } from '@guildhall/kit/viewer';
import { domains } from '@guildhall/prisma/domains';
import { startEmbeddedPostgres } from '@guildhall/prisma/embedded';
import { migrateUp } from '@guildhall/prisma/migrate';
import { adminRole, serviceRole } from '@guildhall/prisma/roles';
import { seedAll } from '@guildhall/seeds/seed';
import { type Contender, compare } from './compare.ts';
import { type Start, leaveCore } from './contestant.ts';
import { startIssuer } from './issuer.ts';
import { installPeers, peersFolder } from './peers.ts';
import { printProfile } from './profile.ts';
import { withoutRules } from './withoutRules.ts';
import { lengths, normalised, operation, postgraphileOperation } from './stack/question.ts';

const rounds = Number(process.argv.find((each) => each.startsWith('--rounds='))?.split('=')[1] ?? 5);
const password = 'bench';
const scopes = ['people:read', 'organisations:read', 'facilities:read', 'agents:read', 'shifts:read'];
const root = join(import.meta.dirname, '../..');

installPeers();
leaveCore();
const directory = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
chmodSync(directory, 0o711); // Root's benchmarks run PostgreSQL as another user, who must get in.
const postgres = await startEmbeddedPostgres({
  dataDirectory: join(directory, 'postgres'),
  port: 0,
  durable: false,
});
try {
  const addressOf = (role: string) =>
    Object.assign(new URL(postgres.ownerUrl), { username: role, password }).href;
  const roles = [adminRole, ...domains.map(serviceRole)];
  await migrateUp({
    databaseUrl: postgres.ownerUrl,
    servicePasswords: Object.fromEntries(roles.map((role) => [role, password])),
  });
  const serviceUrls = Object.fromEntries(domains.map((domain) => [domain, addressOf(serviceRole(domain))]));
  await seedAll({ serviceUrls, scale: 1 });
  const issuer = await startIssuer(scopes.join(' '));
  const { privateJwk, publicJwks } = await generateViewerKeys();

  const urlOf = (port: number) => `http://127.0.0.1:${port}/graphql`;
  const subgraphPorts = Object.fromEntries(domains.map((domain, n) => [domain, 21_101 + n]));
  const subgraphs = domains.map((domain) => ({
    command: [process.execPath, join(root, 'subgraphs', domain, 'src/main.ts')] as const,
    env: {
      PORT: String(subgraphPorts[domain]),
      [`${domain.toUpperCase()}_DATABASE_URL`]: serviceUrls[domain]!,
      VIEWER_JWKS: JSON.stringify(publicJwks),
      LOG_LEVEL: 'warn',
    },
    url: urlOf(subgraphPorts[domain]!),
  }));
  const protectedFile = join(directory, 'protected.graphql');
  const composed = composeSupergraph().supergraphSdl;
  writeFileSync(protectedFile, composed);
  const plainFile = join(directory, 'plain.graphql');
  let supergraphSdl = withoutRules(composed);
  for (const { url } of subgraphs) {
    const domain = domains.find((each) => urlOf(subgraphPorts[each]!) === url)!;
    supergraphSdl = supergraphSdl.replace(`http://${domain}.guildhall.internal/graphql`, url);
  }
  writeFileSync(plainFile, supergraphSdl);

  /** The neighbours' gateways send the subgraphs a viewer that holds for a minute, longer than a round. */
  const subgraphHeaders = async () =>
    createViewerSigner(privateJwk)({ personId: null, organisationId: null, role: 'company', scopes });
  const protection = { issuer: issuer.url, audience: 'bench', viewerKey: privateJwk };
  const bearer = { authorization: `Bearer ${issuer.token}` };

  const contenders: Contender[] = [
    () => ({
      name: 'The rows by `pg` alone',
      command: [process.execPath, join(import.meta.dirname, 'stack/rows.ts')],
      env: { PORT: '21001', DATABASE_URL: addressOf(adminRole) },
      url: urlOf(21_001),
    }),
    () => ({
      name: 'PostGraphile 5',
      command: [process.execPath, 'postgraphile.mjs'],
      cwd: peersFolder,
      env: { PORT: '21002', DATABASE_URL: addressOf(adminRole) },
      url: urlOf(21_002),
      operation: postgraphileOperation,
    }),
    () => ({
      name: 'Guildhall, one process',
      command: [process.execPath, join(import.meta.dirname, 'stack/guildhall.ts')],
      env: {
        SETTINGS: JSON.stringify({
          port: 21_003,
          serviceUrls,
          publicJwks,
          protection,
          supergraphFile: protectedFile,
        }),
      },
      url: urlOf(21_003),
      headers: bearer,
    }),
    () => ({
      name: 'Guildhall, a process for each part',
      command: [process.execPath, join(root, 'gateway/src/main.ts')],
      env: {
        PORT: '21004',
        SUPERGRAPH_FILE: protectedFile,
        OIDC_ISSUER: issuer.url,
        OIDC_AUDIENCE: 'bench',
        VIEWER_PRIVATE_KEY: JSON.stringify(privateJwk),
        EXPLORER_CLIENT_ID: 'none',
        LIMIT_REQUESTS: '0',
        LOG_LEVEL: 'warn',
        ...Object.fromEntries(
          domains.map((domain) => [`${domain.toUpperCase()}_URL`, urlOf(subgraphPorts[domain]!)]),
        ),
      },
      url: urlOf(21_004),
      headers: bearer,
      behind: subgraphs,
    }),
    async (): Promise<Start> => ({
      name: 'The same subgraphs behind Hive Gateway with its Rust planner',
      command: [
        process.execPath,
        'node_modules/@graphql-hive/gateway/dist/bin.js',
        'supergraph',
        plainFile,
        '--config-path',
        'gateway.config.mjs',
        '--port',
        '21005',
        '--host',
        '127.0.0.1',
        '--hive-router-runtime',
        '--fork',
        '1',
      ],
      cwd: peersFolder,
      env: { SUBGRAPH_HEADERS: JSON.stringify(await subgraphHeaders()) },
      url: urlOf(21_005),
      behind: subgraphs,
    }),
    async (): Promise<Start> => ({
      name: 'The same subgraphs behind Apollo gateway and express',
      command: [process.execPath, 'stockApollo.mjs'],
      cwd: peersFolder,
      env: {
        PORT: '21006',
        SUPERGRAPH_FILE: plainFile,
        SUBGRAPH_HEADERS: JSON.stringify(await subgraphHeaders()),
      },
      url: urlOf(21_006),
      behind: subgraphs,
    }),
  ];
  if (process.argv.includes('--profile')) {
    await printProfile('stack', await contenders[2]!(), operation, lengths, directory);
    process.exit();
  }
  await compare('A page of 50 shifts, from the database', contenders, operation, lengths, rounds, normalised);

  const oneSubgraph = operation.replace('agent { person { name } }', 'agent { homeArea }');
  await compare(
    'The part of it that one service knows',
    [
      async (): Promise<Start> => {
        const staffing = subgraphs[domains.indexOf('staffing')]!;
        return { ...staffing, name: 'The subgraph `staffing` alone', headers: await subgraphHeaders() };
      },
      contenders[2]!,
      contenders[3]!,
    ],
    oneSubgraph,
    lengths,
    rounds,
    normalised,
  );
  issuer.server.close();
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
