import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktn/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import { SnsTopicPolicy } from '@cdktn/provider-aws/lib/sns-topic-policy/index.js';
import { SnsTopicSubscription } from '@cdktn/provider-aws/lib/sns-topic-subscription/index.js';
import { SnsTopic } from '@cdktn/provider-aws/lib/sns-topic/index.js';
import { Construct } from 'constructs';
import { policyDocument } from '../policies/policyDocument.ts';
import type { Balancer } from './balancer.ts';
import type { Certificate } from './certificate.ts';
import type { Database } from './database.ts';
import type { Keys } from './keys.ts';
import type { Service } from './service.ts';
import type { Site } from './site.ts';

const gibibyte = 2 ** 30;

/**
 * What wakes somebody even when Prometheus is down with the rest: AWS's own measurements of what people reach,
 * what keeps their data, and what has to run.
 */
export class Alarms extends Construct {
  readonly #site: Site;
  readonly #topic: SnsTopic;

  constructor(
    scope: Construct,
    id: string,
    { site, keys, email }: { site: Site; keys: Keys; email: string },
  ) {
    super(scope, id);
    this.#site = site;
    this.#topic = new SnsTopic(this, 'topic', {
      name: `guildhall-${site.environment}-alarms`,
      kmsMasterKeyId: keys.data.arn,
    });
    new SnsTopicSubscription(this, 'email', {
      topicArn: this.#topic.arn,
      protocol: 'email',
      endpoint: email,
    });
    new SnsTopicPolicy(this, 'policy', {
      arn: this.#topic.arn,
      policy: policyDocument([
        {
          Sid: 'AlarmsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: this.#topic.arn,
          Condition: { StringEquals: { 'aws:SourceAccount': site.account.id } },
        },
        {
          Sid: 'TlsOnly',
          Effect: 'Deny',
          Principal: '*',
          Action: 'sns:Publish',
          Resource: this.#topic.arn,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ]),
    });
  }

  watchBalancer(name: string, { arnSuffix, targetGroups }: Balancer): void {
    const balancer = { namespace: 'AWS/ApplicationELB', dimensions: { LoadBalancer: arnSuffix } };
    this.#alarm(`${name}-errors`, 'More than 10 answers of the services in 5 minutes were errors of theirs', {
      ...balancer,
      metricName: 'HTTPCode_Target_5XX_Count',
      statistic: 'Sum',
      threshold: 10,
    });
    this.#alarm(
      `${name}-unanswered`,
      'The balancer itself answered with errors: no service took the request',
      {
        ...balancer,
        metricName: 'HTTPCode_ELB_5XX_Count',
        statistic: 'Sum',
        threshold: 10,
      },
    );
    this.#alarm(`${name}-slow`, 'One answer in a hundred takes longer than 3 seconds', {
      ...balancer,
      metricName: 'TargetResponseTime',
      extendedStatistic: 'p99',
      threshold: 3,
    });
    for (const [index, target] of targetGroups.entries()) {
      this.#alarm(`${name}-unwell-${index}`, `A task behind ${target.nameInput} is not well`, {
        namespace: 'AWS/ApplicationELB',
        dimensions: { LoadBalancer: arnSuffix, TargetGroup: target.arnSuffix },
        metricName: 'UnHealthyHostCount',
        statistic: 'Maximum',
        threshold: 0,
      });
    }
  }

  watchService({ name, least }: Service, cluster: string): void {
    if (least === 0) return;
    this.#alarm(`${name}-missing`, `Fewer tasks of ${name} run than have to`, {
      namespace: 'ECS/ContainerInsights',
      dimensions: { ClusterName: cluster, ServiceName: name },
      metricName: 'RunningTaskCount',
      statistic: 'Minimum',
      comparisonOperator: 'LessThanThreshold',
      threshold: least,
      treatMissingData: 'breaching',
    });
    this.#alarm(`${name}-memory`, `Tasks of ${name} use nine tenths of their memory`, {
      namespace: 'AWS/ECS',
      dimensions: { ClusterName: cluster, ServiceName: name },
      metricName: 'MemoryUtilization',
      statistic: 'Maximum',
      threshold: 90,
    });
  }

  watchDatabase({ name }: Database): void {
    const of = { namespace: 'AWS/RDS', dimensions: { DBInstanceIdentifier: name } };
    this.#alarm('database-busy', 'PostgreSQL has used 85 % of its processors for 15 minutes', {
      ...of,
      metricName: 'CPUUtilization',
      statistic: 'Average',
      threshold: 85,
      evaluationPeriods: 3,
    });
    this.#alarm('database-disk', 'Less than a tenth of the disk of PostgreSQL is free', {
      ...of,
      metricName: 'FreeStorageSpace',
      statistic: 'Minimum',
      comparisonOperator: 'LessThanThreshold',
      threshold: (this.#site.size.database.storageGib * gibibyte) / 10,
      treatMissingData: 'breaching',
    });
    this.#alarm('database-memory', 'PostgreSQL has less than 200 MiB of memory left', {
      ...of,
      metricName: 'FreeableMemory',
      statistic: 'Minimum',
      comparisonOperator: 'LessThanThreshold',
      threshold: gibibyte / 5,
      treatMissingData: 'breaching',
    });
  }

  watchCertificate({ id }: Certificate): void {
    this.#alarm('certificate', 'The certificate ends in less than three weeks: it should have been renewed', {
      namespace: 'AWS/CertificateManager',
      dimensions: { CertificateArn: id },
      metricName: 'DaysToExpiry',
      statistic: 'Minimum',
      period: 86_400,
      comparisonOperator: 'LessThanThreshold',
      threshold: 21,
    });
  }

  #alarm(name: string, description: string, given: Omit<CloudwatchMetricAlarmConfig, 'alarmName'>): void {
    new CloudwatchMetricAlarm(this, name, {
      alarmName: `guildhall-${this.#site.environment}-${name}`,
      alarmDescription: description,
      alarmActions: [this.#topic.arn],
      okActions: [this.#topic.arn],
      comparisonOperator: 'GreaterThanThreshold',
      period: 300,
      evaluationPeriods: 1,
      treatMissingData: 'notBreaching',
      ...given,
    });
  }
}
