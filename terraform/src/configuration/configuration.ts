import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { domains as allDomains } from '@guildhall/prisma/domains';
import { z } from 'zod';
import { overlap } from './cidr.ts';

/** The file is wrong. The message names each place and says what to write there. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Text of a form, and what to write when it has another. */
const text = (form: RegExp, instead: string) => z.string(instead).regex(form, instead);
const whole = (least: number) => z.number(`a whole number from ${least} on`).int().min(least);

const name = text(
  /^[a-z][a-z0-9-]{1,18}[a-z0-9]$/,
  'a name of 3 to 20 small letters, digits and hyphens, beginning with a letter',
);
const host = text(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a host name, for example graph.guildhall.example');
const cidr = text(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/, 'a network in CIDR notation, for example 10.21.0.0/16');

const account = z.strictObject({
  id: text(/^\d{12}$/, 'the 12 digits of an AWS account, as a text'),
  region: text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region, for example eu-west-2'),
});

const size = z.strictObject({
  zones: whole(2).max(3),
  natGateways: whole(1).max(3),
  task: z.strictObject({
    cpu: z.union(
      [256, 512, 1024, 2048, 4096].map((units) => z.literal(units)),
      '256, 512, 1024, 2048 or 4096, units of Fargate',
    ),
    memory: whole(512),
    min: whole(1),
    max: whole(1),
  }),
  database: z.strictObject({
    class: text(/^db\.[a-z0-9]+\.[a-z0-9]+$/, 'a class of RDS, for example db.t4g.small'),
    storageGib: whole(20),
    multiAz: z.boolean('true for a standby in another zone, or false'),
    backupDays: whole(0).max(35),
  }),
  logDays: z.union(
    [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731].map((days) => z.literal(days)),
    'a number of days that CloudWatch knows: 7, 14, 30, 90, 180, 365…',
  ),
  monitoring: z.boolean('true for Prometheus, Alertmanager and Grafana, or false'),
  protected: z.boolean('true to keep database and buckets from being deleted, or false'),
});

const zone = z.strictObject({
  id: text(/^Z[A-Z0-9]+$/, 'the id of a hosted zone of Route 53, which begins with Z'),
  name: host,
});

const signIn = z.strictObject({
  issuer: z.url(
    'the identity provider exactly as in its tokens, for example https://guildhall.eu.auth0.com/',
  ),
  audience: z.url('the audience of access tokens, for example https://graph.guildhall.example'),
  connection: z.string().min(1).optional(),
});

const environment = z.strictObject({
  account: z.string('the name of one of the accounts'),
  size: z.string('the name of one of the sizes'),
  domains: z.string('the name of one of the domainSets'),
  network: cidr,
  zone,
  hosts: z.strictObject({ web: host, graph: host, grafana: host }),
  signIn: signIn.extend({ grafanaClient: z.string('the id of Grafana at the identity provider').min(1) }),
  generatedData: z.boolean('true to fill an empty database with generated data, or false'),
});

const repository = text(/^[\w.-]+\/[\w.-]+$/, 'owner/name of the repository at GitHub');

const exchange = z.strictObject({
  /** That of the institute when left out. */
  repository: repository.optional(),
  account: z.union([z.string(), account], 'the name of one of the accounts, or the id and region of another'),
  size: z.string('the name of one of the sizes'),
  domains: z.string('the name of one of the domainSets'),
  networks: z.strictObject({ frontend: cidr, pipeline: cidr }),
  zone,
  host,
  signIn: signIn.extend({
    frontendClient: z.string('the id of the frontend at the identity provider').min(1),
  }),
  console: z.discriminatedUnion(
    'switch',
    [
      z.strictObject({ switch: z.literal('off') }),
      z.strictObject({
        switch: z.literal('on'),
        vpn: z.strictObject({
          clients: cidr,
          serverCertificate: text(/^arn:aws:acm:/, 'the ARN of the certificate of the VPN in ACM'),
          samlProvider: text(
            /^arn:aws:iam::\d{12}:saml-provider\//,
            'the ARN of the SAML provider that signs people in',
          ),
        }),
      }),
    ],
    '{ "switch": "off" }, or { "switch": "on", "vpn": … }',
  ),
  sharing: z.enum(['open', 'revoked'], 'open to let the organisation read the shared bucket, or revoked'),
});

const file = z.strictObject({
  repository,
  organisation: z.strictObject({
    id: text(/^o-[a-z0-9]{10,32}$/, 'the id of the AWS organisation, which begins with o-'),
    peopleAccount: account.shape.id,
  }),
  companyNetwork: z.strictObject({
    cidrs: z.array(cidr).min(1),
    transitGateway: text(
      /^tgw-[0-9a-f]+$/,
      'the id of the transit gateway that the company network is joined to',
    ),
  }),
  alarms: z.strictObject({ email: z.email('the address that alarms are sent to') }),
  accounts: z.strictObject({ organisation: account, dev: account, prod: account }),
  domainSets: z.record(
    name,
    z.union([z.literal('all'), z.array(z.string()).min(1)], '"all", or a list of domains'),
  ),
  sizes: z.record(name, size),
  environments: z.record(name, environment),
  tickets: z.strictObject({
    like: z.string('the name of the environment whose settings tickets take'),
    size: z.string('the name of one of the sizes'),
    network: cidr,
  }),
  exchanges: z.record(name, exchange),
});

/** An account of AWS and the region that everything in it stands in. */
export type Account = z.output<typeof account>;
/** How large an environment is; in nothing else do two of one kind differ. */
export type Size = z.output<typeof size>;
type File = z.output<typeof file>;

/** An environment of the institute, with what its names stand for. */
export interface Environment extends Omit<z.output<typeof environment>, 'account' | 'size' | 'domains'> {
  readonly name: string;
  readonly account: Account;
  readonly size: Size;
  /** The supergraph in the gateway's image that is composed for its domains. */
  readonly domainSet: string;
  readonly domains: readonly string[];
  /** Whether it is made for a ticket, and goes with it. */
  readonly isTicket: boolean;
}

/** What a local authority runs, and the organisation beside it. */
export interface Exchange extends Omit<z.output<typeof exchange>, 'account' | 'size' | 'domains'> {
  readonly repository: string;
  readonly name: string;
  readonly account: Account;
  readonly size: Size;
  readonly domainSet: string;
  readonly domains: readonly string[];
  /** Whether it is the organisation's own, which reads what others share. */
  readonly isOrganisation: boolean;
}

export interface Configuration extends Pick<
  File,
  'repository' | 'organisation' | 'companyNetwork' | 'alarms' | 'accounts'
> {
  /** Each domain set with its domains. */
  readonly domainSets: Readonly<Record<string, readonly string[]>>;
  readonly environments: readonly Environment[];
  readonly exchanges: readonly Exchange[];
}

/** The file that describes every account and environment. */
export const configurationFile = fileURLToPath(new URL('../../configuration.json', import.meta.url));

/**
 * Checks a configuration and puts in what its names stand for.
 *
 * @param given what stands in the file.
 * @param tickets names of the environments to make for tickets.
 * @throws ConfigurationError naming each place that is wrong.
 */
export function readConfiguration(
  given: unknown = JSON.parse(readFileSync(configurationFile, 'utf8')),
  { tickets = [], domains = allDomains }: { tickets?: readonly string[]; domains?: readonly string[] } = {},
): Configuration {
  const result = file.safeParse(given);
  if (!result.success) {
    throw problems(
      result.error.issues.map(({ path, message, code, ...rest }) => {
        const unknown = code === 'unrecognized_keys' && 'keys' in rest ? `remove ${String(rest.keys)}` : null;
        return `${path.join('.') || 'the file'}: ${unknown ?? `write ${message}`}`;
      }),
    );
  }
  const wrong: string[] = [];
  const { data } = result;
  const pick = <Value>(of: string, values: Readonly<Record<string, Value>>, wanted: string, path: string) => {
    const value = values[wanted];
    if (value === undefined) wrong.push(`${path}: write one of the ${of}, ${Object.keys(values).join(', ')}`);
    return value!;
  };

  const domainSets: Record<string, readonly string[]> = {};
  for (const [set, members] of Object.entries(data.domainSets)) {
    domainSets[set] = members === 'all' ? domains : members.toSorted();
    for (const [index, member] of (members === 'all' ? [] : members).entries())
      if (!domains.includes(member))
        wrong.push(
          `domainSets.${set}.${index}: there is no domain ${member}; write one of ${domains.join(', ')}`,
        );
  }

  const environmentOf = (
    path: string,
    own: string,
    given: z.output<typeof environment>,
    isTicket: boolean,
  ): Environment => ({
    ...given,
    name: own,
    account: pick('accounts', data.accounts, given.account, `${path}.account`),
    size: pick('sizes', data.sizes, given.size, `${path}.size`),
    domainSet: given.domains,
    domains: pick('domainSets', domainSets, given.domains, `${path}.domains`),
    isTicket,
  });
  const environments = Object.entries(data.environments).map(([own, settings]) =>
    environmentOf(`environments.${own}`, own, settings, false),
  );
  const like = pick('environments', data.environments, data.tickets.like, 'tickets.like');
  for (const ticket of new Set(tickets)) {
    const own = `ticket-${ticket}`;
    if (!name.safeParse(own).success)
      wrong.push(`--ticket ${ticket}: write a name of 2 to 13 small letters, digits and hyphens`);
    else if (like) environments.push(environmentOf('tickets', own, ticketSettings(data, like, ticket), true));
  }

  const exchanges = Object.entries(data.exchanges).map(([own, settings]): Exchange => {
    const path = `exchanges.${own}`;
    if (own in data.environments || own in data.accounts !== (own === 'organisation'))
      wrong.push(`${path}: write another name, this one is taken`);
    return {
      ...settings,
      repository: settings.repository ?? data.repository,
      name: own,
      account:
        typeof settings.account === 'string'
          ? pick('accounts', data.accounts, settings.account, `${path}.account`)
          : settings.account,
      size: pick('sizes', data.sizes, settings.size, `${path}.size`),
      domainSet: settings.domains,
      domains: pick('domainSets', domainSets, settings.domains, `${path}.domains`),
      isOrganisation: settings.account === 'organisation',
    };
  });
  if (wrong.length === 0) wrong.push(...doNotFit(data, environments, exchanges));
  if (wrong.length > 0) throw problems(wrong);
  const { repository, organisation, companyNetwork, alarms, accounts } = data;
  return { repository, organisation, companyNetwork, alarms, accounts, domainSets, environments, exchanges };
}

/** A ticket's environment is like another, smaller, under names of its own in the same zone. */
function ticketSettings(
  data: File,
  like: z.output<typeof environment>,
  ticket: string,
): z.output<typeof environment> {
  const hosts = {
    web: `${ticket}.${like.zone.name}`,
    graph: `${ticket}-graph.${like.zone.name}`,
    grafana: `${ticket}-grafana.${like.zone.name}`,
  };
  return { ...like, size: data.tickets.size, network: data.tickets.network, hosts, generatedData: true };
}

/** What each part by itself cannot see. */
function doNotFit(
  data: File,
  environments: readonly Environment[],
  exchanges: readonly Exchange[],
): string[] {
  const wrong: string[] = [];
  for (const {
    name: own,
    account: of,
    size: given,
    generatedData,
    hosts,
    zone: under,
    isTicket,
  } of environments) {
    const path = isTicket ? 'tickets' : `environments.${own}`;
    if (of === data.accounts.prod && generatedData)
      wrong.push(`${path}.generatedData: write false, it is in prod`);
    if (of === data.accounts.prod && !(given.protected && given.database.multiAz && given.monitoring))
      wrong.push(`${path}.size: write one that is protected, monitored and has a standby, it is in prod`);
    if (isTicket && given.protected)
      wrong.push('tickets.size: write one that is not protected, or it cannot go');
    if (isTicket && given.monitoring)
      wrong.push('tickets.size: write one without monitoring, tickets share a network');
    for (const [key, each] of Object.entries(hosts))
      if (each !== under.name && !each.endsWith(`.${under.name}`))
        wrong.push(`${path}.hosts.${key}: write a host in the zone ${under.name}`);
  }
  for (const { name: own, account: of } of exchanges)
    if (of.region !== data.accounts.organisation.region)
      wrong.push(
        `exchanges.${own}.account.region: write ${data.accounts.organisation.region}, where the registries are: the frontend has no way out of its region`,
      );
  const ids = Object.values(data.accounts).map(({ id }) => id);
  for (const { name: own, account: of } of exchanges.filter(({ isOrganisation }) => !isOrganisation)) {
    if (ids.includes(of.id)) wrong.push(`exchanges.${own}.account.id: write an account of its own`);
    ids.push(of.id);
  }
  for (const { name: one, account: of } of [...environments, ...exchanges])
    for (const { name: other, account: within } of [...environments, ...exchanges])
      if (of.id === within.id && !one.startsWith('ticket-') && other.startsWith(`${one}-`))
        wrong.push(
          `${other}: write a name that does not begin with that of ${one}, whose rights go by its name`,
        );
  const networks = [
    ...data.companyNetwork.cidrs.map((network, index) => [`companyNetwork.cidrs.${index}`, network] as const),
    ...environments
      .filter(({ isTicket }) => !isTicket)
      .map((each) => [`environments.${each.name}.network`, each.network] as const),
    ...exchanges.flatMap(({ name: own, networks: both }) =>
      (['frontend', 'pipeline'] as const).map(
        (part) => [`exchanges.${own}.networks.${part}`, both[part]] as const,
      ),
    ),
  ];
  for (const [index, [path, network]] of networks.entries()) {
    const other = networks.slice(0, index).find(([, earlier]) => overlap(network, earlier));
    if (other) wrong.push(`${path}: write a network that does not overlap with ${other[0]}`);
  }
  return wrong;
}

function problems(lines: readonly string[]): ConfigurationError {
  return new ConfigurationError(
    `terraform/configuration.json has to be mended:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
}
