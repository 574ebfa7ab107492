import type { Account } from '../configuration/configurationSchema.ts';
import {
  boundaryArn,
  bucketArn,
  bucketName,
  rolePath,
  stateBucketName,
  stateKeyAlias,
} from '../configuration/names.ts';
import type { Statement } from '../policies/policyDocument.ts';
import type { Managed } from './managed.ts';
import { networksMade, networksThatGo } from './networking.ts';

/** What Terraform or a workflow has to read of an environment: the rest is written, and read by tasks alone. */
const readOf = {
  // Handed on to RDS; the key that a deployment is tried with.
  institute: ['OWNER_PASSWORD', 'JOURNEYS_KEY'],
  // A balancer takes it as it is.
  exchange: ['OWNER_PASSWORD', 'FRONTEND_CLIENT_SECRET'],
} as const;

/**
 * What Terraform does to environments, beside what is the same for all: to what bears their names by name, to the rest by
 * its tag; never to what carries the tag of another stack. It makes roles under their paths and within their boundaries
 * alone, and changes neither a boundary nor itself. Of secrets it writes all, and reads those that `readOf` names.
 */
export function managingStatements(
  environments: readonly Managed[],
  account: Account,
  organisation: Account,
): Statement[] {
  const of = (service: string, rest: string) => `arn:aws:${service}:${account.region}:${account.id}:${rest}`;
  const names = environments.map(({ name }) => name);
  const each = (name: (environment: string) => string | string[]) => names.flatMap(name);
  const roles = each((environment) => `arn:aws:iam::${account.id}:role${rolePath(environment)}*`);
  const buckets = (of: readonly string[]) =>
    of.map((environment) => bucketArn(bucketName(account, environment, '*')));
  const passing = names.filter((environment) => environment.startsWith('ticket-'));
  const state = bucketArn(stateBucketName(organisation, account));
  const here = { StringEquals: { 'aws:RequestedRegion': account.region } };
  const kinds = environments.map(({ kind }) => kind);
  const own = { StringLike: { 'aws:ResourceTag/stack': names } };
  const secrets = each((environment) => of('secretsmanager', `secret:guildhall/${environment}/*`));
  return [
    {
      Sid: 'State',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      Resource: each((environment) => [
        `${state}/${environment}.tfstate`,
        `${state}/${environment}.tfstate.tflock`,
      ]),
    },
    networksThatGo(kinds, { ...here, ...own }),
    {
      Sid: 'KeysThatGo',
      Effect: 'Allow',
      Action: ['kms:CancelKeyDeletion', 'kms:ScheduleKeyDeletion'],
      Resource: of('kms', 'key/*'),
      Condition: own,
    },
    {
      Sid: 'KeysOfItsSecrets',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: of('kms', 'key/*'),
      Condition: {
        StringLike: {
          'kms:ViaService': `secretsmanager.${account.region}.amazonaws.com`,
          'kms:EncryptionContext:SecretARN': secrets,
        },
      },
    },
    {
      Sid: 'WhatBearsItsName',
      Effect: 'Allow',
      Action: ['cloudwatch:*', 'ecs:*', 'elasticloadbalancing:*', 'logs:*', 'rds:*', 'sns:*'],
      Resource: each((environment) => {
        const named = `guildhall-${environment}`;
        return [
          of('cloudwatch', `alarm:${named}-*`),
          of('ecs', `cluster/${named}`),
          of('ecs', `cluster/${named}-*`),
          of('ecs', `service/${named}/*`),
          of('ecs', `service/${named}-*/*`),
          of('ecs', `task/${named}/*`),
          of('ecs', `task/${named}-*/*`),
          of('ecs', `task-definition/${named}-*:*`),
          of('elasticloadbalancing', `loadbalancer/app/${environment}-*`),
          of('elasticloadbalancing', `listener/app/${environment}-*`),
          of('elasticloadbalancing', `listener-rule/app/${environment}-*`),
          of('elasticloadbalancing', `targetgroup/${environment}-*`),
          of('logs', `log-group:/guildhall/${environment}/*`),
          of('logs', `log-group:/aws/rds/instance/${named}/*`),
          of('logs', `log-group:aws-waf-logs-${named}-*`),
          of('rds', `db:${named}`),
          of('rds', `pg:${named}`),
          of('rds', `subgrp:${named}`),
          of('rds', `snapshot:${named}-final`),
          of('sns', `${named}-alarms`),
        ];
      }).concat(of('rds', 'og:default:*')),
    },
    {
      Sid: 'ItsSecrets',
      Effect: 'Allow',
      Action: [
        'secretsmanager:CreateSecret',
        'secretsmanager:DeleteSecret',
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetResourcePolicy',
        'secretsmanager:ListSecretVersionIds',
        'secretsmanager:PutSecretValue',
        'secretsmanager:RestoreSecret',
        'secretsmanager:TagResource',
        'secretsmanager:UntagResource',
        'secretsmanager:UpdateSecret',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      Resource: secrets,
    },
    {
      Sid: 'ReadOfItsSecrets',
      Effect: 'Allow',
      Action: 'secretsmanager:GetSecretValue',
      // Secrets Manager puts a hyphen and six characters behind a name.
      Resource: environments.flatMap(({ name, kind }) =>
        readOf[kind].map((variable) => of('secretsmanager', `secret:guildhall/${name}/${variable}-??????`)),
      ),
    },
    {
      Sid: 'ItsBuckets',
      Effect: 'Allow',
      // Their settings, not what is in them.
      Action: [
        's3:CreateBucket',
        's3:DeleteBucket*',
        's3:GetAccelerateConfiguration',
        's3:GetBucket*',
        's3:GetEncryptionConfiguration',
        's3:GetLifecycleConfiguration',
        's3:GetReplicationConfiguration',
        's3:ListBucket',
        's3:PutBucket*',
        's3:PutEncryptionConfiguration',
        's3:PutLifecycleConfiguration',
      ],
      Resource: buckets(names),
    },
    ...(passing.length === 0
      ? []
      : [
          {
            Sid: 'WhatGoesWithATicket',
            Effect: 'Allow',
            Action: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:ListBucketVersions'],
            Resource: buckets(passing).flatMap((bucket) => [bucket, `${bucket}/*`]),
          } as const,
        ]),
    ...environments.flatMap(({ zoneId, hosts, hostsOfOthers }, index): Statement[] => {
      const recordNames = 'route53:ChangeResourceRecordSetsNormalizedRecordNames';
      const zone = `arn:aws:route53:::hostedzone/${zoneId}`;
      return [
        {
          Sid: `ItsNames${index}`,
          Effect: 'Allow',
          Action: 'route53:ChangeResourceRecordSets',
          Resource: zone,
          // And the records by which a certificate is proven.
          Condition: {
            'ForAllValues:StringLike': { [recordNames]: hosts.flatMap((host) => [host, `_*.${host}`]) },
          },
        },
        ...(hostsOfOthers.length === 0 || names.length > 1
          ? []
          : [
              {
                Sid: `NeverOthersNames${index}`,
                Effect: 'Deny',
                Action: 'route53:ChangeResourceRecordSets',
                Resource: zone,
                Condition: { 'ForAnyValue:StringEquals': { [recordNames]: hostsOfOthers } },
              } as const,
            ]),
      ];
    }),
    {
      Sid: 'NeverTheZoneOfPeople',
      Effect: 'Deny',
      Action: 'route53:DeleteHostedZone',
      Resource: [...new Set(environments.map(({ zoneId }) => `arn:aws:route53:::hostedzone/${zoneId}`))],
    },
    ...environments.map(({ name }, index): Statement => ({
      Sid: `RolesWithinTheBoundary${index}`,
      Effect: 'Allow',
      Action: [
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'iam:DeleteRolePolicy',
        'iam:PutRolePermissionsBoundary',
      ],
      Resource: `arn:aws:iam::${account.id}:role${rolePath(name)}*`,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundaryArn(account, name) } },
    })),
    {
      Sid: 'RolesOtherwise',
      Effect: 'Allow',
      Action: [
        'iam:DeleteRole',
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListAttachedRolePolicies',
        'iam:ListInstanceProfilesForRole',
        'iam:ListRolePolicies',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
      ],
      Resource: roles,
    },
    {
      Sid: 'HandRolesToServices',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: roles,
      Condition: {
        StringEquals: {
          'iam:PassedToService': [
            'ecs-tasks.amazonaws.com',
            'vpc-flow-logs.amazonaws.com',
            'monitoring.rds.amazonaws.com',
          ],
        },
      },
    },
    {
      Sid: 'NeverAnotherStack',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        Null: { 'aws:ResourceTag/stack': 'false' },
        StringNotLike: { 'aws:ResourceTag/stack': [...names, 'organisation-states'] },
      },
    },
  ];
}

/**
 * What Terraform does in an account whatever the environment: what cannot be told apart by name or is the same for all.
 *
 * @param kinds those of the account's environments.
 */
export function sharedManagingStatements(
  kinds: readonly Managed['kind'][],
  account: Account,
  organisation: Account,
): Statement[] {
  const state = bucketArn(stateBucketName(organisation, account));
  const here = { StringEquals: { 'aws:RequestedRegion': account.region } };
  return [
    { Sid: 'ListStates', Effect: 'Allow', Action: 's3:ListBucket', Resource: state },
    {
      Sid: 'StateKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: `arn:aws:kms:${organisation.region}:${organisation.id}:key/*`,
      Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [stateKeyAlias(account)] } },
    },
    {
      Sid: 'WhatHasNoName',
      Effect: 'Allow',
      Action: [
        'acm:*Certificate',
        'application-autoscaling:*Scal*',
        'application-autoscaling:*Resource',
        'aps:*Resource',
        'aps:*Workspace*',
        'cloudwatch:DescribeAlarms',
        'ecs:DeregisterTaskDefinition',
        'ecs:DescribeTaskDefinition',
        'elasticloadbalancing:Describe*',
        'elasticloadbalancing:SetWebAcl',
        'logs:CreateLogDelivery',
        'logs:DeleteLogDelivery',
        'logs:DescribeLogGroups',
        'logs:DescribeResourcePolicies',
        'logs:GetLogDelivery',
        'logs:ListLogDeliveries',
        'logs:PutResourcePolicy',
        'logs:UpdateLogDelivery',
        'rds:Describe*',
        'secretsmanager:GetRandomPassword',
        'servicediscovery:*',
        'wafv2:*LoggingConfiguration',
        'wafv2:*Resource',
        'wafv2:*WebACL*',
      ],
      Resource: '*',
      Condition: here,
    },
    networksMade(kinds, here),
    {
      Sid: 'Keys',
      Effect: 'Allow',
      // A key that has just been made is not known by its tag yet.
      Action: [
        'kms:*Alias*',
        'kms:CreateKey',
        'kms:DescribeKey',
        'kms:*KeyRotation',
        'kms:GetKey*',
        'kms:ListResourceTags',
        'kms:PutKeyPolicy',
        'kms:*Resource',
        'kms:UpdateKeyDescription',
      ],
      Resource: '*',
      Condition: here,
    },
    {
      Sid: 'KeysThatServicesUse',
      Effect: 'Allow',
      Action: ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: `arn:aws:kms:${account.region}:${account.id}:key/*`,
      Condition: {
        StringEquals: {
          'kms:ViaService': ['rds', 'aps'].map((service) => `${service}.${account.region}.amazonaws.com`),
        },
      },
    },
    {
      Sid: 'Zones',
      Effect: 'Allow',
      // Cloud Map makes the zone of records by the rights of whoever asks it to.
      Action: [
        'route53:CreateHostedZone',
        'route53:DeleteHostedZone',
        'route53:GetChange',
        'route53:GetHostedZone',
        'route53:ListHostedZonesByName',
        'route53:ListResourceRecordSets',
        'route53:ListTagsForResource',
      ],
      Resource: '*',
    },
    {
      Sid: 'RolesThatServicesMakeForThemselves',
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: `arn:aws:iam::${account.id}:role/aws-service-role/*`,
      Condition: {
        StringEquals: {
          'iam:AWSServiceName': [
            'clientvpn.amazonaws.com',
            'ecs.amazonaws.com',
            'ecs.application-autoscaling.amazonaws.com',
            'elasticloadbalancing.amazonaws.com',
            'rds.amazonaws.com',
            'transitgateway.amazonaws.com',
            'wafv2.amazonaws.com',
          ],
        },
      },
    },
    {
      Sid: 'NeverWithoutTheBoundary',
      Effect: 'Deny',
      Action: 'iam:DeleteRolePermissionsBoundary',
      Resource: '*',
    },
  ];
}
