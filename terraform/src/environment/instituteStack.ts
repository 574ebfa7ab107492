import { TerraformOutput } from 'cdktn';
import { Construct } from 'constructs';
import type { Configuration, Environment } from '../configuration/configuration.ts';
import { bucketArn, bucketName } from '../configuration/names.ts';
import {
  imagesOf,
  instituteDeployables,
  monitoringDeployables,
  onceDeployables,
} from '../deployables/deployables.ts';
import { Alarms } from './alarms.ts';
import { Balancer } from './balancer.ts';
import { BaseStack } from './baseStack.ts';
import { Certificate } from './certificate.ts';
import { Cluster } from './cluster.ts';
import { Database } from './database.ts';
import { Endpoints } from './endpoints.ts';
import { Firewall } from './firewall.ts';
import { FlowLog } from './flowLog.ts';
import { Graph } from './graph.ts';
import { Images } from './images.ts';
import { Keys } from './keys.ts';
import { MachineKeys } from './machineKeys.ts';
import { Migrations } from './migrations.ts';
import { Monitoring } from './monitoring.ts';
import { Network } from './network.ts';
import type { Place } from './place.ts';
import { Secret } from './secret.ts';
import type { Site } from './site.ts';
import { Storage } from './storage.ts';
import { Web } from './web.ts';

/** What an environment of the institute runs, each by its digest. */
export function instituteImages({ domains, size }: Environment): string[] {
  return imagesOf([
    ...instituteDeployables(domains),
    ...(size.monitoring ? monitoringDeployables : []),
    onceDeployables.migrate,
    onceDeployables.machineKeys,
  ]);
}

/** An environment of the institute: the graph of its domains, the web app, and what watches them. */
export class InstituteStack extends BaseStack {
  constructor(scope: Construct, environment: Environment, configuration: Configuration) {
    const { name, account, size, hosts, zone } = environment;
    const organisation = configuration.accounts.organisation;
    super(scope, name, { account, organisation });
    const site: Site = { environment: name, account, registry: organisation, size };
    const images = new Images(this, 'images', {
      names: instituteImages(environment),
      registry: organisation,
    });

    const keys = new Keys(this, 'keys', { site });
    const network = new Network(this, 'network', { site, cidr: environment.network, hasWayOut: true });
    new FlowLog(this, 'flow-log', { site, network, keys });
    const buckets = bucketArn(bucketName(account, name, '*'));
    const endpoints = new Endpoints(this, 'endpoints', {
      site,
      network,
      to: [
        'ecr.api',
        'ecr.dkr',
        'logs',
        'secretsmanager',
        ...(size.monitoring ? (['aps-workspaces'] as const) : []),
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
      ],
    });
    const storage = new Storage(this, 'storage', { site, keys, reader: null });
    const database = new Database(this, 'database', { site, network, keys, domains: environment.domains });
    const cluster = new Cluster(this, 'cluster', { site, network });
    const place: Place = { site, network, endpoints, cluster, keys, images };

    const certificate = new Certificate(this, 'certificate', {
      hosts: [hosts.web, hosts.graph, ...(size.monitoring ? [hosts.grafana] : [])],
      zoneId: zone.id,
    });
    const balancer = new Balancer(this, 'public', {
      site,
      network,
      name: 'public',
      from: 'everyone',
      certificate,
      zoneId: zone.id,
      logs: storage.logs,
    });
    new Firewall(this, 'firewall', { site, keys, balancer, name: 'public' });

    const migrations = new Migrations(this, 'migrations', {
      place,
      database,
      generatedData: environment.generatedData,
    });
    const filled = new Construct(this, 'filled');
    const filledByPeople = (variable: string) => new Secret(filled, variable, { site, keys, variable });
    // An environment of a ticket comes up with nobody's help.
    const clientSecret = environment.hasPublicWeb ? undefined : filledByPeople('OIDC_CLIENT_SECRET');
    const ofMonitoring = size.monitoring && {
      pagerDuty: filledByPeople('PAGERDUTY_KEY'),
      grafanaClient: filledByPeople('GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET'),
    };
    const secretsToFill = [
      ...(clientSecret ? [clientSecret] : []),
      ...(ofMonitoring ? Object.values(ofMonitoring) : []),
    ];
    const machineKeys = new MachineKeys(this, 'machine-keys', {
      place,
      database,
      // Whoever signs in to the environment of a ticket is told by the one that it is like.
      apiKeys: environment.isTicket ? ['JOURNEYS_KEY'] : ['JOURNEYS_KEY', 'IDENTITY_KEY'],
      secretsToFill,
      after: migrations.done,
    });
    const graph = new Graph(this, 'graph', {
      place,
      database,
      storage,
      machineKeys,
      domains: environment.domains,
      domainSet: environment.domainSet,
      signIn: environment.signIn,
      targetGroup: balancer.handOn({
        host: hosts.graph,
        service: 'gateway',
        port: 4000,
        healthPath: '/healthz',
      }),
    });
    const web = new Web(this, 'web', {
      place,
      environment,
      gateway: graph.gateway,
      clientSecret,
      targetGroup: balancer.handOn({ host: hosts.web, service: 'web', port: 4020, healthPath: '/healthz' }),
    });
    for (const service of [graph.gateway, web]) service.group.admit(balancer.group, service.port);

    const services = [...graph.services, web];
    const alarms = new Alarms(this, 'alarms', { site, keys, email: configuration.alarms.email });
    if (ofMonitoring) {
      const monitoring = new Monitoring(this, 'monitoring', {
        place,
        environment,
        companyNetwork: configuration.companyNetwork,
        certificate,
        logs: storage.logs,
        watched: services,
        ...ofMonitoring,
      });
      services.push(...monitoring.services);
      alarms.watchBalancer('private', monitoring.balancer);
    }
    alarms.watchBalancer('public', balancer);
    alarms.watchCertificate(certificate);
    alarms.watchDatabase(database);
    for (const service of services) alarms.watchService(service, cluster.name);

    const outputs = new Construct(this, 'outputs');
    const output = (key: string, value: unknown) =>
      new TerraformOutput(outputs, key, { value }).overrideLogicalId(key);
    output('cluster', cluster.name);
    output('migrate_task', migrations.migrate.definitionArn);
    output('migrate_network', migrations.migrate.networkConfiguration);
    output('machine_keys_task', machineKeys.task.definitionArn);
    output('machine_keys_network', machineKeys.task.networkConfiguration);
    output('web_url', `https://${hosts.web}`);
    output('graph_url', `https://${hosts.graph}`);
    output('images_applied', images.digests);
    output(
      'secrets_to_fill',
      secretsToFill.map(({ variable }) => variable),
    );
  }
}
