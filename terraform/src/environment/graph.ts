import { Construct } from 'constructs';
import { instituteDeployables } from '../deployables/deployables.ts';
import type { Database } from './database.ts';
import type { Migrations } from './migrations.ts';
import type { Place } from './place.ts';
import { Secret } from './secret.ts';
import { Service, type ServiceOptions } from './service.ts';
import type { Storage } from './storage.ts';

/** The subgraphs of a set of domains, their workers, and the gateway, which alone reaches them. */
export class Graph extends Construct {
  readonly gateway: Service;
  readonly services: readonly Service[];
  /** Those whose values a person puts in. */
  readonly secretsToFill: readonly Secret[];

  constructor(
    scope: Construct,
    id: string,
    {
      place,
      database,
      storage,
      migrations,
      domains,
      domainSet,
      signIn,
      targetGroup,
    }: {
      place: Place;
      database: Database;
      storage: Storage;
      migrations: Migrations;
      domains: readonly string[];
      /** The name of the supergraph in the gateway's image. */
      domainSet: string;
      signIn: { readonly issuer: string; readonly audience: string };
      targetGroup?: NonNullable<ServiceOptions['targetGroup']>;
    },
  ) {
    super(scope, id);
    const { site, keys } = place;
    const jwks = new Secret(this, 'viewer-jwks', { site, keys, variable: 'VIEWER_JWKS' });
    const privateKey = new Secret(this, 'viewer-private-key', { site, keys, variable: 'VIEWER_PRIVATE_KEY' });
    this.secretsToFill = [jwks, privateKey];
    const deployables = instituteDeployables(domains);

    const ofDomains = deployables
      .filter(({ domain }) => domain !== undefined)
      .map((deployable) => ({
        isWorker: deployable.kind === 'worker',
        service: new Service(this, deployable.name, {
          place,
          deployable,
          settings: { NODE_ENV: 'production', HOST: '0.0.0.0', PORT: String(deployable.port) },
          secrets: [database.domainUrls[deployable.domain!]!, jwks],
          statements: storage.statementsFor(deployable.buckets),
          reaches: [{ group: database.group, port: 5432 }],
          after: [migrations.done],
        }),
      }));
    const subgraphs = ofDomains.filter(({ isWorker }) => !isWorker).map(({ service }) => service);

    const gateway = deployables.find(({ kind }) => kind === 'gateway')!;
    this.gateway = new Service(this, gateway.name, {
      place,
      deployable: gateway,
      targetGroup,
      settings: {
        NODE_ENV: 'production',
        APOLLO_TELEMETRY_DISABLED: '1',
        HOST: '0.0.0.0',
        PORT: String(gateway.port),
        OPERATIONS_PORT: String(gateway.metricsPort),
        OIDC_ISSUER: signIn.issuer,
        OIDC_AUDIENCE: signIn.audience,
        SUPERGRAPH_FILE: `/app/gateway/supergraphs/${domainSet}.graphql`,
        ...Object.fromEntries(
          subgraphs.map(({ name, port }) => [`${name.toUpperCase()}_URL`, `http://${name}:${port}/graphql`]),
        ),
      },
      secrets: [privateKey],
      statements: [],
      reaches: subgraphs,
      // The new gateway asks for what the new subgraphs know.
      after: subgraphs.map(({ resource }) => resource),
    });
    this.services = [...ofDomains.map(({ service }) => service), this.gateway];
  }
}
