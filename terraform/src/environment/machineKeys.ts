import { readPersonas } from '@guildhall/gateway/personas';
import type { TerraformResource } from 'cdktn';
import { Construct } from 'constructs';
import { onceDeployables } from '../deployables/deployables.ts';
import type { Database } from './database.ts';
import { Once } from './once.ts';
import type { Place } from './place.ts';
import { Secret } from './secret.ts';

/** API keys that machines need, by the secret that holds each: as whom they ask. */
const roles = {
  /** Whoever deploys tries what was deployed with it. */
  JOURNEYS_KEY: 'company',
  /** The identity provider asks by it what a token may say. */
  IDENTITY_KEY: 'identity',
} as const;
export type ApiKeyName = keyof typeof roles;

/**
 * The keys by which machines know each other. A task makes them in the environment itself, when they are not there, after
 * the migrations and before any service: it may write them and cannot read them. It fails while a secret is empty
 * that only a person can put in, and names it.
 */
export class MachineKeys extends Construct {
  /** VIEWER_JWKS: whom subgraphs believe. */
  readonly jwks: Secret;
  /** VIEWER_PRIVATE_KEY, the gateway's alone. */
  readonly privateKey: Secret;
  readonly task: Once;

  constructor(
    scope: Construct,
    id: string,
    {
      place,
      database,
      apiKeys,
      secretsToFill,
      after,
    }: {
      place: Place;
      database: Database;
      apiKeys: readonly ApiKeyName[];
      /** Those whose values a person puts in. */
      secretsToFill: readonly Secret[];
      after: TerraformResource;
    },
  ) {
    super(scope, id);
    const { site, keys } = place;
    const secret = (variable: string) => new Secret(this, variable, { site, keys, variable });
    this.jwks = secret('VIEWER_JWKS');
    this.privateKey = secret('VIEWER_PRIVATE_KEY');
    const made = [this.jwks, this.privateKey, ...apiKeys.map(secret)].map(({ arn }) => arn);
    const personas = readPersonas();
    const wanted = apiKeys.map((name) => {
      const role = roles[name];
      return { name, role, scopes: personas.get(role)!.scopes };
    });
    const asksDatabase = apiKeys.length > 0;
    this.task = new Once(this, 'make', {
      place,
      deployable: onceDeployables.machineKeys,
      settings: {
        AWS_REGION: site.account.region,
        ENVIRONMENT: site.environment,
        API_KEYS: JSON.stringify(wanted),
        FILLED_BY_PEOPLE: secretsToFill.map(({ variable }) => variable).join(','),
      },
      secrets: asksDatabase ? [database.domainUrls.people!] : [],
      statements: [
        {
          Sid: 'WriteTheKeys',
          Effect: 'Allow',
          Action: ['secretsmanager:DescribeSecret', 'secretsmanager:PutSecretValue'],
          Resource: made,
        },
        {
          Sid: 'EncryptTheKeys',
          Effect: 'Allow',
          // Secrets Manager asks for both when a value is put in.
          Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
          Resource: keys.data.arn,
          Condition: {
            StringEquals: {
              'kms:ViaService': `secretsmanager.${site.account.region}.amazonaws.com`,
              'kms:EncryptionContext:SecretARN': made,
            },
          },
        },
        ...(secretsToFill.length === 0
          ? []
          : [
              {
                Sid: 'SeeWhichAreEmpty',
                Effect: 'Allow',
                Action: 'secretsmanager:DescribeSecret',
                Resource: secretsToFill.map(({ arn }) => arn),
              } as const,
            ]),
      ],
      reaches: asksDatabase ? [{ group: database.group, port: 5432 }] : [],
      after: [after],
    });
  }
}
