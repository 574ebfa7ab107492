import type { Configuration } from './configuration/configuration.ts';
import { deployRoleName, repositoryUrl } from './configuration/names.ts';
import { instituteImages } from './environment/instituteStack.ts';
import { exchangeImages } from './exchange/exchangeStack.ts';

/** What workflows have to know of an environment to deploy it. */
export interface DeliveredEnvironment {
  /** The environment at GitHub, whose reviewers approve. */
  readonly github: string;
  readonly account: string;
  readonly region: string;
  /** The role that a workflow takes on. */
  readonly role: string;
  /** The tag of the images that it runs; none for tickets. */
  readonly tag: string | null;
  /** What it has to be given a digest of. */
  readonly images: readonly string[];
}

/** What workflows read instead of the configuration. */
export interface Delivery {
  /** The address of each image in the central registries. */
  readonly images: Readonly<Record<string, string>>;
  /** The domains of each supergraph that the gateway's image holds, by the name of its file. */
  readonly domainSets: Readonly<Record<string, readonly string[]>>;
  readonly environments: Readonly<Record<string, DeliveredEnvironment>>;
}

/** What the workflows have to know of a configuration. */
export function deliveryOf({ accounts, domainSets, environments, exchanges }: Configuration): Delivery {
  const all = [
    ...environments.map((environment) => ({ ...environment, images: instituteImages(environment) })),
    ...exchanges.map((exchange) => ({ ...exchange, images: exchangeImages(exchange), isTicket: false })),
  ];
  const images = [...new Set(all.flatMap((each) => each.images))].toSorted();
  return {
    images: Object.fromEntries(images.map((image) => [image, repositoryUrl(accounts.organisation, image)])),
    domainSets,
    environments: Object.fromEntries(
      all.map(({ name, account, isTicket, images: ofIt }) => [
        name,
        {
          github: isTicket ? 'ticket' : name,
          account: account.id,
          region: account.region,
          role: `arn:aws:iam::${account.id}:role/guildhall/deploy/${deployRoleName(name)}`,
          tag: isTicket ? null : `env-${name}`,
          images: ofIt,
        },
      ]),
    ),
  };
}
