// The gateway alone, before subgraphs that replay their answers, beside its neighbours: npm run bench -- gateway.
// With --profile it says where its own time goes instead.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '@guildhall/gateway/compose';
import { generateViewerKeys } from '@guildhall/kit/viewer';
import { compare } from './compare.ts';
import { type Start, leaveCore } from './contestant.ts';
import { operations, schemas } from './gateway/graph.ts';
import { startIssuer } from './issuer.ts';
import { installPeers, peersFolder } from './peers.ts';
import { printProfile } from './profile.ts';
import { withoutRules } from './withoutRules.ts';

const wantsProfile = process.argv.includes('--profile');
const rounds = Number(process.argv.find((each) => each.startsWith('--rounds='))?.split('=')[1] ?? 5);
const sizes = process.argv
  .find((each) => each.startsWith('--sizes='))
  ?.split('=')[1]
  ?.split(',');
const asked = Object.entries(operations).filter(([size]) => !sizes || sizes.includes(size));
const only = process.argv
  .find((each) => each.startsWith('--only='))
  ?.split('=')[1]
  ?.split(',');

if (!wantsProfile) installPeers();
leaveCore();
const directory = mkdtempSync(join(tmpdir(), 'guildhall-bench-'));
const subgraphs = fork(join(import.meta.dirname, 'gateway/subgraphs.ts'), { execArgv: [] });
try {
  const [urls] = (await once(subgraphs, 'message')) as [Record<string, string>];
  const issuer = await startIssuer('people:read shifts:read');
  const starts: Start[] = [
    stockApollo(21_001, urls),
    hive(21_002, urls),
    await guildhall(21_003, urls, issuer),
  ].filter(({ name }) => !only || only.includes(name.split(' ')[0]!.toLowerCase()));
  if (wantsProfile) {
    for (const [name, { text, lengths }] of asked) {
      await printProfile(name, starts.at(-1)!, text, lengths, directory);
    }
  } else {
    for (const [name, { text, lengths }] of asked) {
      await compare(
        `The ${name} answer`,
        starts.map((start) => () => start),
        text,
        lengths,
        rounds,
      );
    }
  }
  issuer.server.close();
} finally {
  subgraphs.kill();
  rmSync(directory, { recursive: true });
}

/** The supergraph with the addresses of the subgraphs in it; the neighbours enforce no access rules. */
function supergraph(urls: Record<string, string>, { withRules }: { withRules: boolean }): string {
  let { supergraphSdl } = composeSupergraph({ schemas });
  if (!withRules) supergraphSdl = withoutRules(supergraphSdl);
  for (const [name, url] of Object.entries(urls)) {
    supergraphSdl = supergraphSdl.replace(`http://${name}.guildhall.internal/graphql`, url);
  }
  const file = join(directory, withRules ? 'protected.graphql' : 'plain.graphql');
  writeFileSync(file, supergraphSdl);
  return file;
}

function stockApollo(port: number, urls: Record<string, string>): Start {
  return {
    name: 'Apollo gateway and express',
    command: [process.execPath, 'stockApollo.mjs'],
    cwd: peersFolder,
    env: { PORT: String(port), SUPERGRAPH_FILE: supergraph(urls, { withRules: false }) },
    url: `http://127.0.0.1:${port}/graphql`,
  };
}

function hive(port: number, urls: Record<string, string>): Start {
  return {
    name: 'Hive Gateway with its Rust planner',
    command: [
      process.execPath,
      'node_modules/@graphql-hive/gateway/dist/bin.js',
      'supergraph',
      supergraph(urls, { withRules: false }),
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--hive-router-runtime',
      '--fork',
      '1',
    ],
    cwd: peersFolder,
    url: `http://127.0.0.1:${port}/graphql`,
  };
}

/** As in production: a signed token, access rules, limits, viewers signed for the subgraphs. */
async function guildhall(
  port: number,
  urls: Record<string, string>,
  issuer: Awaited<ReturnType<typeof startIssuer>>,
): Promise<Start> {
  return {
    name: 'Guildhall’s gateway',
    command: [process.execPath, join(import.meta.dirname, '../../gateway/src/main.ts')],
    env: {
      PORT: String(port),
      SUPERGRAPH_FILE: supergraph(urls, { withRules: true }),
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: 'bench',
      VIEWER_PRIVATE_KEY: JSON.stringify((await generateViewerKeys()).privateJwk),
      LIMIT_REQUESTS: '0',
      LOG_LEVEL: 'warn',
      ...Object.fromEntries(Object.entries(urls).map(([name, url]) => [`${name.toUpperCase()}_URL`, url])),
    },
    url: `http://127.0.0.1:${port}/graphql`,
    headers: { authorization: `Bearer ${issuer.token}` },
  };
}
