import { DataAwsSecretsmanagerSecretVersion } from '@cdktn/provider-aws/lib/data-aws-secretsmanager-secret-version/index.js';
import { Construct } from 'constructs';
import type { Exchange } from '../configuration/configuration.ts';
import { bucketArn, bucketName, secretName } from '../configuration/names.ts';
import { exchangeDeployables } from '../deployables/deployables.ts';
import { auth0 } from '../environment/auth0.ts';
import { Balancer } from '../environment/balancer.ts';
import { Certificate } from '../environment/certificate.ts';
import { Cluster } from '../environment/cluster.ts';
import { Endpoints } from '../environment/endpoints.ts';
import { Firewall } from '../environment/firewall.ts';
import { FlowLog } from '../environment/flowLog.ts';
import type { Images } from '../environment/images.ts';
import type { Keys } from '../environment/keys.ts';
import { Network } from '../environment/network.ts';
import { Service } from '../environment/service.ts';
import type { Site } from '../environment/site.ts';
import type { Storage } from '../environment/storage.ts';

/**
 * What people bring files to, in a network of its own: no way leads out of it but to the workspace, and to what a task
 * needs to start. Its balancer signs people in, since the frontend itself cannot ask anybody.
 */
export class Frontend extends Construct {
  readonly balancer: Balancer;
  readonly certificate: Certificate;
  readonly service: Service;
  readonly cluster: string;

  constructor(
    scope: Construct,
    id: string,
    {
      site,
      keys,
      images,
      storage,
      exchange,
    }: { site: Site; keys: Keys; images: Images; storage: Storage; exchange: Exchange },
  ) {
    super(scope, id);
    const { account } = site;
    const deployable = exchangeDeployables.find(({ name }) => name === 'frontend')!;
    const network = new Network(this, 'network', {
      site,
      part: 'frontend',
      cidr: exchange.networks.frontend,
      tiers: ['public', 'private'],
      hasWayOut: false,
    });
    new FlowLog(this, 'flow-log', { site, network, keys });
    const endpoints = new Endpoints(this, 'endpoints', {
      site,
      network,
      to: ['ecr.api', 'ecr.dkr', 'logs'],
      s3: deployable.buckets.map(({ bucket, prefix }) => ({
        Sid: 'Uploads',
        Effect: 'Allow',
        Principal: '*',
        Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
        Resource: `${bucketArn(bucketName(account, site.environment, bucket))}/${prefix}*`,
        Condition: { StringEquals: { 'aws:PrincipalAccount': account.id } },
      })),
    });
    const cluster = new Cluster(this, 'cluster', { site, network, part: 'frontend' });
    this.cluster = cluster.name;
    this.certificate = new Certificate(this, 'certificate', {
      hosts: [exchange.host],
      zoneId: exchange.zone.id,
    });
    this.balancer = new Balancer(this, 'balancer', {
      site,
      network,
      name: 'frontend',
      from: 'everyone',
      certificate: this.certificate,
      zoneId: exchange.zone.id,
      logs: storage.logs,
    });
    // It asks the identity provider for the sign-ins.
    this.balancer.group.reachInternet();
    new Firewall(this, 'firewall', { site, keys, balancer: this.balancer, name: 'frontend' });

    // Made by a person before: a balancer takes it as it is, so that it stands in the state, and nowhere else.
    const clientSecret = new DataAwsSecretsmanagerSecretVersion(this, 'client-secret', {
      secretId: secretName(site.environment, 'FRONTEND_CLIENT_SECRET'),
    });
    const { issuer, frontendClient } = exchange.signIn;
    const { authorization, token, userInfo } = auth0(issuer);
    this.service = new Service(this, 'frontend', {
      place: { site, network, endpoints, cluster, keys, images },
      deployable,
      targetGroup: this.balancer.handOn({
        host: exchange.host,
        service: 'frontend',
        port: deployable.port,
        healthPath: '/healthz',
        before: [
          {
            type: 'authenticate-oidc',
            order: 1,
            authenticateOidc: {
              issuer,
              authorizationEndpoint: authorization,
              tokenEndpoint: token,
              userInfoEndpoint: userInfo,
              clientId: frontendClient,
              clientSecret: clientSecret.secretString,
              scope: 'openid profile email',
              sessionTimeout: 3600,
              onUnauthenticatedRequest: 'authenticate',
            },
          },
        ],
      }),
      settings: {
        NODE_ENV: 'production',
        HOST: '0.0.0.0',
        PORT: String(deployable.port),
        AWS_REGION: account.region,
        WORKSPACE_BUCKET: bucketName(account, site.environment, 'workspace'),
        PUBLIC_URL: `https://${exchange.host}`,
      },
      secrets: [],
      statements: storage.statementsFor(deployable.buckets),
      after: [],
    });
    this.service.group.admit(this.balancer.group, deployable.port);
  }
}
