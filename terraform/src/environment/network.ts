import { DefaultSecurityGroup } from '@cdktn/provider-aws/lib/default-security-group/index.js';
import { Eip } from '@cdktn/provider-aws/lib/eip/index.js';
import { InternetGateway } from '@cdktn/provider-aws/lib/internet-gateway/index.js';
import { NatGateway } from '@cdktn/provider-aws/lib/nat-gateway/index.js';
import { RouteTableAssociation } from '@cdktn/provider-aws/lib/route-table-association/index.js';
import { RouteTable } from '@cdktn/provider-aws/lib/route-table/index.js';
import { Route } from '@cdktn/provider-aws/lib/route/index.js';
import { Subnet } from '@cdktn/provider-aws/lib/subnet/index.js';
import { Vpc } from '@cdktn/provider-aws/lib/vpc/index.js';
import { Construct } from 'constructs';
import { sixteenth } from '../configuration/cidr.ts';
import type { Site } from './site.ts';

/** Which subnets there are; the order says which sixteenths of the network they take. */
export const tiers = ['public', 'private', 'pipeline-console', 'database'] as const;
export type Tier = (typeof tiers)[number];

export interface NetworkOptions {
  readonly site: Site;
  /** What its names add to the environment's, when that has several. */
  readonly part?: string;
  readonly cidr: string;
  readonly tiers?: readonly Tier[];
  /** Whether the private subnets have a way out, through NAT. The console and the database never have. */
  readonly hasWayOut: boolean;
}

/** A VPC with a subnet of each tier in each zone. */
export class Network extends Construct {
  readonly name: string;
  /** What it adds to names within the environment, with a hyphen after it; empty where there is one network. */
  readonly part: string;
  readonly cidr: string;
  readonly vpcId: string;
  readonly subnets: Readonly<Record<Tier, readonly string[]>>;
  readonly routeTables: readonly string[];
  /** Those of the private subnets, one for each zone. */
  readonly privateRouteTables: readonly string[];

  constructor(scope: Construct, id: string, options: NetworkOptions) {
    super(scope, id);
    const { site, part, cidr, hasWayOut } = options;
    const wanted = options.tiers ?? tiers;
    this.name = ['guildhall', site.environment, part].filter(Boolean).join('-');
    this.part = part ? `${part}-` : '';
    this.cidr = cidr;
    const vpc = new Vpc(this, 'vpc', {
      cidrBlock: cidr,
      enableDnsHostnames: true,
      enableDnsSupport: true,
      tags: { Name: this.name },
    });
    this.vpcId = vpc.id;
    // What is put nowhere gets the default group: it lets nothing in and nothing out.
    new DefaultSecurityGroup(this, 'default-group', { vpcId: vpc.id, ingress: [], egress: [] });

    const zones = ['a', 'b', 'c'].slice(0, site.size.zones);
    const internet = new InternetGateway(this, 'internet', { vpcId: vpc.id, tags: { Name: this.name } });
    const subnets: Record<Tier, string[]> = { public: [], private: [], 'pipeline-console': [], database: [] };
    const tables: Record<Tier, string[]> = { public: [], private: [], 'pipeline-console': [], database: [] };
    const nats: string[] = [];
    for (const tier of wanted) {
      for (const [index, zone] of zones.entries()) {
        const tags = { Name: `${this.name}-${tier}-${zone}` };
        const subnet = new Subnet(this, `${tier}-${zone}`, {
          vpcId: vpc.id,
          cidrBlock: sixteenth(cidr, tiers.indexOf(tier) * 4 + index),
          availabilityZone: `${site.account.region}${zone}`,
          mapPublicIpOnLaunch: false,
          tags,
        });
        const table = new RouteTable(this, `${tier}-${zone}-routes`, { vpcId: vpc.id, tags });
        new RouteTableAssociation(this, `${tier}-${zone}-association`, {
          subnetId: subnet.id,
          routeTableId: table.id,
        });
        subnets[tier].push(subnet.id);
        tables[tier].push(table.id);
        if (tier === 'public') {
          new Route(this, `public-${zone}-internet`, {
            routeTableId: table.id,
            destinationCidrBlock: '0.0.0.0/0',
            gatewayId: internet.id,
          });
          if (hasWayOut && nats.length < site.size.natGateways) {
            const address = new Eip(this, `nat-${zone}-address`, { domain: 'vpc', tags });
            const nat = new NatGateway(this, `nat-${zone}`, {
              allocationId: address.id,
              subnetId: subnet.id,
              tags,
              dependsOn: [internet],
            });
            nats.push(nat.id);
          }
        }
        if (tier === 'private' && hasWayOut) {
          new Route(this, `private-${zone}-out`, {
            routeTableId: table.id,
            destinationCidrBlock: '0.0.0.0/0',
            natGatewayId: nats[index % nats.length]!,
          });
        }
      }
    }
    this.subnets = subnets;
    this.routeTables = wanted.flatMap((tier) => tables[tier]);
    this.privateRouteTables = tables.private;
  }
}
