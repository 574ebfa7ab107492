import { z } from 'zod';
import { Refusal } from './refusal.ts';

const account = z.looseObject({ id: z.string().regex(/^\d{12}$/), region: z.string() });
const placed = z.looseObject({ account: z.union([z.string(), account]) });
const configuration = z.looseObject({
  accounts: z.intersection(z.object({ organisation: account }), z.record(z.string(), account)),
  environments: z.record(z.string(), placed),
  exchanges: z.record(z.string(), placed),
  tickets: z.looseObject({ like: z.string() }),
});

/** Where an environment is, and as whom a workflow acts on it. */
export interface Target {
  /** Also the name of its stack. */
  readonly environment: string;
  /** The environment at GitHub that guards it; tickets share one. */
  readonly guardedBy: string;
  readonly region: string;
  readonly deployRole: string;
  /** May move environment tags in the central registry; tickets have none. */
  readonly promoteRole: string;
  /** May bring images to the central registry. */
  readonly publishRole: string;
  /** The central registry. */
  readonly registry: string;
  readonly registryRegion: string;
}

/**
 * Where an environment of terraform/configuration.json is.
 *
 * @param kind what it has to be: one of the institute, an authority's, or a ticket's, which the file need not name.
 * @throws Refusal when there is none of this name and kind.
 */
export function targetOf(
  environment: string,
  kind: 'institute' | 'exchange' | 'ticket',
  file: unknown,
): Target {
  const { accounts, environments, exchanges, tickets } = configuration.parse(file);
  const isTicket = kind === 'ticket';
  if (isTicket && !/^ticket-[a-z0-9][a-z0-9-]{0,11}[a-z0-9]$/.test(environment))
    throw new Refusal(
      `${environment.replace(/^ticket-/, '')} is no name for a ticket's environment: take 2 to 13 small letters, digits and hyphens.`,
    );
  const known = kind === 'exchange' ? exchanges : environments;
  const entry = known[isTicket ? tickets.like : environment];
  if (!entry)
    throw new Refusal(`There is no environment ${environment}: choose ${Object.keys(known).join(', ')}.`);
  const own = typeof entry.account === 'string' ? accounts[entry.account] : entry.account;
  if (!own) throw new Refusal(`${environment} is in an account that the configuration does not have.`);

  const { organisation } = accounts;
  const guardedBy = isTicket ? 'ticket' : environment;
  const role = (id: string, name: string) => `arn:aws:iam::${id}:role/guildhall/deploy/guildhall-${name}`;
  return {
    environment,
    guardedBy,
    region: own.region,
    deployRole: role(own.id, `deploy-${guardedBy}`),
    promoteRole: role(organisation.id, 'promote'),
    publishRole: role(organisation.id, 'publish'),
    registry: `${organisation.id}.dkr.ecr.${organisation.region}.amazonaws.com`,
    registryRegion: organisation.region,
  };
}
