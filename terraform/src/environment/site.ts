import type { Account, Size } from '../configuration/configurationSchema.ts';

/** Where something stands, and how large: what every construct of an environment asks about it. */
export interface Site {
  /** The environment's name, which all of its names begin with. */
  readonly environment: string;
  readonly account: Account;
  /** The account that has the registries. */
  readonly registry: Account;
  readonly size: Size;
}
