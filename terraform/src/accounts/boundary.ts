import { IamPolicy } from '@cdktn/provider-aws/lib/iam-policy/index.js';
import { Construct } from 'constructs';
import type { Account } from '../configuration/configurationSchema.ts';
import { bucketArn, bucketName, readerRoleArn } from '../configuration/names.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';

/**
 * The most that a role of an environment can do: who deploys makes roles, and can give none of them more than this.
 *
 * @param organisation the account whose images are pulled, and whose reader may be taken on within it.
 */
export function boundaryStatements(account: Account, organisation: Account): Statement[] {
  const of = (service: string, rest: string) => `arn:aws:${service}:${account.region}:${account.id}:${rest}`;
  const buckets = bucketArn(bucketName(account, '*', '*'));
  return [
    {
      Sid: 'Files',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListBucket'],
      Resource: [buckets, `${buckets}/*`],
    },
    {
      Sid: 'Keys',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: of('kms', 'key/*'),
      Condition: {
        StringEquals: {
          'kms:ViaService': [
            `s3.${account.region}.amazonaws.com`,
            `secretsmanager.${account.region}.amazonaws.com`,
          ],
        },
      },
    },
    {
      Sid: 'Secrets',
      Effect: 'Allow',
      Action: 'secretsmanager:GetSecretValue',
      Resource: of('secretsmanager', 'secret:guildhall/*'),
    },
    { Sid: 'SignInToRegistry', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
    {
      Sid: 'Images',
      Effect: 'Allow',
      Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Resource: `arn:aws:ecr:${organisation.region}:${organisation.id}:repository/guildhall/*`,
    },
    {
      Sid: 'Logs',
      Effect: 'Allow',
      Action: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
        'logs:PutRetentionPolicy',
      ],
      Resource: [of('logs', 'log-group:/guildhall/*'), of('logs', 'log-group:RDSOSMetrics*')],
    },
    {
      Sid: 'Measurements',
      Effect: 'Allow',
      Action: [
        'aps:RemoteWrite',
        'aps:QueryMetrics',
        'aps:GetLabels',
        'aps:GetSeries',
        'aps:GetMetricMetadata',
      ],
      Resource: of('aps', 'workspace/*'),
    },
    ...(account.id === organisation.id
      ? [
          {
            Sid: 'TakeOnTheReader',
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: readerRoleArn(organisation),
          } as const,
        ]
      : []),
  ];
}

/** The boundary of an account's roles, as a policy in it. */
export class Boundary extends Construct {
  readonly policy: IamPolicy;

  constructor(
    scope: Construct,
    id: string,
    { account, organisation }: { account: Account; organisation: Account },
  ) {
    super(scope, id);
    this.policy = new IamPolicy(this, 'policy', {
      name: 'boundary',
      path: '/guildhall/',
      description: 'The most that a role of an environment can do',
      policy: policyDocument(boundaryStatements(account, organisation)),
    });
  }
}
