import { FlowLog as AwsFlowLog } from '@cdktn/provider-aws/lib/flow-log/index.js';
import { Construct } from 'constructs';
import { assumedBy } from '../policies/assumedBy.ts';
import type { Keys } from './keys.ts';
import { LogGroup } from './logGroup.ts';
import type { Network } from './network.ts';
import { Role } from './role.ts';
import type { Site } from './site.ts';

/** Who spoke with whom in a network, and what was turned away. */
export class FlowLog extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { site, network, keys }: { site: Site; network: Network; keys: Keys },
  ) {
    super(scope, id);
    const group = new LogGroup(this, 'log', {
      site,
      keys,
      name: `guildhall/${site.environment}/${network.part}flow`,
    });
    const role = new Role(this, 'role', {
      site,
      name: `${network.name.slice('guildhall-'.length)}-flow`,
      assumedBy: assumedBy('vpc-flow-logs.amazonaws.com', site.account.id),
      statements: [
        {
          Sid: 'WriteFlow',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          Resource: `${group.arn}:*`,
        },
      ],
    });
    new AwsFlowLog(this, 'flow', {
      vpcId: network.vpcId,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags: { Name: network.name },
    });
  }
}
