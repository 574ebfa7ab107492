import { describe, expect, test } from 'vitest';
import { overlap, sixteenth } from '../src/configuration/cidr.ts';
import { readConfiguration } from '../src/configuration/readConfiguration.ts';
import { example } from './synthesized.ts';

/** A configuration with one change; what is wrong with it, or null. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function complaint(change: (given: any) => void, tickets: string[] = []): string | null {
  const given = example();
  change(given);
  try {
    readConfiguration(given, { tickets, domains: ['people', 'staffing'] });
    return null;
  } catch (error) {
    return (error as Error).message.replace('terraform/configuration.json has to be mended:\n', '');
  }
}

describe('the configuration', () => {
  test('of the repository is right, and so is that of the tests', () => {
    expect(readConfiguration().environments.length).toBeGreaterThan(0);
    expect(complaint(() => {})).toBe(null);
  });

  test.for([
    [
      'accounts.prod.id',
      'write the 12 digits of an AWS account, as a text',
      (given) => (given.accounts.prod.id = '12'),
    ],
    [
      'environments.live.size',
      'write one of the sizes, slim, small,',
      (given) => (given.environments.live.size = 'huge'),
    ],
    [
      'environments.live.generatedData',
      'write false, it is in prod',
      (given) => (given.environments.live.generatedData = true),
    ],
    [
      'environments.live.size',
      'write one that is protected, monitored and has a standby',
      (given) => (given.environments.live.size = 'small'),
    ],
    [
      'environments.live.network',
      'does not overlap with environments.dev.network',
      (given) => (given.environments.live.network = '10.10.128.0/17'),
    ],
    [
      'environments.live.hosts.web',
      'write a host in the zone guildhall.example',
      (given) => (given.environments.live.hosts.web = 'app.example'),
    ],
    [
      'domainSets.authority.domains.1',
      'there is no domain exchange; write one of people, staffing',
      (given) => given.domainSets.authority.domains.push('exchange'),
    ],
    [
      'domainSets.authority.awaits.0',
      'staffing is there now; write it into domains',
      (given) => (given.domainSets.authority.awaits = ['staffing']),
    ],
    [
      'tickets.webClient',
      'write the id of the web app of tickets, a public client',
      (given) => delete given.tickets.webClient,
    ],
    [
      'exchanges.northshire.sharing',
      'write open to let the organisation read',
      (given) => (given.exchanges.northshire.sharing = 'half'),
    ],
    [
      'exchanges.northshire.account.region',
      'write eu-west-2, where the registries are',
      (given) => (given.exchanges.northshire.account.region = 'eu-west-1'),
    ],
    [
      'exchanges.northshire.account.id',
      'write an account of its own',
      (given) => (given.exchanges.northshire.account.id = given.accounts.prod.id),
    ],
    [
      'exchanges.dev',
      'write another name, this one is taken',
      (given) => (given.exchanges.dev = given.exchanges.northshire),
    ],
    [
      'live-two',
      'does not begin with that of live',
      (given) => (given.environments['live-two'] = { ...given.environments.live, network: '10.50.0.0/16' }),
    ],
    ['environments.live', 'remove colour', (given) => (given.environments.live.colour = 'red')],
    ['tickets.size', 'write one that is not protected', (given) => (given.tickets.size = 'small'), ['abc-1']],
    ['--ticket Abc', 'write a name of 2 to 13 small letters', () => {}, ['Abc']],
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
  ] as readonly (readonly [string, string, (given: any) => void, string[]?])[])(
    'that is wrong is refused at %s: %s',
    ([path, instead, change, tickets]) => {
      expect(complaint(change, tickets)).toMatch(
        new RegExp(`^  ${path.replaceAll('.', '\\.')}: .*${instead}`, 'm'),
      );
    },
  );
});

describe('a network', () => {
  test('is divided into sixteen that do not overlap, and cover it', () => {
    const parts = Array.from({ length: 16 }, (_, index) => sixteenth('10.31.16.0/20', index));
    expect([parts[0], parts[1], parts[15]]).toEqual(['10.31.16.0/24', '10.31.17.0/24', '10.31.31.0/24']);
    for (const [index, part] of parts.entries())
      expect(parts.filter((other) => overlap(part, other))).toEqual([parts[index]]);
    expect(parts.every((part) => overlap(part, '10.31.16.0/20'))).toBe(true);
    expect(overlap('10.31.16.0/20', '10.31.32.0/20')).toBe(false);
  });
});
