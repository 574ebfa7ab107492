import { LbListenerRule, type LbListenerRuleAction } from '@cdktn/provider-aws/lib/lb-listener-rule/index.js';
import { LbListener } from '@cdktn/provider-aws/lib/lb-listener/index.js';
import { LbTargetGroup } from '@cdktn/provider-aws/lib/lb-target-group/index.js';
import { Lb } from '@cdktn/provider-aws/lib/lb/index.js';
import { Route53Record } from '@cdktn/provider-aws/lib/route53-record/index.js';
import { Construct } from 'constructs';
import type { Certificate } from './certificate.ts';
import type { LogBucket } from './logBucket.ts';
import type { Network } from './network.ts';
import { SecurityGroup } from './securityGroup.ts';
import type { Site } from './site.ts';

export interface BalancerOptions {
  readonly site: Site;
  readonly network: Network;
  readonly name: string;
  /** Whether everyone may reach it; otherwise these networks alone. */
  readonly from: 'everyone' | readonly string[];
  readonly certificate: Certificate;
  readonly zoneId: string;
  readonly logs: LogBucket;
}

/** Takes HTTPS for hosts and hands each on to a service. What comes for another host is refused. */
export class Balancer extends Construct {
  readonly arn: string;
  /** How CloudWatch names it. */
  readonly arnSuffix: string;
  readonly group: SecurityGroup;
  readonly #options: BalancerOptions;
  readonly #balancer: Lb;
  readonly #listener: LbListener;
  readonly targetGroups: LbTargetGroup[] = [];

  constructor(scope: Construct, id: string, options: BalancerOptions) {
    super(scope, id);
    this.#options = options;
    const { site, network, name, from, certificate, logs } = options;
    const isPublic = from === 'everyone';
    this.group = new SecurityGroup(this, 'group', {
      network,
      name: `${name}-balancer`,
      description: isPublic ? 'HTTPS from everyone' : 'HTTPS from the company network',
    });
    for (const cidr of isPublic ? ['0.0.0.0/0'] : from)
      for (const port of isPublic ? [443, 80] : [443])
        this.group.admitNetwork(cidr, port, isPublic ? 'From everyone' : 'From the company network');
    const log = { bucket: logs.name, prefix: `balancers/${name}`, enabled: true };
    this.#balancer = new Lb(this, 'balancer', {
      name: `${site.environment}-${name}`,
      loadBalancerType: 'application',
      internal: !isPublic,
      subnets: [...network.subnets[isPublic ? 'public' : 'private']],
      securityGroups: [this.group.id],
      dropInvalidHeaderFields: true,
      desyncMitigationMode: 'defensive',
      enableDeletionProtection: site.size.protected,
      idleTimeout: 60,
      // Access logs hold whole paths, and that of a calendar is a secret: who came to the public one
      // stands in the log of its firewall, which leaves paths out.
      connectionLogs: log,
      ...(!isPublic && { accessLogs: log }),
      dependsOn: [logs.policy],
    });
    this.arn = this.#balancer.arn;
    this.arnSuffix = this.#balancer.arnSuffix;
    this.#listener = new LbListener(this, 'https', {
      loadBalancerArn: this.arn,
      port: 443,
      protocol: 'HTTPS',
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      certificateArn: certificate.arn,
      defaultAction: [
        {
          type: 'fixed-response',
          fixedResponse: { contentType: 'text/plain', statusCode: '404', messageBody: 'Nothing is here.' },
        },
      ],
      routingHttpResponseStrictTransportSecurityHeaderValue: 'max-age=31536000; includeSubDomains',
    });
    if (!isPublic) return;
    new LbListener(this, 'http', {
      loadBalancerArn: this.arn,
      port: 80,
      protocol: 'HTTP',
      defaultAction: [
        { type: 'redirect', redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' } },
      ],
    });
  }

  /**
   * Hands what comes for a host on to a service.
   *
   * @param before what is done first, for example signing in.
   */
  handOn({
    host,
    service,
    port,
    healthPath,
    before = [],
  }: {
    host: string;
    service: string;
    port: number;
    healthPath: string;
    before?: readonly LbListenerRuleAction[];
  }) {
    const { site, network, zoneId } = this.#options;
    const targetGroup = new LbTargetGroup(this, `${service}-targets`, {
      name: `${site.environment}-${service}`,
      vpcId: network.vpcId,
      targetType: 'ip',
      protocol: 'HTTP',
      port,
      deregistrationDelay: '60',
      loadBalancingAlgorithmType: 'least_outstanding_requests',
      healthCheck: {
        path: healthPath,
        matcher: '200',
        interval: 10,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
    });
    this.targetGroups.push(targetGroup);
    const listener = new LbListenerRule(this, `${service}-rule`, {
      listenerArn: this.#listener.arn,
      priority: this.targetGroups.length * 10,
      condition: [{ hostHeader: { values: [host] } }],
      action: [...before, { type: 'forward', targetGroupArn: targetGroup.arn }],
    });
    new Route53Record(this, `${service}-host`, {
      zoneId,
      name: host,
      type: 'A',
      alias: { name: this.#balancer.dnsName, zoneId: this.#balancer.zoneId, evaluateTargetHealth: true },
    });
    return { arn: targetGroup.arn, listener };
  }
}
