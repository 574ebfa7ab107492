import type { Account, Size, Written, WrittenEnvironment, WrittenExchange } from './configurationSchema.ts';

/** An environment of the institute, with what its names stand for. */
export interface Environment extends Omit<WrittenEnvironment, 'account' | 'size' | 'domains'> {
  readonly name: string;
  readonly account: Account;
  readonly size: Size;
  /** The supergraph in the gateway's image that is composed for its domains. */
  readonly domainSet: string;
  readonly domains: readonly string[];
  /** Whether it is made for a ticket, and goes with it. */
  readonly isTicket: boolean;
  /** Whether the web app is a public client of the identity provider, which needs no secret. */
  readonly hasPublicWeb: boolean;
}

/** What a local authority runs, and the organisation beside it. */
export interface Exchange extends Omit<WrittenExchange, 'account' | 'size' | 'domains'> {
  readonly repository: string;
  readonly name: string;
  readonly account: Account;
  readonly size: Size;
  readonly domainSet: string;
  readonly domains: readonly string[];
  /** Whether it is the organisation's own, which reads what others share. */
  readonly isOrganisation: boolean;
}

export interface Configuration extends Pick<
  Written,
  'repository' | 'organisation' | 'companyNetwork' | 'alarms' | 'accounts'
> {
  /** Each domain set with its domains. */
  readonly domainSets: Readonly<Record<string, readonly string[]>>;
  /** Where names of tickets stand. */
  readonly tickets: { readonly zone: WrittenEnvironment['zone'] };
  readonly environments: readonly Environment[];
  readonly exchanges: readonly Exchange[];
}
