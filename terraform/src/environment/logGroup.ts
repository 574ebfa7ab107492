import { CloudwatchLogGroup } from '@cdktn/provider-aws/lib/cloudwatch-log-group/index.js';
import { Construct } from 'constructs';
import type { Keys } from './keys.ts';
import type { Site } from './site.ts';

/** Where something logs: encrypted, and kept as long as the environment's size says. */
export class LogGroup extends Construct {
  readonly name: string;
  readonly arn: string;
  readonly resource: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, { site, keys, name }: { site: Site; keys: Keys; name: string }) {
    super(scope, id);
    this.resource = new CloudwatchLogGroup(this, 'group', {
      name: name.startsWith('aws-') ? name : `/${name}`,
      retentionInDays: site.size.logDays,
      kmsKeyId: keys.logs.arn,
    });
    this.name = this.resource.name;
    this.arn = this.resource.arn;
  }
}
