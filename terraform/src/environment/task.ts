import { EcsTaskDefinition } from '@cdktn/provider-aws/lib/ecs-task-definition/index.js';
import { Construct } from 'constructs';
import { repositoryArn } from '../configuration/names.ts';
import type { Deployable } from '../deployables/deployables.ts';
import { type Statement, policyDocument } from '../policies/policyDocument.ts';
import { LogGroup } from './logGroup.ts';
import type { Place } from './place.ts';
import { Role } from './role.ts';
import type { Secret } from './secret.ts';
import { SecurityGroup } from './securityGroup.ts';

export interface TaskOptions {
  readonly place: Place;
  readonly deployable: Deployable;
  /** Settings that anyone may read. */
  readonly settings: Readonly<Record<string, string>>;
  /** Settings whose values are secrets: those of this task, and no others. */
  readonly secrets: readonly Secret[];
  /** What its code may do. */
  readonly statements: readonly Statement[];
  /** What it asks at a port, and starts after it may. */
  readonly reaches?: readonly { readonly group: SecurityGroup; readonly port: number }[];
}

/** One container with its settings, log and rights: of the role that starts it, and of the role that its code has. */
export class Task extends Construct {
  readonly name: string;
  readonly definitionArn: string;
  readonly log: LogGroup;
  readonly group: SecurityGroup;
  readonly metricsPort: number | undefined;

  constructor(scope: Construct, id: string, options: TaskOptions) {
    super(scope, id);
    const { place, deployable, settings, secrets, statements, reaches = [] } = options;
    const { site, keys, network, images } = place;
    const { account, environment, size } = site;
    this.name = deployable.name;
    this.metricsPort = deployable.metricsPort;
    this.log = new LogGroup(this, 'log', { site, keys, name: `guildhall/${environment}/${this.name}` });
    this.group = new SecurityGroup(this, 'group', {
      network,
      name: this.name,
      description: `Tasks of ${this.name}`,
    });
    this.group.reachEndpoints(place.endpoints);
    if (deployable.callsOut) this.group.reachInternet();
    for (const { group, port } of reaches) group.admit(this.group, port);

    const assumedBy = policyDocument([
      {
        Sid: 'TasksOfThisAccount',
        Effect: 'Allow',
        Principal: { Service: 'ecs-tasks.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': account.id },
          ArnLike: { 'aws:SourceArn': `arn:aws:ecs:${account.region}:${account.id}:*` },
        },
      },
    ]);
    const starter = new Role(this, 'starter', {
      site,
      name: `${environment}-${this.name}-starter`,
      assumedBy,
      statements: [
        { Sid: 'SignInToRegistry', Effect: 'Allow', Action: 'ecr:GetAuthorizationToken', Resource: '*' },
        {
          Sid: 'PullItsImage',
          Effect: 'Allow',
          Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          Resource: repositoryArn(site.registry, deployable.image),
        },
        {
          Sid: 'WriteItsLog',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: `${this.log.arn}:*`,
        },
        ...(secrets.length === 0
          ? []
          : ([
              {
                Sid: 'ReadItsSecrets',
                Effect: 'Allow',
                Action: 'secretsmanager:GetSecretValue',
                Resource: secrets.map(({ arn }) => arn),
              },
              {
                Sid: 'DecryptItsSecrets',
                Effect: 'Allow',
                Action: 'kms:Decrypt',
                Resource: keys.data.arn,
                Condition: {
                  StringEquals: {
                    'kms:ViaService': `secretsmanager.${account.region}.amazonaws.com`,
                    'kms:EncryptionContext:SecretARN': secrets.map(({ arn }) => arn),
                  },
                },
              },
            ] satisfies Statement[])),
      ],
    });
    const role = new Role(this, 'role', {
      site,
      name: `${environment}-${this.name}`,
      assumedBy,
      statements,
    });

    const isService = deployable.kind !== 'once';
    this.definitionArn = new EcsTaskDefinition(this, 'definition', {
      family: `guildhall-${environment}-${this.name}`,
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' },
      cpu: String(size.task.cpu),
      memory: String(size.task.memory),
      executionRoleArn: starter.arn,
      taskRoleArn: role.arn,
      // Deployments that go back name an earlier revision.
      skipDestroy: size.protected,
      containerDefinitions: JSON.stringify([
        {
          name: this.name,
          image: images.addressOf(deployable.image),
          essential: true,
          ...(deployable.command && { command: deployable.command }),
          environment: Object.entries(settings)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, value]) => ({ name, value })),
          secrets: secrets.map(({ variable, value }) => ({ name: variable, valueFrom: value })),
          ...(isService && {
            portMappings: [
              { name: this.name, containerPort: deployable.port, protocol: 'tcp', appProtocol: 'http' },
            ],
            healthCheck: {
              command: deployable.healthCheck,
              interval: 10,
              timeout: 5,
              retries: 3,
              startPeriod: 60,
            },
          }),
          readonlyRootFilesystem: deployable.readsOnly,
          privileged: false,
          linuxParameters: { initProcessEnabled: true, capabilities: { drop: ['ALL'] } },
          // Until it has finished what it has begun.
          stopTimeout: 60,
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': this.log.name,
              'awslogs-region': account.region,
              'awslogs-stream-prefix': this.name,
              // A log that is slow to take lines holds up no request.
              mode: 'non-blocking',
              'max-buffer-size': '25m',
            },
          },
        },
      ]),
      dependsOn: [...starter.parts, ...role.parts, ...secrets.flatMap(({ version }) => version ?? [])],
    }).arn;
  }
}
