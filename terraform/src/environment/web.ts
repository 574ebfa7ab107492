import { readPersonas } from '@guildhall/gateway/personas';
import type { Construct } from 'constructs';
import type { Environment } from '../configuration/configuration.ts';
import { instituteDeployables } from '../deployables/deployables.ts';
import type { Place } from './place.ts';
import { Secret } from './secret.ts';
import { Service, type ServiceOptions } from './service.ts';

/** What people may be granted; machines have scopes of their own, which nobody signs in for. */
function scopesOfPeople(): string {
  const scopes = [...readPersonas()]
    .filter(([role]) => role !== 'identity')
    .flatMap(([, persona]) => persona.scopes);
  return [...new Set(scopes)].toSorted().join(' ');
}

/** The web app. */
export class Web extends Service {
  constructor(
    scope: Construct,
    id: string,
    {
      place,
      environment,
      gateway,
      clientSecret,
      targetGroup,
    }: {
      place: Place;
      environment: Environment;
      gateway: Service;
      /** What the identity provider knows the app by; a public client has none. */
      clientSecret: Secret | undefined;
      targetGroup: NonNullable<ServiceOptions['targetGroup']>;
    },
  ) {
    const { site, keys } = place;
    const { hosts, signIn } = environment;
    const deployable = instituteDeployables([]).find(({ kind }) => kind === 'web')!;
    const session = new Secret(scope, `${id}-session-secret`, {
      site,
      keys,
      variable: 'SESSION_SECRET',
      made: { from: (random) => random, version: 1 },
    });
    super(scope, id, {
      place,
      deployable,
      targetGroup,
      settings: {
        NODE_ENV: 'production',
        HOST: '0.0.0.0',
        PORT: String(deployable.port),
        OPERATIONS_PORT: String(deployable.metricsPort),
        WEB_URL: `https://${hosts.web}`,
        GATEWAY_URL: `http://${gateway.name}:${gateway.port}/graphql`,
        GATEWAY_PUBLIC_URL: `https://${hosts.graph}`,
        OIDC_ISSUER: signIn.issuer,
        OIDC_AUDIENCE: signIn.audience,
        OIDC_SCOPES: scopesOfPeople(),
        OIDC_CLIENT_ID: signIn.webClient,
        OIDC_EXPLORER_CLIENT_ID: signIn.explorerClient,
        ...(signIn.connection && { OIDC_CONNECTION: signIn.connection }),
      },
      secrets: [...(clientSecret ? [clientSecret] : []), session],
      statements: [],
      reaches: [gateway],
      after: [gateway.resource],
    });
  }
}
