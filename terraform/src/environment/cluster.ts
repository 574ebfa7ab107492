import { EcsClusterCapacityProviders } from '@cdktn/provider-aws/lib/ecs-cluster-capacity-providers/index.js';
import { EcsCluster } from '@cdktn/provider-aws/lib/ecs-cluster/index.js';
import { ServiceDiscoveryHttpNamespace } from '@cdktn/provider-aws/lib/service-discovery-http-namespace/index.js';
import { ServiceDiscoveryPrivateDnsNamespace } from '@cdktn/provider-aws/lib/service-discovery-private-dns-namespace/index.js';
import { Construct } from 'constructs';
import type { Network } from './network.ts';
import type { Site } from './site.ts';

/** Where services run, how they reach each other, and where Prometheus finds each of their tasks. */
export class Cluster extends Construct {
  readonly name: string;
  readonly arn: string;
  /** The namespace of Service Connect: `people` is whichever task of people is well. */
  readonly connectArn: string;
  /** The zone with a record for each task: `people.dev.guildhall.internal` is all of them. */
  readonly recordsId: string;
  readonly recordsZone: string;

  constructor(
    scope: Construct,
    id: string,
    { site, network, part }: { site: Site; network: Network; part?: string },
  ) {
    super(scope, id);
    this.name = ['guildhall', site.environment, part].filter(Boolean).join('-');
    const connect = new ServiceDiscoveryHttpNamespace(this, 'connect', {
      name: this.name,
      description: 'Service Connect',
    });
    this.connectArn = connect.arn;
    this.recordsZone = [part, site.environment, 'guildhall.internal'].filter(Boolean).join('.');
    this.recordsId = new ServiceDiscoveryPrivateDnsNamespace(this, 'records', {
      name: this.recordsZone,
      description: 'A record for each task',
      vpc: network.vpcId,
    }).id;
    const cluster = new EcsCluster(this, 'cluster', {
      name: this.name,
      setting: [{ name: 'containerInsights', value: 'enabled' }],
      serviceConnectDefaults: { namespace: connect.arn },
    });
    this.arn = cluster.arn;
    new EcsClusterCapacityProviders(this, 'fargate', {
      clusterName: cluster.name,
      capacityProviders: ['FARGATE'],
    });
  }
}
