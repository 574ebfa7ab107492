import { CloudwatchLogStream } from '@cdktn/provider-aws/lib/cloudwatch-log-stream/index.js';
import { Ec2ClientVpnAuthorizationRule } from '@cdktn/provider-aws/lib/ec2-client-vpn-authorization-rule/index.js';
import { Ec2ClientVpnEndpoint } from '@cdktn/provider-aws/lib/ec2-client-vpn-endpoint/index.js';
import { Ec2ClientVpnNetworkAssociation } from '@cdktn/provider-aws/lib/ec2-client-vpn-network-association/index.js';
import { Construct } from 'constructs';
import { sixteenth } from '../configuration/cidr.ts';
import type { Exchange } from '../configuration/configuration.ts';
import { LogGroup } from '../environment/logGroup.ts';
import { tiers } from '../environment/network.ts';
import { SecurityGroup } from '../environment/securityGroup.ts';
import { Service, type ServiceOptions } from '../environment/service.ts';

/**
 * The console of the pipeline: off unless it is switched on, in subnets that no route leads out of or into. While it is
 * on, people reach it through a VPN that ends in those subnets and leads nowhere else.
 */
export class PipelineConsole extends Construct {
  readonly service: Service;

  constructor(
    scope: Construct,
    id: string,
    { options, exchange }: { options: Omit<ServiceOptions, 'tier' | 'count'>; exchange: Exchange },
  ) {
    super(scope, id);
    const { place } = options;
    const { site, network, keys } = place;
    const isOn = exchange.console.switch === 'on';
    this.service = new Service(this, 'console', {
      ...options,
      tier: 'pipeline-console',
      count: isOn ? 1 : 0,
    });
    if (exchange.console.switch === 'off') return;

    const { clients, serverCertificate, samlProvider } = exchange.console.vpn;
    const log = new LogGroup(this, 'vpn-log', { site, keys, name: `guildhall/${site.environment}/vpn` });
    const stream = new CloudwatchLogStream(this, 'vpn-log-stream', {
      name: 'connections',
      logGroupName: log.name,
    });
    const group = new SecurityGroup(this, 'vpn-group', {
      network,
      name: 'vpn',
      description: 'People who are connected to the VPN',
    });
    this.service.group.admit(group, this.service.port);
    const vpn = new Ec2ClientVpnEndpoint(this, 'vpn', {
      description: `The pipeline console of ${site.environment}`,
      clientCidrBlock: clients,
      serverCertificateArn: serverCertificate,
      authenticationOptions: [{ type: 'federated-authentication', samlProviderArn: samlProvider }],
      connectionLogOptions: { enabled: true, cloudwatchLogGroup: log.name, cloudwatchLogStream: stream.name },
      vpcId: network.vpcId,
      securityGroupIds: [group.id],
      splitTunnel: true,
      sessionTimeoutHours: 8,
      disconnectOnSessionTimeout: true,
      tags: { Name: `${network.name}-console` },
    });
    for (const [index, subnetId] of network.subnets['pipeline-console'].entries()) {
      new Ec2ClientVpnNetworkAssociation(this, `vpn-${index}`, { clientVpnEndpointId: vpn.id, subnetId });
      new Ec2ClientVpnAuthorizationRule(this, `vpn-to-${index}`, {
        clientVpnEndpointId: vpn.id,
        targetNetworkCidr: sixteenth(network.cidr, tiers.indexOf('pipeline-console') * 4 + index),
        authorizeAllGroups: true,
        description: 'The subnets of the console, and nothing else',
      });
    }
  }
}
