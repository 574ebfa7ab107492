import { AppautoscalingPolicy } from '@cdktn/provider-aws/lib/appautoscaling-policy/index.js';
import { AppautoscalingTarget } from '@cdktn/provider-aws/lib/appautoscaling-target/index.js';
import { EcsService } from '@cdktn/provider-aws/lib/ecs-service/index.js';
import { ServiceDiscoveryService } from '@cdktn/provider-aws/lib/service-discovery-service/index.js';
import type { ITerraformDependable } from 'cdktn';
import type { Construct } from 'constructs';
import type { Tier } from './network.ts';
import { Task, type TaskOptions } from './task.ts';

export interface ServiceOptions extends TaskOptions {
  readonly tier?: Tier;
  /** Where a load balancer hands on what comes for it. */
  readonly targetGroup?: { readonly arn: string; readonly listener: ITerraformDependable };
  /** How many there are, when not as many as the environment's size says. */
  readonly count?: number;
  /** What has to have succeeded before it changes. */
  readonly after: readonly ITerraformDependable[];
}

/** A task that always runs, as many times as the load asks for. */
export class Service extends Task {
  readonly port: number;
  readonly resource: EcsService;
  readonly least: number;

  constructor(scope: Construct, id: string, options: ServiceOptions) {
    super(scope, id, options);
    const { place, deployable, tier = 'private', targetGroup, after } = options;
    const { site, network, cluster } = place;
    this.port = deployable.port;
    this.least = options.count ?? (deployable.scales ? site.size.task.min : 1);

    const record =
      deployable.metricsPort === undefined
        ? undefined
        : new ServiceDiscoveryService(this, 'record', {
            name: this.name,
            forceDestroy: true,
            dnsConfig: {
              namespaceId: cluster.recordsId,
              routingPolicy: 'MULTIVALUE',
              dnsRecords: [{ type: 'A', ttl: 10 }],
            },
          });
    this.resource = new EcsService(this, 'service', {
      name: this.name,
      cluster: cluster.arn,
      taskDefinition: this.definitionArn,
      desiredCount: this.least,
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      // Never fewer than before; when the new ones are not well, the old ones stay.
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      waitForSteadyState: true,
      availabilityZoneRebalancing: 'ENABLED',
      enableExecuteCommand: false,
      enableEcsManagedTags: true,
      propagateTags: 'SERVICE',
      networkConfiguration: {
        subnets: [...network.subnets[tier]],
        securityGroups: [this.group.id],
        assignPublicIp: false,
      },
      serviceConnectConfiguration: {
        enabled: true,
        namespace: cluster.connectArn,
        service: [
          {
            portName: this.name,
            discoveryName: this.name,
            clientAlias: { dnsName: this.name, port: deployable.port },
            // By itself it would cut what takes longer than 15 seconds; each service has limits of its own below this.
            timeout: { perRequestTimeoutSeconds: 60 },
          },
        ],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': this.log.name,
            'awslogs-region': site.account.region,
            'awslogs-stream-prefix': 'service-connect',
          },
        },
      },
      ...(record && { serviceRegistries: { registryArn: record.arn } }),
      ...(targetGroup && {
        loadBalancer: [
          { targetGroupArn: targetGroup.arn, containerName: this.name, containerPort: deployable.port },
        ],
        healthCheckGracePeriodSeconds: 60,
      }),
      lifecycle: deployable.scales ? { ignoreChanges: ['desired_count'] } : undefined,
      dependsOn: [...after, ...this.group.waysOut, ...(targetGroup ? [targetGroup.listener] : [])],
    });
    if (deployable.scales) this.#scale(place.cluster.name, site.size.task);
  }

  /** Lets another in at its port. */
  admit(other: Task): void {
    this.group.admit(other.group, this.port);
  }

  #scale(cluster: string, { min, max }: { min: number; max: number }): void {
    const target = new AppautoscalingTarget(this, 'scaling', {
      serviceNamespace: 'ecs',
      resourceId: `service/${cluster}/${this.name}`,
      scalableDimension: 'ecs:service:DesiredCount',
      minCapacity: min,
      maxCapacity: max,
      dependsOn: [this.resource],
    });
    for (const [metric, percent] of [
      ['ECSServiceAverageCPUUtilization', 60],
      ['ECSServiceAverageMemoryUtilization', 75],
    ] as const) {
      new AppautoscalingPolicy(this, `scaling-${metric}`, {
        name: `${this.name}-${metric}`,
        policyType: 'TargetTrackingScaling',
        serviceNamespace: target.serviceNamespace,
        resourceId: target.resourceId,
        scalableDimension: target.scalableDimension,
        targetTrackingScalingPolicyConfiguration: {
          targetValue: percent,
          scaleInCooldown: 300,
          scaleOutCooldown: 60,
          predefinedMetricSpecification: { predefinedMetricType: metric },
        },
      });
    }
  }
}
