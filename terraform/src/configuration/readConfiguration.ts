import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { domains as allDomains } from '@guildhall/prisma/domains';
import type { Configuration, Environment, Exchange } from './configuration.ts';
import { type Written, type WrittenEnvironment, configurationSchema, name } from './configurationSchema.ts';
import { contradictions } from './contradictions.ts';

/** The file is wrong. The message names each place and says what to write there. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The file that describes every account and environment. */
const configurationFile = fileURLToPath(new URL('../../configuration.json', import.meta.url));

/**
 * Checks a configuration and puts in what its names stand for.
 *
 * @param given what stands in the file.
 * @param tickets names of the environments to make for tickets.
 * @throws ConfigurationError naming each place that is wrong.
 */
export function readConfiguration(
  given: unknown = JSON.parse(readFileSync(configurationFile, 'utf8')),
  { tickets = [], domains = allDomains }: { tickets?: readonly string[]; domains?: readonly string[] } = {},
): Configuration {
  const result = configurationSchema.safeParse(given);
  if (!result.success) {
    throw problems(
      result.error.issues.map(({ path, message, code, ...rest }) => {
        const unknown = code === 'unrecognized_keys' && 'keys' in rest ? `remove ${String(rest.keys)}` : null;
        return `${path.join('.') || 'the file'}: ${unknown ?? `write ${message}`}`;
      }),
    );
  }
  const wrong: string[] = [];
  const { data } = result;
  const pick = <Value>(of: string, values: Readonly<Record<string, Value>>, wanted: string, path: string) => {
    const value = values[wanted];
    if (value === undefined) wrong.push(`${path}: write one of the ${of}, ${Object.keys(values).join(', ')}`);
    return value!;
  };

  const domainSets: Record<string, readonly string[]> = {};
  for (const [set, members] of Object.entries(data.domainSets)) {
    domainSets[set] = members === 'all' ? domains : members.domains.toSorted();
    if (members === 'all') continue;
    for (const [index, member] of members.domains.entries())
      if (!domains.includes(member))
        wrong.push(
          `domainSets.${set}.domains.${index}: there is no domain ${member}; write one of ${domains.join(', ')}, or put it into awaits until there is`,
        );
    for (const [index, member] of members.awaits.entries())
      if (domains.includes(member))
        wrong.push(
          `domainSets.${set}.awaits.${index}: ${member} is there now; write it into domains, so that it runs`,
        );
  }

  const environmentOf = (
    path: string,
    own: string,
    given: WrittenEnvironment,
    isTicket: boolean,
  ): Environment => ({
    ...given,
    name: own,
    account: pick('accounts', data.accounts, given.account, `${path}.account`),
    size: pick('sizes', data.sizes, given.size, `${path}.size`),
    domainSet: given.domains,
    domains: pick('domainSets', domainSets, given.domains, `${path}.domains`),
    isTicket,
    hasPublicWeb: isTicket,
  });
  const environments = Object.entries(data.environments).map(([own, settings]) =>
    environmentOf(`environments.${own}`, own, settings, false),
  );
  const like = pick('environments', data.environments, data.tickets.like, 'tickets.like');
  for (const ticket of new Set(tickets)) {
    const own = `ticket-${ticket}`;
    if (!name.safeParse(own).success)
      wrong.push(`--ticket ${ticket}: write a name of 2 to 13 small letters, digits and hyphens`);
    else if (like) environments.push(environmentOf('tickets', own, ticketSettings(data, like, ticket), true));
  }

  const exchanges = Object.entries(data.exchanges).map(([own, settings]): Exchange => {
    const path = `exchanges.${own}`;
    if (own in data.environments || own in data.accounts !== (own === 'organisation'))
      wrong.push(`${path}: write another name, this one is taken`);
    return {
      ...settings,
      repository: settings.repository ?? data.repository,
      name: own,
      account:
        typeof settings.account === 'string'
          ? pick('accounts', data.accounts, settings.account, `${path}.account`)
          : settings.account,
      size: pick('sizes', data.sizes, settings.size, `${path}.size`),
      domainSet: settings.domains,
      domains: pick('domainSets', domainSets, settings.domains, `${path}.domains`),
      isOrganisation: settings.account === 'organisation',
    };
  });
  if (wrong.length === 0) wrong.push(...contradictions(data, environments, exchanges));
  if (wrong.length > 0) throw problems(wrong);
  const { repository, organisation, companyNetwork, alarms, accounts } = data;
  return {
    repository,
    organisation,
    companyNetwork,
    alarms,
    accounts,
    domainSets,
    tickets: { zone: like.zone },
    environments,
    exchanges,
  };
}

/** A ticket's environment is like another, smaller, under names of its own in the same zone. */
function ticketSettings(data: Written, like: WrittenEnvironment, ticket: string): WrittenEnvironment {
  const hosts = {
    web: `${ticket}.${like.zone.name}`,
    graph: `${ticket}-graph.${like.zone.name}`,
    grafana: `${ticket}-grafana.${like.zone.name}`,
  };
  const { size, network, webClient } = data.tickets;
  return { ...like, size, network, hosts, signIn: { ...like.signIn, webClient }, generatedData: true };
}

function problems(lines: readonly string[]): ConfigurationError {
  return new ConfigurationError(
    `terraform/configuration.json has to be mended:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
}
