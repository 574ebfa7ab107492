import { SecurityGroup } from '@cdktn/provider-aws/lib/security-group/index.js';
import { VpcEndpoint } from '@cdktn/provider-aws/lib/vpc-endpoint/index.js';
import { VpcSecurityGroupIngressRule } from '@cdktn/provider-aws/lib/vpc-security-group-ingress-rule/index.js';
import { Construct } from 'constructs';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';
import type { Network } from './network.ts';
import type { Site } from './site.ts';

/** Services of AWS by their names in endpoints and in policies. */
const services = {
  'ecr.api': 'ecr',
  'ecr.dkr': 'ecr',
  logs: 'logs',
  secretsmanager: 'secretsmanager',
  sts: 'sts',
  'aps-workspaces': 'aps',
} as const;
export type EndpointService = keyof typeof services;

/** The ways from a network to services of AWS that do not lead through the internet. */
export class Endpoints extends Construct {
  /** The group of the endpoints, which tasks may ask. */
  readonly groupId: string;
  /** The addresses of S3, which tasks may ask. */
  readonly s3PrefixListId: string;
  readonly all: readonly VpcEndpoint[];

  constructor(
    scope: Construct,
    id: string,
    {
      site,
      network,
      to,
      s3,
    }: {
      site: Site;
      network: Network;
      to: readonly EndpointService[];
      /** What of S3 may be reached from this network, besides the layers of images. */
      s3: readonly Statement[];
    },
  ) {
    super(scope, id);
    const { region, id: accountId } = site.account;
    const group = new SecurityGroup(this, 'group', {
      name: `${network.name}-endpoints`,
      description: 'Services of AWS, for what runs in this network',
      vpcId: network.vpcId,
      tags: { Name: `${network.name}-endpoints` },
    });
    new VpcSecurityGroupIngressRule(this, 'from-network', {
      securityGroupId: group.id,
      description: 'HTTPS from this network',
      cidrIpv4: network.cidr,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
    });
    const interfaces = to.map(
      (service) =>
        new VpcEndpoint(this, service.replace('.', '-'), {
          vpcId: network.vpcId,
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: 'Interface',
          privateDnsEnabled: true,
          // One zone is enough for an environment that may rest while the zone does.
          subnetIds: site.size.protected ? [...network.subnets.private] : network.subnets.private.slice(0, 1),
          securityGroupIds: [group.id],
          policy: policyDocument([
            {
              Sid: 'RolesOfThisAccount',
              Effect: 'Allow',
              Principal: '*',
              Action: `${services[service]}:*`,
              Resource: '*',
              Condition: { StringEquals: { 'aws:PrincipalAccount': accountId } },
            },
          ]),
          tags: { Name: `${network.name}-${service}` },
        }),
    );
    const storage = new VpcEndpoint(this, 's3', {
      vpcId: network.vpcId,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: 'Gateway',
      routeTableIds: [...network.routeTables],
      policy: policyDocument([
        {
          Sid: 'LayersOfImages',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
        },
        ...s3,
      ]),
      tags: { Name: `${network.name}-s3` },
    });
    this.groupId = group.id;
    this.s3PrefixListId = storage.prefixListId;
    this.all = [...interfaces, storage];
  }
}
