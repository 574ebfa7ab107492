import type { Configuration } from '../configuration/configuration.ts';

/** An environment as the rights of whoever deploys it see it. */
export interface Managed {
  /** Its name; `ticket-*` for all that are made for tickets. */
  readonly name: string;
  readonly kind: 'institute' | 'exchange';
  /** The hosted zone that its names stand in. */
  readonly zoneId: string;
  /** Names that it has in its zone; a star stands for anything. */
  readonly hosts: readonly string[];
  /** Names among them that are another's. */
  readonly hostsOfOthers: readonly string[];
}

/** Every environment of an account, lasting ones and, where there may be any, those of tickets. */
export function managedIn(accountId: string, configuration: Configuration): Managed[] {
  const { environments, exchanges, tickets, accounts } = configuration;
  const lasting = environments.filter(({ account, isTicket }) => account.id === accountId && !isTicket);
  const hostsOf = ({ hosts }: (typeof lasting)[number]) => Object.values(hosts);
  return [
    ...lasting.map((each): Managed => ({
      name: each.name,
      kind: 'institute',
      zoneId: each.zone.id,
      hosts: hostsOf(each),
      hostsOfOthers: [],
    })),
    ...(accountId === accounts.dev.id
      ? [
          {
            name: 'ticket-*',
            kind: 'institute',
            zoneId: tickets.zone.id,
            hosts: [`*.${tickets.zone.name}`],
            hostsOfOthers: lasting
              .filter(({ zone }) => zone.id === tickets.zone.id)
              .flatMap(hostsOf)
              .filter((host) => host !== tickets.zone.name),
          } as const,
        ]
      : []),
    ...exchanges
      .filter(({ account }) => account.id === accountId)
      .map(({ name, zone, host }): Managed => ({
        name,
        kind: 'exchange',
        zoneId: zone.id,
        hosts: [host],
        hostsOfOthers: [],
      })),
  ];
}
