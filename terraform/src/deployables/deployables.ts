import { existsSync } from 'node:fs';

/** Files of a bucket that a service may read or change, by the beginning of their names. */
export interface BucketAccess {
  readonly bucket: 'workspace' | 'data' | 'shared';
  /** Ends in a slash; empty for all of the bucket. */
  readonly prefix: string;
  readonly may: 'read' | 'write' | 'readWrite';
}

/** Something that runs in an environment: a container of its own, from one image. */
export interface Deployable {
  /** The service's name, by which others reach it. */
  readonly name: string;
  /** Its image in the registry; a worker shares that of its domain. */
  readonly image: string;
  readonly kind: 'gateway' | 'web' | 'subgraph' | 'worker' | 'monitoring' | 'exchange' | 'once';
  /** Of a subgraph or worker. */
  readonly domain?: string;
  readonly port: number;
  /** Where Prometheus finds `/metrics`, for what has any. */
  readonly metricsPort?: number;
  /** What says that it is well, run in the container. */
  readonly healthCheck: readonly string[];
  /** What it runs instead of what its image does by itself. */
  readonly command?: readonly string[];
  /** Whether it asks someone outside: the identity provider, PagerDuty. */
  readonly callsOut: boolean;
  /** Whether there may be several, as many as the load asks for. */
  readonly scales: boolean;
  /** Whether it writes nothing on its own disk. */
  readonly readsOnly: boolean;
  readonly buckets: readonly BucketAccess[];
}

const subgraphs = new URL('../../../subgraphs/', import.meta.url);

/** Node's own fetch, since images hold no other client. */
const answers = (port: number, path = '/healthz') => [
  'CMD',
  'node',
  '-e',
  `fetch('http://127.0.0.1:${port}${path}').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`,
];
/** The images of Prometheus and its like have busybox, and no Node. */
const busyboxAnswers = (port: number, path: string) => [
  'CMD-SHELL',
  `wget --quiet --tries=1 --output-document=/dev/null http://127.0.0.1:${port}${path} || exit 1`,
];

const service = {
  callsOut: false,
  scales: true,
  readsOnly: true,
  buckets: [],
} satisfies Partial<Deployable>;

/** The subgraph of a domain, and its worker when it has a `workerMain.ts`. */
function ofDomain(domain: string, hasWorker: (domain: string) => boolean): Deployable[] {
  const subgraph: Deployable = {
    ...service,
    name: domain,
    image: domain,
    kind: 'subgraph',
    domain,
    port: 4001,
    metricsPort: 4001,
    healthCheck: answers(4001),
    buckets: [{ bucket: 'workspace', prefix: `${domain}/`, may: 'readWrite' }],
  };
  if (!hasWorker(domain)) return [subgraph];
  const command = ['node', `subgraphs/${domain}/src/workerMain.ts`];
  return [subgraph, { ...subgraph, name: `${domain}-worker`, kind: 'worker', command }];
}

/**
 * Everything that runs in an environment of the institute.
 *
 * @param domains those that the environment runs.
 */
export function instituteDeployables(
  domains: readonly string[],
  hasWorker = (domain: string) => existsSync(new URL(`${domain}/src/workerMain.ts`, subgraphs)),
): Deployable[] {
  return [
    ...domains.flatMap((domain) => ofDomain(domain, hasWorker)),
    {
      ...service,
      name: 'gateway',
      image: 'gateway',
      kind: 'gateway',
      port: 4000,
      metricsPort: 4090,
      healthCheck: answers(4000),
      callsOut: true,
    },
    {
      ...service,
      name: 'web',
      image: 'web',
      kind: 'web',
      port: 4020,
      metricsPort: 4090,
      healthCheck: answers(4020),
      callsOut: true,
      readsOnly: false,
    },
  ];
}

const monitoring = { ...service, kind: 'monitoring', scales: false, readsOnly: false } as const;

/** What watches an environment. Their configuration is in their images. */
export const monitoringDeployables: readonly Deployable[] = [
  {
    ...monitoring,
    name: 'prometheus',
    image: 'prometheus',
    port: 9090,
    metricsPort: 9090,
    healthCheck: busyboxAnswers(9090, '/-/healthy'),
  },
  {
    ...monitoring,
    name: 'alertmanager',
    image: 'alertmanager',
    port: 9093,
    metricsPort: 9093,
    healthCheck: busyboxAnswers(9093, '/-/healthy'),
    callsOut: true,
  },
  {
    ...monitoring,
    name: 'grafana',
    image: 'grafana',
    port: 3000,
    metricsPort: 3000,
    healthCheck: busyboxAnswers(3000, '/api/health'),
    callsOut: true,
  },
  {
    ...monitoring,
    name: 'blackbox',
    image: 'blackbox',
    port: 9115,
    metricsPort: 9115,
    healthCheck: busyboxAnswers(9115, '/-/healthy'),
    // The way that people come: to the public balancer.
    callsOut: true,
    readsOnly: true,
  },
];

const pipeline = { ...service, kind: 'exchange', scales: false, readsOnly: false } as const;

/** What a local authority runs besides its domains, the organisation likewise. */
export const exchangeDeployables: readonly Deployable[] = [
  {
    ...pipeline,
    name: 'frontend',
    image: 'frontend',
    port: 8080,
    healthCheck: answers(8080),
    scales: true,
    buckets: [{ bucket: 'workspace', prefix: 'uploads/', may: 'write' }],
  },
  {
    ...pipeline,
    name: 'daemon',
    image: 'daemon',
    port: 8080,
    healthCheck: answers(8080),
    buckets: [
      { bucket: 'workspace', prefix: 'uploads/', may: 'read' },
      { bucket: 'workspace', prefix: 'runs/', may: 'readWrite' },
    ],
  },
  {
    ...pipeline,
    name: 'code-server',
    image: 'code-server',
    port: 8080,
    healthCheck: answers(8080),
    buckets: [
      { bucket: 'workspace', prefix: 'uploads/', may: 'read' },
      { bucket: 'workspace', prefix: 'runs/', may: 'readWrite' },
      { bucket: 'data', prefix: '', may: 'readWrite' },
      { bucket: 'shared', prefix: '', may: 'readWrite' },
    ],
  },
  {
    ...pipeline,
    name: 'console',
    image: 'console',
    port: 8080,
    healthCheck: answers(8080),
    buckets: [{ bucket: 'workspace', prefix: 'runs/', may: 'read' }],
  },
];

const once = { ...service, kind: 'once', port: 0, healthCheck: [], scales: false } as const;

/** What runs to its end, and stops whatever follows when it fails. */
export const onceDeployables = {
  migrate: { ...once, name: 'migrate', image: 'migrate', command: ['node', 'prisma/migrate.ts', 'up'] },
  seed: { ...once, name: 'seed', image: 'seed', command: ['node', 'seeds/run.ts'] },
  machineKeys: {
    ...once,
    name: 'machine-keys',
    image: 'seed',
    command: ['node', 'seeds/machines/run.ts', 'keys'],
  },
} satisfies Record<string, Deployable>;

/**
 * The images that deployables run from, each once, in name order.
 */
export function imagesOf(deployables: readonly Deployable[]): string[] {
  return [...new Set(deployables.map(({ image }) => image))].toSorted();
}
