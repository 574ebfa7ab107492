import { SecurityGroup as AwsSecurityGroup } from '@cdktn/provider-aws/lib/security-group/index.js';
import { VpcSecurityGroupEgressRule } from '@cdktn/provider-aws/lib/vpc-security-group-egress-rule/index.js';
import { VpcSecurityGroupIngressRule } from '@cdktn/provider-aws/lib/vpc-security-group-ingress-rule/index.js';
import type { ITerraformDependable } from 'cdktn';
import { Construct } from 'constructs';
import type { Endpoints } from './endpoints.ts';
import type { Network } from './network.ts';

/** Who may reach something, and whom it may reach: nobody, until said. */
export class SecurityGroup extends Construct {
  readonly id: string;
  readonly name: string;
  /** Whom it may reach, so far: what has to be there before anything in it starts. */
  readonly waysOut: ITerraformDependable[] = [];

  constructor(
    scope: Construct,
    id: string,
    { network, name, description }: { network: Network; name: string; description: string },
  ) {
    super(scope, id);
    this.name = name;
    this.id = new AwsSecurityGroup(this, 'group', {
      name: `${network.name}-${name}`,
      description,
      vpcId: network.vpcId,
      tags: { Name: `${network.name}-${name}` },
    }).id;
  }

  /** Lets another in at a port, and the other out to it. */
  admit(other: SecurityGroup, port: number): void {
    const ports = { ipProtocol: 'tcp', fromPort: port, toPort: port };
    new VpcSecurityGroupIngressRule(this, `from-${other.name}-${port}`, {
      ...ports,
      securityGroupId: this.id,
      description: `From ${other.name}`,
      referencedSecurityGroupId: other.id,
    });
    other.waysOut.push(
      new VpcSecurityGroupEgressRule(other, `to-${this.name}-${port}`, {
        ...ports,
        securityGroupId: other.id,
        description: `To ${this.name}`,
        referencedSecurityGroupId: this.id,
      }),
    );
  }

  /** Lets a network in at a port. */
  admitNetwork(cidr: string, port: number, description: string): void {
    new VpcSecurityGroupIngressRule(this, `from-${cidr.replaceAll(/[./]/g, '-')}-${port}`, {
      securityGroupId: this.id,
      description,
      cidrIpv4: cidr,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
    });
  }

  /** Lets it out to services of AWS: images, logs, secrets, files. */
  reachEndpoints({ groupId, s3PrefixListId, all }: Endpoints): void {
    const https = { securityGroupId: this.id, ipProtocol: 'tcp', fromPort: 443, toPort: 443 };
    this.waysOut.push(
      ...all,
      new VpcSecurityGroupEgressRule(this, 'to-endpoints', {
        ...https,
        description: 'To services of AWS',
        referencedSecurityGroupId: groupId,
      }),
      new VpcSecurityGroupEgressRule(this, 'to-s3', {
        ...https,
        description: 'To S3',
        prefixListId: s3PrefixListId,
      }),
    );
  }

  /** Lets it out to anyone, over HTTPS. */
  reachInternet(): void {
    this.waysOut.push(
      new VpcSecurityGroupEgressRule(this, 'to-internet', {
        securityGroupId: this.id,
        description: 'To whom it asks outside, over HTTPS',
        cidrIpv4: '0.0.0.0/0',
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
      }),
    );
  }
}
