import { Construct } from 'constructs';
import { Key } from './key.ts';
import type { Site } from './site.ts';

/** The keys of an environment: one for what it keeps, one for its logs. */
export class Keys extends Construct {
  readonly data: Key;
  readonly logs: Key;

  constructor(scope: Construct, id: string, { site }: { site: Site }) {
    super(scope, id);
    const { account, environment } = site;
    this.data = new Key(this, 'data', {
      account,
      alias: `alias/guildhall-${environment}-data`,
      description: `Database, secrets, buckets and alarms of ${environment}`,
      others: [
        {
          Sid: 'AlarmsToTheirTopic',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceAccount': account.id } },
        },
      ],
    });
    this.logs = new Key(this, 'logs', {
      account,
      alias: `alias/guildhall-${environment}-logs`,
      description: `Logs of ${environment}`,
      others: [
        {
          Sid: 'LogsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: `logs.${account.region}.amazonaws.com` },
          Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
          Resource: '*',
          Condition: {
            ArnLike: {
              'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${account.region}:${account.id}:log-group:*`,
            },
          },
        },
      ],
    });
  }
}
