import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Limits, limitSettings, limitsOf, settableLimits } from '@guildhall/gateway/limits';
import { type SettingInForce, readEnvironment, settingsInForce } from '@guildhall/kit/env';
import { serviceSettings } from '@guildhall/kit/serviceSettings';
import { domains } from '@guildhall/prisma/domains';
import { z } from 'zod';
import { workerDomains } from './workers.ts';

/** The root of the repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A setting, as the documentation shows it. */
export interface Setting {
  readonly name: string;
  /** What holds when it is not set, in words where it is not a value. */
  readonly byDefault: string;
  /** What it is, ending in an example where one helps. */
  readonly what: string;
  /** Never printed, never logged. */
  readonly secret: boolean;
  readonly schema: z.ZodType;
}

const port = (byDefault: number) => z.coerce.number().int().min(0).max(65_535).default(byDefault);
const database = z.url({ protocol: /^postgres(ql)?$/ }).optional();
const setting = (name: string, byDefault: unknown, schema: z.ZodType, what: string): Setting => ({
  name,
  byDefault: String(byDefault),
  what,
  secret: false,
  schema,
});
const secret = (...args: Parameters<typeof setting>): Setting => ({ ...setting(...args), secret: true });

/** The name of the setting that moves a domain's subgraph to another port. */
export const portSetting = (domain: string) => `${domain.toUpperCase()}_PORT`;
/** The name of the setting that moves a domain's worker to another port. */
export const workerPortSetting = (domain: string) => `${domain.toUpperCase()}_WORKER_PORT`;
const databaseSetting = (domain: string) => `${domain.toUpperCase()}_DATABASE_URL`;

/** The settings of the stack as a whole. Ports: 0 takes a free one. */
export const stackSettings: readonly Setting[] = [
  setting('GATEWAY_PORT', 4000, port(4000), 'the port of the graph, for example 4000'),
  setting('OIDC_PORT', 4010, port(4010), 'the port of the local identity provider, for example 4010'),
  setting('WEB_PORT', 4020, port(4020), 'the port of the web app, for example 4020'),
  setting('POSTGRES_PORT', 4032, port(4032), 'the port of the embedded PostgreSQL, for example 4032'),
  setting(
    'PROMETHEUS_PORT',
    4040,
    port(4040),
    'the port of Prometheus under `npm run start:monitoring`, for example 4040',
  ),
  setting(
    'ALERTMANAGER_PORT',
    4041,
    port(4041),
    'the port of Alertmanager under `npm run start:monitoring`, for example 4041',
  ),
  setting(
    'DATA_DIRECTORY',
    '.data',
    z.string().default('.data'),
    'where the local stack keeps its database and keys, for example .data',
  ),
  setting(
    'SEED_SCALE',
    1,
    z.coerce.number().positive().max(1000).default(1),
    'how much generated data an empty database gets: 1 is 20 facilities, 200 agents, 3,000 shifts and 40 workshops',
  ),
  setting(
    'LOG_LEVEL',
    'warn',
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
    'the least level of the log lines that are shown, for example info',
  ),
  secret(
    'DATABASE_URL',
    'an embedded PostgreSQL',
    database,
    "an owner's address of a PostgreSQL 18 to use instead, for example postgresql://owner:password@localhost:5432/guildhall; the owner needs CREATEROLE, not more",
  ),
  secret(
    'ADMIN_DATABASE_URL',
    'made from DATABASE_URL',
    database,
    'the address of the support tooling, whose password is set to the one in it, for example postgresql://guildhall_admin:password@localhost:5432/guildhall',
  ),
  setting(
    'OIDC_ISSUER',
    'a local identity provider',
    z.url().optional(),
    'the identity provider to use instead, exactly as in its tokens, for example https://guildhall.eu.auth0.com/',
  ),
  setting(
    'OIDC_AUDIENCE',
    'https://graph.guildhall.example',
    z.string().min(1).default('https://graph.guildhall.example'),
    'the audience of access tokens, for example https://graph.guildhall.example',
  ),
  setting(
    'WEB_CLIENT_ID',
    'guildhall-web',
    z.string().min(1).default('guildhall-web'),
    'the id of the web app at the identity provider, for example guildhall-web',
  ),
  secret(
    'WEB_CLIENT_SECRET',
    'none: a public client',
    z.string().min(1).optional(),
    'the secret of the web app at an identity provider that gives it one',
  ),
  setting(
    'OIDC_EXPLORER_CLIENT_ID',
    'guildhall-explorer',
    z.string().min(1).default('guildhall-explorer'),
    'the id of the explorers, of the gateway and in the web app, at the identity provider',
  ),
  setting(
    'OIDC_CONNECTION',
    "none: the provider's own choice",
    z.string().min(1).optional(),
    'the connection through which the identity provider signs support staff in, for example google-oauth2',
  ),
  setting(
    'HOME_TIME_ZONE',
    'Europe/London',
    z.string().min(1).default('Europe/London'),
    'the zone whose clocks are read where neither a place nor a person says one',
  ),
  setting(
    'WEB',
    'on',
    z.enum(['on', 'off']).default('on'),
    'whether `npm start` and `npm run dev` run the web app; off starts faster where only the graph is looked at',
  ),
];

/** The settings of tracing, which every service has. */
const tracingNames = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER_ARG'] as const;
export const tracingSettings: readonly Setting[] = tracingNames.map((name) => {
  const schema = serviceSettings.shape[name];
  return setting(
    name,
    schema.parse(undefined) ?? 'none: nothing is traced',
    schema,
    schema.description ?? '',
  );
});

/** How much one operation or viewer may ask of the gateway. */
export const gatewayLimits: readonly Setting[] = Object.values(settableLimits).map(
  ({ setting: name, byDefault, what }) => setting(name, byDefault, limitSettings.shape[name]!, what),
);

/** The settings of one domain; subgraphs listen from 4001 on, in name order. */
export const domainSettings = (domain: string, place: number): readonly Setting[] => [
  setting(
    portSetting(domain),
    4001 + place,
    port(4001 + place),
    `the port of the subgraph ${domain}, for example ${4001 + place}`,
  ),
  secret(
    databaseSetting(domain),
    'made from DATABASE_URL',
    database,
    `the address of the service ${domain}, whose password is set to the one in it, for example postgresql://guildhall_${domain}:password@localhost:5432/guildhall`,
  ),
];

/** The setting of a domain's worker; workers listen from 4101 on, in name order. */
export const workerSettings = (domain: string, place: number): readonly Setting[] => [
  setting(
    workerPortSetting(domain),
    4101 + place,
    port(4101 + place),
    `the port at which the worker of ${domain} says how it is, for example ${4101 + place}`,
  ),
];

const settings = [
  ...stackSettings,
  ...tracingSettings,
  ...gatewayLimits,
  ...domains.flatMap(domainSettings),
  ...workerDomains.flatMap(workerSettings),
];

/** The settings of the local stack, read and checked. */
export interface StackSettings {
  readonly gatewayPort: number;
  /** By domain. */
  readonly subgraphPorts: Readonly<Record<string, number>>;
  /** By domain, of those that have a worker. */
  readonly workerPorts: Readonly<Record<string, number>>;
  readonly oidcPort: number;
  readonly webPort: number;
  readonly hasWeb: boolean;
  /** The web app at the identity provider. */
  readonly webClient: { id: string; secret: string | undefined };
  /** The explorers at the identity provider. */
  readonly explorerClientId: string;
  /** Through which the provider signs support staff in. */
  readonly oidcConnection: string | undefined;
  readonly homeTimeZone: string;
  readonly postgresPort: number;
  readonly prometheusPort: number;
  readonly alertmanagerPort: number;
  /** An absolute path. */
  readonly dataDirectory: string;
  readonly seedScale: number;
  readonly logLevel: string;
  /** An owner's address; an embedded PostgreSQL when left out. */
  readonly databaseUrl: string | undefined;
  /** The addresses of services that were given, by domain. */
  readonly serviceUrls: Readonly<Record<string, string>>;
  readonly adminDatabaseUrl: string | undefined;
  /** A provider elsewhere; the local one when left out. */
  readonly oidcIssuer: string | undefined;
  readonly oidcAudience: string;
  /** Of the gateway. */
  readonly limits: Limits;
  readonly tracing: { endpoint: string | undefined; ratio: number };
  /** What is set and where it came from, for `/status`. */
  readonly inForce: readonly SettingInForce[];
}

const schema = z.object(
  Object.fromEntries(settings.map((each) => [each.name, each.schema.describe(each.what)])),
);

/**
 * Reads the settings above.
 *
 * @throws SettingsError naming each that is wrong, and how to set it.
 */
export function readSettings(source: Record<string, string | undefined> = process.env): StackSettings {
  // The object is made from the table, so that its type is lost: the table says what each value is.
  const values = readEnvironment(schema, source) as Record<string, never>;
  const byDomain = <T>(nameOf: (domain: string) => string) =>
    Object.fromEntries(
      domains
        .map((domain): [string, T] => [domain, values[nameOf(domain)]!])
        .filter(([, value]) => value !== undefined),
    );
  return {
    gatewayPort: values.GATEWAY_PORT!,
    subgraphPorts: byDomain<number>(portSetting),
    workerPorts: byDomain<number>(workerPortSetting),
    oidcPort: values.OIDC_PORT!,
    webPort: values.WEB_PORT!,
    hasWeb: values.WEB === ('on' as never),
    webClient: { id: values.WEB_CLIENT_ID!, secret: values.WEB_CLIENT_SECRET },
    explorerClientId: values.OIDC_EXPLORER_CLIENT_ID!,
    oidcConnection: values.OIDC_CONNECTION,
    homeTimeZone: values.HOME_TIME_ZONE!,
    postgresPort: values.POSTGRES_PORT!,
    prometheusPort: values.PROMETHEUS_PORT!,
    alertmanagerPort: values.ALERTMANAGER_PORT!,
    dataDirectory: resolve(repository, values.DATA_DIRECTORY!),
    seedScale: values.SEED_SCALE!,
    logLevel: values.LOG_LEVEL!,
    databaseUrl: values.DATABASE_URL,
    serviceUrls: byDomain<string>(databaseSetting),
    adminDatabaseUrl: values.ADMIN_DATABASE_URL,
    oidcIssuer: values.OIDC_ISSUER,
    oidcAudience: values.OIDC_AUDIENCE!,
    limits: limitsOf(values),
    tracing: { endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: values.OTEL_TRACES_SAMPLER_ARG! },
    inForce: settingsInForce(
      schema,
      settings.filter(({ secret: isSecret }) => isSecret).map(({ name }) => name),
      source,
    ),
  };
}
