import { Ec2TransitGatewayVpcAttachment } from '@cdktn/provider-aws/lib/ec2-transit-gateway-vpc-attachment/index.js';
import { PrometheusWorkspace } from '@cdktn/provider-aws/lib/prometheus-workspace/index.js';
import { Route } from '@cdktn/provider-aws/lib/route/index.js';
import { Construct } from 'constructs';
import type { Configuration, Environment } from '../configuration/configuration.ts';
import { monitoringDeployables } from '../deployables/deployables.ts';
import type { Statement } from '../policies/policyDocument.ts';
import { auth0 } from './auth0.ts';
import { Balancer } from './balancer.ts';
import type { Certificate } from './certificate.ts';
import type { LogBucket } from './logBucket.ts';
import type { Place } from './place.ts';
import { Secret } from './secret.ts';
import { Service } from './service.ts';

const byName = Object.fromEntries(monitoringDeployables.map((deployable) => [deployable.name, deployable]));

/**
 * Prometheus, which asks every task, the exporter that asks from outside for it, Alertmanager, which calls somebody, and
 * Grafana, which the company looks at.
 */
export class Monitoring extends Construct {
  readonly services: readonly Service[];
  readonly balancer: Balancer;

  constructor(
    scope: Construct,
    id: string,
    {
      place,
      environment,
      companyNetwork,
      certificate,
      logs,
      watched,
      pagerDuty,
      grafanaClient,
    }: {
      place: Place;
      environment: Environment;
      companyNetwork: Configuration['companyNetwork'];
      certificate: Certificate;
      logs: LogBucket;
      /** What there is to ask. */
      watched: readonly Service[];
      /** The key of the service at PagerDuty. */
      pagerDuty: Secret;
      /** What the identity provider knows Grafana by. */
      grafanaClient: Secret;
    },
  ) {
    super(scope, id);
    const { site, keys, network, cluster } = place;
    // A task's own disk goes with it: what was measured is kept here.
    const history = new PrometheusWorkspace(this, 'history', {
      alias: cluster.name,
      kmsKeyArn: keys.data.arn,
    });
    const mayDo = (sid: string, ...Action: string[]): Statement[] => [
      { Sid: sid, Effect: 'Allow', Action, Resource: history.arn },
    ];
    const common = { AWS_REGION: site.account.region, ENVIRONMENT: site.environment };

    const alertmanager = new Service(this, 'alertmanager', {
      place,
      deployable: byName.alertmanager!,
      settings: common,
      secrets: [pagerDuty],
      statements: [],
      after: [],
    });
    const blackbox = new Service(this, 'blackbox', {
      place,
      deployable: byName.blackbox!,
      settings: {},
      secrets: [],
      statements: [],
      after: [],
    });
    const measured = [...watched, alertmanager, blackbox].filter(
      ({ metricsPort }) => metricsPort !== undefined,
    );
    const prometheus = new Service(this, 'prometheus', {
      place,
      deployable: byName.prometheus!,
      settings: {
        ...common,
        ALERTMANAGER: `${alertmanager.name}:${alertmanager.port}`,
        BLACKBOX: `${blackbox.name}:${blackbox.port}`,
        HISTORY_URL: history.prometheusEndpoint,
        PROBED: [environment.hosts.web, environment.hosts.graph]
          .map((host) => `https://${host}/healthz`)
          .join(','),
        RECORDS_ZONE: cluster.recordsZone,
        // Each by its name in that zone, with the port of /metrics.
        SCRAPED: [
          ...measured.map(({ name, metricsPort }) => `${name}:${metricsPort}`),
          `grafana:${byName.grafana!.metricsPort}`,
        ].join(','),
      },
      secrets: [],
      statements: mayDo('KeepMeasurements', 'aps:RemoteWrite'),
      // Alertmanager takes alerts where it is measured, and the exporter is asked there.
      reaches: measured.map(({ group, metricsPort }) => ({ group, port: metricsPort! })),
      after: [alertmanager.resource, blackbox.resource],
    });

    this.balancer = new Balancer(this, 'balancer', {
      site,
      network,
      name: 'private',
      from: companyNetwork.cidrs,
      certificate,
      zoneId: environment.zone.id,
      logs,
    });
    const adminPassword = new Secret(this, 'grafana-password', {
      site,
      keys,
      variable: 'GF_SECURITY_ADMIN_PASSWORD',
      made: { from: (random) => random, version: 1 },
    });
    const { authorization, token, userInfo } = auth0(environment.signIn.issuer);
    const { port } = byName.grafana!;
    const grafana = new Service(this, 'grafana', {
      place,
      deployable: byName.grafana!,
      targetGroup: this.balancer.handOn({
        host: environment.hosts.grafana,
        service: 'grafana',
        port,
        healthPath: '/api/health',
      }),
      settings: {
        ...common,
        HISTORY_URL: history.prometheusEndpoint,
        PROMETHEUS_URL: `http://${prometheus.name}:${prometheus.port}`,
        // History is asked by requests that are signed.
        GF_AUTH_SIGV4_AUTH_ENABLED: 'true',
        GF_USERS_DEFAULT_THEME: 'system',
        GF_SERVER_ROOT_URL: `https://${environment.hosts.grafana}`,
        GF_AUTH_GENERIC_OAUTH_ENABLED: 'true',
        GF_AUTH_GENERIC_OAUTH_CLIENT_ID: environment.signIn.grafanaClient,
        GF_AUTH_GENERIC_OAUTH_AUTH_URL: authorization,
        GF_AUTH_GENERIC_OAUTH_TOKEN_URL: token,
        GF_AUTH_GENERIC_OAUTH_API_URL: userInfo,
        GF_AUTH_GENERIC_OAUTH_SCOPES: 'openid profile email',
        GF_AUTH_GENERIC_OAUTH_USE_PKCE: 'true',
      },
      secrets: [grafanaClient, adminPassword],
      statements: mayDo(
        'ReadMeasurements',
        'aps:QueryMetrics',
        'aps:GetLabels',
        'aps:GetSeries',
        'aps:GetMetricMetadata',
      ),
      reaches: [prometheus],
      after: [prometheus.resource],
    });
    grafana.group.admit(this.balancer.group, port);
    grafana.group.admit(prometheus.group, port);
    this.services = [alertmanager, blackbox, prometheus, grafana];

    const attachment = new Ec2TransitGatewayVpcAttachment(this, 'company', {
      transitGatewayId: companyNetwork.transitGateway,
      vpcId: network.vpcId,
      subnetIds: [...network.subnets.private],
      tags: { Name: network.name },
    });
    for (const [zone, routeTableId] of network.privateRouteTables.entries())
      for (const [index, destinationCidrBlock] of companyNetwork.cidrs.entries())
        new Route(this, `company-${index}-${zone}`, {
          routeTableId,
          destinationCidrBlock,
          transitGatewayId: attachment.transitGatewayId,
        });
  }
}
