// The documentation of every setting: node stack/src/settingsTable.ts writes docs/settings.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  domainSettings,
  gatewayLimits,
  repository,
  tracingSettings,
  workerSettings,
  stackSettings,
  type Setting,
} from './settings.ts';

const row = (name: string, byDefault: string, what: string, secret = false) => ({
  name,
  byDefault,
  what,
  secret,
});

/** What the services read when each runs by itself, as in production. The local stack sets these for them. */
const ofServices: Omit<Setting, 'schema'>[] = [
  row('PORT', 'gateway 4000, web 4020; subgraphs and workers have none', 'the port to listen on'),
  row('HOST', '127.0.0.1', 'the address to listen on; in a container 0.0.0.0'),
  row('LOG_LEVEL', 'info', 'the least level of log lines'),
  row('OIDC_ISSUER', 'none', 'gateway, web: the identity provider, exactly as in its tokens'),
  row('OIDC_AUDIENCE', 'none', 'gateway, web: the audience of access tokens'),
  row('OIDC_JWKS_URI', 'from discovery', "gateway: the issuer's keys"),
  row(
    'VIEWER_PRIVATE_KEY',
    'none',
    'gateway: the private Ed25519 key that viewers are signed with, a JWK in JSON',
    true,
  ),
  row('SUPERGRAPH_FILE', 'gateway/supergraph.graphql', 'gateway: the composed supergraph'),
  row(
    'EXPLORER_CLIENT_ID',
    'guildhall-explorer',
    'gateway: the id of the explorer at the identity provider, a public client that comes back to `/explorer/callback`; `none` turns the explorer off',
  ),
  row(
    'REST_DOCS',
    'public',
    'gateway: who reads the documentation at `/rest`, anybody, or with `explorers` those with the scope `explorer:use`',
  ),
  row(
    'TRUSTED_DOCUMENTS',
    'gateway/trustedDocuments',
    'gateway: the folder with the registered operations of clients, `<client id>.json` for each; a client that has a file may run nothing else',
  ),
  row(
    'OPERATIONS_PORT',
    'none',
    'gateway, web: the port of `/metrics`, and of `/status` of the gateway, for operators; without it they are answered at PORT, to the same machine alone',
  ),
  row(
    '<DOMAIN>_URL',
    'none',
    'gateway: the GraphQL address of each subgraph, for example http://people.internal:4001/graphql',
  ),
  row('<DOMAIN>_DATABASE_URL', 'none', "subgraph, worker: the address of the service's role", true),
  row('WEB_URL', 'none', 'web: where people reach the app, for example https://app.guildhall.example'),
  row(
    'GATEWAY_URL',
    'none',
    'web: the address of the graph, for example http://gateway.internal:4000/graphql',
  ),
  row(
    'GATEWAY_PUBLIC_URL',
    'the origin of GATEWAY_URL',
    'web: where calendar programs reach the gateway from outside, for example https://graph.guildhall.example; the calendar addresses that agents copy begin with it',
  ),
  row(
    'OIDC_CLIENT_ID',
    'guildhall-web',
    "web: the app's id at the identity provider, which sends people back to `/auth/callback` and `/signed-out`",
  ),
  row(
    'OIDC_EXPLORER_CLIENT_ID',
    'guildhall-explorer',
    "web: the explorer's id at the identity provider, a public client that may come back to the app as well",
  ),
  row(
    'OIDC_CONNECTION',
    "none: the provider's own choice",
    'web: the connection through which the identity provider signs support staff in, for example google-oauth2',
  ),
  row(
    'HOME_TIME_ZONE',
    'Europe/London',
    'web: the zone whose clocks are read where neither a place nor a person says one',
  ),
  row('OIDC_CLIENT_SECRET', 'none: a public client', 'web: its secret there, when it has one', true),
  row('OIDC_SCOPES', 'none', 'web: the scopes to ask for, with spaces between'),
  row(
    'SESSION_SECRET',
    'none',
    'web: what seals session cookies, 32 random characters or more; to change it, put the new one before the old one, with a comma between',
    true,
  ),
  row('NODE_ENV', 'production', 'web: development serves what is saved'),
  row('VIEWER_JWKS', 'none', 'subgraph: the public keys of the gateway, a JSON Web Key Set'),
  row('VERSION', 'development', 'what is deployed, shown by /status'),
  row('COMMIT', 'none', 'the commit that it was made from, shown by /status'),
  row(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'none: nothing is traced',
    'the collector that traces are sent to by OTLP over HTTP',
  ),
  row('OTEL_TRACES_SAMPLER_ARG', '1', 'the share of traces that are recorded'),
];

/** The whole text of docs/settings.md. */
export function settingsDocument(): string {
  return `# Settings

Made from \`stack/src/settings.ts\` by \`node stack/src/settingsTable.ts\`; a test fails when they differ. Settings are environment variables, read once when a process starts; a wrong one ends it with a sentence that names it. Never commit or log one marked secret.

## The local stack

Read by \`npm start\`, \`start:db\`, \`start:api\`, \`dev\`, \`token\` and \`db\`. A port of 0 takes any free one. \`<DOMAIN>\` is the name of a domain in capitals; their subgraphs listen from 4001 on, in name order, and the workers of those that have one from 4101 on.

${table([...stackSettings, ...tracingSettings, ...domainSettings('<domain>', 0), ...workerSettings('<domain>', 0)])}

### Limits

How much one operation or viewer may ask of the gateway. What goes over one is refused with the code \`LIMIT_EXCEEDED\` and a sentence that names the setting.

${table(gatewayLimits)}

## Each service by itself

The gateway reads its limits under the names above as well. Read by \`gateway/src/main.ts\`, \`subgraphs/<domain>/src/main.ts\`, \`subgraphs/<domain>/src/workerMain.ts\` and \`web/serve.ts\`, as in production.

${table(ofServices)}
`;
}

function table(rows: readonly Omit<Setting, 'schema'>[]): string {
  const lines = rows.map(
    ({ name, byDefault, what, secret }) =>
      `| \`${name}\` | ${byDefault} | ${what} | ${secret ? 'yes' : ''} |`,
  );
  return ['| setting | default | what it is | secret |', '|---|---|---|---|', ...lines].join('\n');
}

if (import.meta.main) writeFileSync(join(repository, 'docs/settings.md'), settingsDocument());
