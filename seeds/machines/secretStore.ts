import {
  DescribeSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** Where values are put that nobody here reads again. */
export interface SecretStore {
  /** Whether it has a value. */
  has(name: string): Promise<boolean>;
  put(name: string, value: string): Promise<void>;
}

/**
 * The secrets of an environment in Secrets Manager, `guildhall/<environment>/<name>`, which Terraform has made without
 * values. It asks as the role of the task.
 */
export function secretStore({ region, environment }: { region: string; environment: string }): SecretStore {
  const client = new SecretsManagerClient({ region });
  const idOf = (name: string) => `guildhall/${environment}/${name}`;
  return {
    async has(name) {
      const { VersionIdsToStages: versions = {} } = await client.send(
        new DescribeSecretCommand({ SecretId: idOf(name) }),
      );
      return Object.values(versions).some((stages) => stages.includes('AWSCURRENT'));
    },
    async put(name, value) {
      await client.send(new PutSecretValueCommand({ SecretId: idOf(name), SecretString: value }));
    },
  };
}
