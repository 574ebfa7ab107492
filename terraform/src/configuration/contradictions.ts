import { overlap } from './cidr.ts';
import type { Environment, Exchange } from './configuration.ts';
import type { Written } from './configurationSchema.ts';

/**
 * What each part of a configuration by itself cannot see: one line for each, beginning with where it stands.
 */
export function contradictions(
  data: Written,
  environments: readonly Environment[],
  exchanges: readonly Exchange[],
): string[] {
  const wrong: string[] = [];
  for (const {
    name: own,
    account: of,
    size: given,
    generatedData,
    hosts,
    zone: under,
    isTicket,
  } of environments) {
    const path = isTicket ? 'tickets' : `environments.${own}`;
    if (isTicket && of !== data.accounts.dev)
      wrong.push('tickets.like: write an environment of the account dev');
    else if (of === data.accounts.prod && generatedData)
      wrong.push(`${path}.generatedData: write false, it is in prod`);
    if (of === data.accounts.prod && !(given.protected && given.database.multiAz && given.monitoring))
      wrong.push(`${path}.size: write one that is protected, monitored and has a standby, it is in prod`);
    if (isTicket && given.protected)
      wrong.push('tickets.size: write one that is not protected, or it cannot go');
    if (isTicket && given.monitoring)
      wrong.push('tickets.size: write one without monitoring, tickets share a network');
    for (const [key, each] of Object.entries(hosts))
      if (each !== under.name && !each.endsWith(`.${under.name}`))
        wrong.push(`${path}.hosts.${key}: write a host in the zone ${under.name}`);
  }
  for (const { name: own, account: of } of exchanges)
    if (of.region !== data.accounts.organisation.region)
      wrong.push(
        `exchanges.${own}.account.region: write ${data.accounts.organisation.region}, where the registries are: the frontend has no way out of its region`,
      );
  const ids = Object.values(data.accounts).map(({ id }) => id);
  for (const { name: own, account: of } of exchanges.filter(({ isOrganisation }) => !isOrganisation)) {
    if (ids.includes(of.id)) wrong.push(`exchanges.${own}.account.id: write an account of its own`);
    ids.push(of.id);
  }
  for (const { name: one, account: of } of [...environments, ...exchanges])
    for (const { name: other, account: within } of [...environments, ...exchanges])
      if (of.id === within.id && !one.startsWith('ticket-') && other.startsWith(`${one}-`))
        wrong.push(
          `${other}: write a name that does not begin with that of ${one}, whose rights go by its name`,
        );
  const networks = [
    ...data.companyNetwork.cidrs.map((network, index) => [`companyNetwork.cidrs.${index}`, network] as const),
    ...environments
      .filter(({ isTicket }) => !isTicket)
      .map((each) => [`environments.${each.name}.network`, each.network] as const),
    ...exchanges.flatMap(({ name: own, networks: both }) =>
      (['frontend', 'pipeline'] as const).map(
        (part) => [`exchanges.${own}.networks.${part}`, both[part]] as const,
      ),
    ),
  ];
  for (const [index, [path, network]] of networks.entries()) {
    const other = networks.slice(0, index).find(([, earlier]) => overlap(network, earlier));
    if (other) wrong.push(`${path}: write a network that does not overlap with ${other[0]}`);
  }
  return wrong;
}
