import { z } from 'zod';

/** Text of a form, and what to write when it has another. */
const text = (form: RegExp, instead: string) => z.string(instead).regex(form, instead);
const whole = (least: number) => z.number(`a whole number from ${least} on`).int().min(least);

/** The name of an environment, a size or a set of domains. */
export const name = text(
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

/** The id of a client at the identity provider, which chooses ids itself. */
const client = (whose: string) => z.string(`the id of ${whose} at the identity provider`).min(1);

const environment = z.strictObject({
  account: z.string('the name of one of the accounts'),
  size: z.string('the name of one of the sizes'),
  domains: z.string('the name of one of the domainSets'),
  network: cidr,
  zone,
  hosts: z.strictObject({ web: host, graph: host, grafana: host }),
  signIn: signIn.extend({
    webClient: client('the web app'),
    explorerClient: client('the explorers, a public client'),
    grafanaClient: client('Grafana'),
  }),
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
  signIn: signIn.extend({ frontendClient: client('the frontend') }),
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

/** The form of configuration.json. Each message says what to write. */
export const configurationSchema = z.strictObject({
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
    z.union(
      [
        z.literal('all'),
        z.strictObject({ domains: z.array(z.string()).min(1), awaits: z.array(z.string()) }),
      ],
      '"all", or { "domains": […], "awaits": […] }: the domains, and those that will belong to them once there are any',
    ),
  ),
  sizes: z.record(name, size),
  environments: z.record(name, environment),
  tickets: z.strictObject({
    like: z.string('the name of the environment whose settings tickets take'),
    size: z.string('the name of one of the sizes'),
    network: cidr,
    webClient: client('the web app of tickets, a public client, so that nobody has to put a secret in,'),
  }),
  exchanges: z.record(name, exchange),
});

/** An account of AWS and the region that everything in it stands in. */
export type Account = z.output<typeof account>;
/** How large an environment is; in nothing else do two of one kind differ. */
export type Size = z.output<typeof size>;
/** The file as it is written, with names for what stands elsewhere in it. */
export type Written = z.output<typeof configurationSchema>;
export type WrittenEnvironment = z.output<typeof environment>;
export type WrittenExchange = z.output<typeof exchange>;
