import { IamPolicy } from '@cdktn/provider-aws/lib/iam-policy/index.js';
import { Construct } from 'constructs';
import type { Account } from '../configuration/configurationSchema.ts';
import { boundaryName, bucketArn, bucketName, readerRoleArn } from '../configuration/names.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';

/**
 * The most that a role of an environment can do: who deploys makes roles, and can give none of them more than this. It
 * ends at the environment, so that who deploys staging makes no role that reads live.
 *
 * @param environment its name; `ticket-*` for all that are made for tickets.
 * @param organisation the account whose images are pulled, and whose reader may be taken on within it.
 */
export function boundaryStatements(
  environment: string,
  account: Account,
  organisation: Account,
): Statement[] {
  const of = (service: string, rest: string) => `arn:aws:${service}:${account.region}:${account.id}:${rest}`;
  const buckets = bucketArn(bucketName(account, environment, '*'));
  const ofTheEnvironment = { StringLike: { 'aws:ResourceTag/stack': environment } };
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
        ...ofTheEnvironment,
      },
    },
    {
      Sid: 'Secrets',
      Effect: 'Allow',
      // To put is for what makes the keys of machines.
      Action: [
        'secretsmanager:GetSecretValue',
        'secretsmanager:DescribeSecret',
        'secretsmanager:PutSecretValue',
      ],
      Resource: of('secretsmanager', `secret:guildhall/${environment}/*`),
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
      Resource: [of('logs', `log-group:/guildhall/${environment}/*`), of('logs', 'log-group:RDSOSMetrics*')],
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
      Condition: ofTheEnvironment,
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

/** The boundary of an environment's roles, as a policy in its account. */
export class Boundary extends Construct {
  readonly policy: IamPolicy;

  constructor(
    scope: Construct,
    id: string,
    { environment, account, organisation }: { environment: string; account: Account; organisation: Account },
  ) {
    super(scope, id);
    this.policy = new IamPolicy(this, 'policy', {
      name: boundaryName(environment),
      path: '/guildhall/',
      description: `The most that a role of ${environment} can do`,
      policy: policyDocument(boundaryStatements(environment, account, organisation)),
    });
  }
}
