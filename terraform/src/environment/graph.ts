import { Construct } from 'constructs';
import { instituteDeployables } from '../deployables/deployables.ts';
import type { Database } from './database.ts';
import type { MachineKeys } from './machineKeys.ts';
import type { Place } from './place.ts';
import { Service, type ServiceOptions } from './service.ts';
import type { Storage } from './storage.ts';

/** The subgraphs of a set of domains, their workers, and the gateway, which alone reaches them. */
export class Graph extends Construct {
  readonly gateway: Service;
  readonly services: readonly Service[];

  constructor(
    scope: Construct,
    id: string,
    {
      place,
      database,
      storage,
      machineKeys,
      domains,
      domainSet,
      signIn,
      targetGroup,
    }: {
      place: Place;
      database: Database;
      storage: Storage;
      machineKeys: MachineKeys;
      domains: readonly string[];
      /** The name of the supergraph in the gateway's image. */
      domainSet: string;
      signIn: { readonly issuer: string; readonly audience: string; readonly explorerClient?: string };
      targetGroup?: NonNullable<ServiceOptions['targetGroup']>;
    },
  ) {
    super(scope, id);
    const { jwks, privateKey, task } = machineKeys;
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
          after: [task.resource],
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
        // Nobody opens the graph of an exchange in a browser.
        EXPLORER_CLIENT_ID: signIn.explorerClient ?? 'none',
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
