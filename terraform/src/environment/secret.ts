import { EphemeralAwsSecretsmanagerRandomPassword } from '@cdktn/provider-aws/lib/ephemeral-aws-secretsmanager-random-password/index.js';
import { SecretsmanagerSecretVersion } from '@cdktn/provider-aws/lib/secretsmanager-secret-version/index.js';
import { SecretsmanagerSecret } from '@cdktn/provider-aws/lib/secretsmanager-secret/index.js';
import { Construct } from 'constructs';
import { secretName } from '../configuration/names.ts';
import type { Keys } from './keys.ts';
import type { Site } from './site.ts';

/** How the value of a secret comes to be; raising the version makes another. */
export interface Made {
  /** The value from a random password; neither reaches the configuration or the state. */
  readonly from: (password: string) => string;
  readonly version: number;
}

/** A secret, named like the setting that it is the value of. Without `made`, a task or a person puts its value in. */
export class Secret extends Construct {
  readonly variable: string;
  readonly arn: string;
  readonly keyArn: string;
  /** The value as a task is given it: a new one makes a new task, where Terraform makes it. */
  readonly value: string;
  /** What has to be there before the value may be read, when Terraform makes it. */
  readonly version: SecretsmanagerSecretVersion | undefined;

  constructor(
    scope: Construct,
    id: string,
    { site, keys, variable, made }: { site: Site; keys: Keys; variable: string; made?: Made },
  ) {
    super(scope, id);
    this.variable = variable;
    this.keyArn = keys.data.arn;
    const secret = new SecretsmanagerSecret(this, 'secret', {
      name: secretName(site.environment, variable),
      kmsKeyId: keys.data.arn,
      // An environment that comes and goes may come again under its name.
      recoveryWindowInDays: site.size.protected ? 30 : 0,
    });
    this.arn = secret.arn;
    this.value = this.arn;
    if (!made) return;
    const password = new EphemeralAwsSecretsmanagerRandomPassword(this, 'password', {
      passwordLength: 48,
      // It stands in addresses.
      excludePunctuation: true,
    });
    this.version = new SecretsmanagerSecretVersion(this, 'value', {
      secretId: secret.id,
      secretStringWo: made.from(password.getStringAttribute('random_password')),
      secretStringWoVersion: made.version,
    });
    this.value = `${this.arn}:::${this.version.versionId}`;
  }
}
