import { DbInstance } from '@cdktn/provider-aws/lib/db-instance/index.js';
import { DbParameterGroup } from '@cdktn/provider-aws/lib/db-parameter-group/index.js';
import { DbSubnetGroup } from '@cdktn/provider-aws/lib/db-subnet-group/index.js';
import { EphemeralAwsSecretsmanagerSecretVersion } from '@cdktn/provider-aws/lib/ephemeral-aws-secretsmanager-secret-version/index.js';
import { Construct } from 'constructs';
import { assumedBy } from '../policies/assumedBy.ts';
import type { Keys } from './keys.ts';
import { LogGroup } from './logGroup.ts';
import type { Network } from './network.ts';
import { Role } from './role.ts';
import { Secret } from './secret.ts';
import { SecurityGroup } from './securityGroup.ts';
import type { Site } from './site.ts';

const owner = 'guildhall_owner';
const databaseName = 'guildhall';
/** Raise it to have new passwords made; the migrations of the same deployment set them. */
const passwordVersion = 1;
/** Where images keep the certificates of RDS, which no system knows by itself. */
const certificates = '/etc/ssl/certs/rds-global-bundle.pem';

/** PostgreSQL, and one login for each domain: the addresses of the logins are secrets. */
export class Database extends Construct {
  readonly name: string;
  readonly group: SecurityGroup;
  /** DATABASE_URL, the owner's, for migrations alone. */
  readonly ownerUrl: Secret;
  /** <DOMAIN>_DATABASE_URL by domain. */
  readonly domainUrls: Readonly<Record<string, Secret>>;

  constructor(
    scope: Construct,
    id: string,
    {
      site,
      network,
      keys,
      domains,
    }: { site: Site; network: Network; keys: Keys; domains: readonly string[] },
  ) {
    super(scope, id);
    const { account, size, environment } = site;
    this.name = `guildhall-${environment}`;
    this.group = new SecurityGroup(this, 'group', { network, name: 'database', description: 'PostgreSQL' });

    const subnets = new DbSubnetGroup(this, 'subnets', {
      name: this.name,
      subnetIds: [...network.subnets.database],
    });
    const parameters = new DbParameterGroup(this, 'parameters', {
      name: this.name,
      family: 'postgres18',
      parameter: [
        { name: 'rds.force_ssl', value: '1' },
        { name: 'log_min_duration_statement', value: '1000' },
        // What a statement was given may be personal data.
        { name: 'log_parameter_max_length', value: '0' },
        { name: 'log_parameter_max_length_on_error', value: '0' },
      ],
    });
    const monitoring = new Role(this, 'monitoring', {
      site,
      name: `${environment}-database-monitoring`,
      assumedBy: assumedBy('monitoring.rds.amazonaws.com', account.id),
      statements: [
        {
          Sid: 'WriteMetrics',
          Effect: 'Allow',
          Action: [
            'logs:CreateLogGroup',
            'logs:CreateLogStream',
            'logs:DescribeLogStreams',
            'logs:PutLogEvents',
            'logs:PutRetentionPolicy',
          ],
          Resource: `arn:aws:logs:${account.region}:${account.id}:log-group:RDSOSMetrics*`,
        },
      ],
    });
    // RDS makes it by itself otherwise, kept for ever and under a key of AWS.
    const log = new LogGroup(this, 'log', {
      site,
      keys,
      name: `aws/rds/instance/${this.name}/postgresql`,
    });

    // Kept first and set from there, so that an apply that ends between the two leaves them alike.
    const password = new Secret(this, 'owner-password', {
      site,
      keys,
      variable: 'OWNER_PASSWORD',
      made: { from: (random) => random, version: passwordVersion },
    });
    const kept = new EphemeralAwsSecretsmanagerSecretVersion(this, 'kept-password', {
      secretId: password.version!.secretId,
      dependsOn: [password.version!],
    });
    const instance = new DbInstance(this, 'instance', {
      identifier: this.name,
      engine: 'postgres',
      engineVersion: '18',
      autoMinorVersionUpgrade: true,
      allowMajorVersionUpgrade: false,
      instanceClass: size.database.class,
      allocatedStorage: size.database.storageGib,
      maxAllocatedStorage: size.database.storageGib * 4,
      storageType: 'gp3',
      storageEncrypted: true,
      kmsKeyId: keys.data.arn,
      dbName: databaseName,
      username: owner,
      passwordWo: kept.getStringAttribute('secret_string'),
      passwordWoVersion: passwordVersion,
      port: 5432,
      multiAz: size.database.multiAz,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [this.group.id],
      parameterGroupName: parameters.name,
      caCertIdentifier: 'rds-ca-rsa2048-g1',
      publiclyAccessible: false,
      backupRetentionPeriod: size.database.backupDays,
      backupWindow: '02:00-03:00',
      maintenanceWindow: 'sun:03:30-sun:04:30',
      copyTagsToSnapshot: true,
      deleteAutomatedBackups: !size.protected,
      deletionProtection: size.protected,
      skipFinalSnapshot: !size.protected,
      finalSnapshotIdentifier: size.protected ? `${this.name}-final` : undefined,
      enabledCloudwatchLogsExports: ['postgresql'],
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: keys.data.arn,
      monitoringInterval: 60,
      monitoringRoleArn: monitoring.arn,
      applyImmediately: !size.protected,
      lifecycle: { preventDestroy: size.protected },
      dependsOn: [...monitoring.parts, log.resource],
    });

    const urlFor = (user: string, secret: string) =>
      `postgresql://${user}:${secret}@${instance.address}:5432/${databaseName}?sslmode=verify-full&sslrootcert=${certificates}`;
    this.ownerUrl = new Secret(this, 'owner-url', {
      site,
      keys,
      variable: 'DATABASE_URL',
      made: { from: () => urlFor(owner, kept.getStringAttribute('secret_string')), version: passwordVersion },
    });
    this.domainUrls = Object.fromEntries(
      domains.map((domain) => [
        domain,
        new Secret(this, `${domain}-url`, {
          site,
          keys,
          variable: `${domain.toUpperCase()}_DATABASE_URL`,
          made: { from: (random) => urlFor(`guildhall_${domain}`, random), version: passwordVersion },
        }),
      ]),
    );
  }
}
