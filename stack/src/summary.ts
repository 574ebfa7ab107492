import { accounts } from '@guildhall/seeds/accounts';
import type { RunningStack } from './startStack.ts';

/** What a person wants to know of a stack that has just started. */
export function summary({ database, apiKeys, graph, web, issuer }: RunningStack): string {
  const addresses: string[][] = [
    ...(web ? [['Web app', web, 'open this first']] : []),
    ...(graph ? [['Graph', forPeople(graph.url), '']] : []),
    ...(graph && issuer
      ? [
          [
            'Explorer',
            forPeople(new URL('/explorer/', graph.url).href),
            'operations and the docs of the graph',
          ],
        ]
      : []),
    ...(graph
      ? [['REST', forPeople(new URL('/rest', graph.url).href), 'the same without GraphQL, and how to ask']]
      : []),
    ...(issuer ? [['Sign-in', issuer, 'shows an access token']] : []),
    ...Object.entries(graph?.subgraphUrls ?? {}).map(([name, url]) => [
      `Subgraph ${name}`,
      forPeople(url),
      'answers the gateway alone; /status, /metrics',
    ]),
  ];
  addresses.push(
    ...Object.entries(graph?.workerUrls ?? {}).map(([name, url]) => [
      `Worker ${name}`,
      forPeople(url),
      'does the jobs; /status, /metrics',
    ]),
  );
  const { host, pathname } = new URL(database.ownerUrl);
  const databases = [
    ['Owner', database.ownerUrl],
    ...Object.entries(database.serviceUrls).map(([name, url]) => [`Service ${name}`, url]),
    ['Support', database.adminUrl],
  ];
  const personas = Object.entries(accounts).map(([persona, { name }]) => [
    persona,
    name,
    `npm run --silent token -- ${persona}`,
  ]);
  const { id, secret } = apiKeys.admin;
  return [
    graph
      ? table([...addresses, ['PostgreSQL', `${host}${pathname}`, 'npm run start:db prints its addresses']])
      : table(databases),
    ...(issuer ? [table([['Sign in as', `at ${issuer}`, 'or in a terminal'], ...personas])] : []),
    ...(graph
      ? [
          table([['Local admin key', `${id}:${secret}`]]),
          `  curl -u ${id}:${secret} ${forPeople(graph.url)} \\\n    -H 'content-type: application/json' -d '{"query": "{ shifts(first: 5) { nodes { startsAt facility { name } } } }"}'`,
        ]
      : []),
    '  Ctrl-C stops everything; the next start keeps the data, npm start -- --reset begins anew.',
  ].join('\n\n');
}

/** Services listen on 127.0.0.1; people type localhost. */
const forPeople = (url: string) => url.replace('//127.0.0.1:', '//localhost:');

function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ')}`.trimEnd())
    .join('\n');
}
