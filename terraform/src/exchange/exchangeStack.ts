import { TerraformOutput } from 'cdktn';
import { Construct } from 'constructs';
import type { Configuration, Exchange } from '../configuration/configuration.ts';
import { bucketArn, bucketName, readerRoleArn } from '../configuration/names.ts';
import {
  type Deployable,
  exchangeDeployables,
  imagesOf,
  instituteDeployables,
  onceDeployables,
} from '../deployables/deployables.ts';
import { Alarms } from '../environment/alarms.ts';
import { BaseStack } from '../environment/baseStack.ts';
import { Cluster } from '../environment/cluster.ts';
import { Database } from '../environment/database.ts';
import { Endpoints } from '../environment/endpoints.ts';
import { FlowLog } from '../environment/flowLog.ts';
import { Graph } from '../environment/graph.ts';
import { Images } from '../environment/images.ts';
import { Keys } from '../environment/keys.ts';
import { MachineKeys } from '../environment/machineKeys.ts';
import { Migrations } from '../environment/migrations.ts';
import { Network } from '../environment/network.ts';
import type { Place } from '../environment/place.ts';
import { Service, type ServiceOptions } from '../environment/service.ts';
import type { Site } from '../environment/site.ts';
import { Storage } from '../environment/storage.ts';
import type { Statement } from '../policies/policyDocument.ts';
import { Frontend } from './frontend.ts';
import { PipelineConsole } from './pipelineConsole.ts';

/** What an exchange runs, each by its digest. */
export function exchangeImages({ domains }: Exchange): string[] {
  const graph = instituteDeployables(domains).filter(({ kind }) => kind !== 'web');
  return imagesOf([...exchangeDeployables, ...graph, onceDeployables.migrate, onceDeployables.machineKeys]);
}

/**
 * What a local authority runs, and the organisation likewise: a frontend in one network; in another the pipeline, the
 * graph of the domains that it needs, and a database of its own.
 */
export class ExchangeStack extends BaseStack {
  constructor(scope: Construct, exchange: Exchange, configuration: Configuration) {
    const { name, account, size } = exchange;
    const organisation = configuration.accounts.organisation;
    super(scope, name, { account, organisation });
    const site: Site = { environment: name, account, registry: organisation, size };
    const images = new Images(this, 'images', { names: exchangeImages(exchange), registry: organisation });

    const keys = new Keys(this, 'keys', { site });
    const storage = new Storage(this, 'storage', {
      site,
      keys,
      reader:
        exchange.sharing === 'open'
          ? { account: organisation, organisationId: configuration.organisation.id }
          : null,
    });
    const frontend = new Frontend(this, 'frontend', { site, keys, images, storage, exchange });

    const network = new Network(this, 'network', {
      site,
      part: 'pipeline',
      cidr: exchange.networks.pipeline,
      hasWayOut: true,
    });
    new FlowLog(this, 'flow-log', { site, network, keys });
    const buckets = bucketArn(bucketName(account, name, '*'));
    const shared = configuration.exchanges
      .filter((other) => exchange.isOrganisation && !other.isOrganisation && other.sharing === 'open')
      .map((other) => bucketArn(bucketName(other.account, other.name, 'shared')));
    const endpoints = new Endpoints(this, 'endpoints', {
      site,
      network,
      to: [
        'ecr.api',
        'ecr.dkr',
        'logs',
        'secretsmanager',
        ...(exchange.isOrganisation ? (['sts'] as const) : []),
      ],
      s3: [
        {
          Sid: 'BucketsOfThisEnvironment',
          Effect: 'Allow',
          Principal: '*',
          Action: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListBucket'],
          Resource: [buckets, `${buckets}/*`],
          Condition: { StringEquals: { 'aws:PrincipalAccount': account.id } },
        },
        ...(shared.length === 0
          ? []
          : ([
              {
                Sid: 'WhatAuthoritiesShare',
                Effect: 'Allow',
                Principal: '*',
                Action: ['s3:GetObject', 's3:ListBucket'],
                Resource: shared.flatMap((bucket) => [bucket, `${bucket}/*`]),
                Condition: { ArnEquals: { 'aws:PrincipalArn': readerRoleArn(organisation) } },
              },
            ] satisfies Statement[])),
      ],
    });
    const database = new Database(this, 'database', { site, network, keys, domains: exchange.domains });
    const cluster = new Cluster(this, 'cluster', { site, network, part: 'pipeline' });
    const place: Place = { site, network, endpoints, cluster, keys, images };
    const migrations = new Migrations(this, 'migrations', { place, database, generatedData: false });
    const machineKeys = new MachineKeys(this, 'machine-keys', {
      place,
      database,
      apiKeys: [],
      secretsToFill: [],
      after: migrations.done,
    });
    const graph = new Graph(this, 'graph', {
      place,
      database,
      storage,
      machineKeys,
      domains: exchange.domains,
      domainSet: exchange.domainSet,
      signIn: exchange.signIn,
    });

    const optionsOf = (deployable: Deployable, reaches: readonly Service[]): ServiceOptions => ({
      place,
      deployable,
      settings: {
        NODE_ENV: 'production',
        HOST: '0.0.0.0',
        PORT: String(deployable.port),
        AWS_REGION: account.region,
        GATEWAY_URL: `http://${graph.gateway.name}:${graph.gateway.port}/graphql`,
        ...Object.fromEntries(
          reaches.map((other) => [
            `${other.name.toUpperCase().replaceAll('-', '_')}_URL`,
            `http://${other.name}:${other.port}`,
          ]),
        ),
        ...Object.fromEntries(
          deployable.buckets.map(({ bucket }) => [
            `${bucket.toUpperCase()}_BUCKET`,
            bucketName(account, name, bucket),
          ]),
        ),
        ...(deployable.name === 'code-server' &&
          exchange.isOrganisation && { SHARED_READER_ROLE: readerRoleArn(organisation) }),
      },
      secrets: [],
      statements: [
        ...storage.statementsFor(deployable.buckets),
        ...(deployable.name === 'code-server' && exchange.isOrganisation
          ? [
              {
                Sid: 'ReadWhatAuthoritiesShare',
                Effect: 'Allow',
                Action: 'sts:AssumeRole',
                Resource: readerRoleArn(organisation),
              } as const,
            ]
          : []),
      ],
      reaches: [graph.gateway, ...reaches],
      after: [graph.gateway.resource],
    });
    const byName = Object.fromEntries(exchangeDeployables.map((deployable) => [deployable.name, deployable]));
    const codeServer = new Service(this, 'code-server', optionsOf(byName['code-server']!, []));
    const daemon = new Service(this, 'daemon', optionsOf(byName.daemon!, [codeServer]));
    const console = new PipelineConsole(this, 'console', {
      options: optionsOf(byName.console!, [codeServer]),
      exchange,
    });

    const alarms = new Alarms(this, 'alarms', { site, keys, email: configuration.alarms.email });
    alarms.watchBalancer('frontend', frontend.balancer);
    alarms.watchCertificate(frontend.certificate);
    alarms.watchDatabase(database);
    alarms.watchService(frontend.service, frontend.cluster);
    for (const service of [...graph.services, codeServer, daemon, console.service])
      alarms.watchService(service, cluster.name);

    const outputs = new Construct(this, 'outputs');
    const output = (key: string, value: unknown) =>
      new TerraformOutput(outputs, key, { value }).overrideLogicalId(key);
    output('cluster', cluster.name);
    output('migrate_task', migrations.migrate.definitionArn);
    output('migrate_network', migrations.migrate.networkConfiguration);
    output('machine_keys_task', machineKeys.task.definitionArn);
    output('machine_keys_network', machineKeys.task.networkConfiguration);
    output('frontend_url', `https://${exchange.host}`);
    output('images_applied', images.digests);
    // What a person makes before the first apply.
    output('secrets_to_fill', ['FRONTEND_CLIENT_SECRET']);
  }
}
