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

/**
 * What Terraform does to environments, and no more: what bears their names by name, the rest in the account's region,
 * unless it carries the tag of another stack. It makes roles under their paths and within the boundary
 * alone, and changes neither the boundary nor itself.
 *
 * @param environments their names; `ticket-*` for all that are made for tickets.
 */
export function managingStatements(
  environments: readonly string[],
  account: Account,
  organisation: Account,
): Statement[] {
  const of = (service: string, rest: string) => `arn:aws:${service}:${account.region}:${account.id}:${rest}`;
  const each = (name: (environment: string) => string | string[]) => environments.flatMap(name);
  const roles = each((environment) => `arn:aws:iam::${account.id}:role${rolePath(environment)}*`);
  const buckets = (of: readonly string[]) =>
    of.map((environment) => bucketArn(bucketName(account, environment, '*')));
  const passing = environments.filter((environment) => environment.startsWith('ticket-'));
  const state = bucketArn(stateBucketName(organisation, account));
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
        'acm:*',
        'application-autoscaling:*',
        'aps:*',
        'cloudwatch:DescribeAlarms',
        'ec2:*',
        'ecs:DeregisterTaskDefinition',
        'ecs:DescribeTaskDefinition',
        'elasticloadbalancing:Describe*',
        'elasticloadbalancing:SetWebAcl',
        'kms:*',
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
        'wafv2:*',
      ],
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': account.region } },
    },
    {
      Sid: 'WhatBearsItsName',
      Effect: 'Allow',
      Action: [
        'cloudwatch:*',
        'ecs:*',
        'elasticloadbalancing:*',
        'logs:*',
        'rds:*',
        'secretsmanager:*',
        'sns:*',
      ],
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
          of('rds', 'og:default:*'),
          of('rds', `pg:${named}`),
          of('rds', `subgrp:${named}`),
          of('rds', `snapshot:${named}-final`),
          of('secretsmanager', `secret:guildhall/${environment}/*`),
          of('sns', `${named}-alarms`),
        ];
      }),
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
      Resource: buckets(environments),
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
    {
      Sid: 'ItsNames',
      Effect: 'Allow',
      Action: [
        'route53:ChangeResourceRecordSets',
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
      Sid: 'RolesWithinTheBoundary',
      Effect: 'Allow',
      Action: [
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'iam:DeleteRolePolicy',
        'iam:PutRolePermissionsBoundary',
      ],
      Resource: roles,
      Condition: { StringEquals: { 'iam:PermissionsBoundary': boundaryArn(account) } },
    },
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
      Sid: 'NeverAnotherStack',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        Null: { 'aws:ResourceTag/stack': 'false' },
        StringNotLike: { 'aws:ResourceTag/stack': [...environments, 'organisation-states'] },
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
