import { describe, expect, test } from 'vitest';
import { readConfiguration } from '../src/configuration/readConfiguration.ts';
import { summaryOf } from './summary.ts';
import { configuration, containersOf, example, files, filesOf, stacks, stacksOf } from './synthesized.ts';

/** Of two domains, so that a further one changes nothing here. */
const ofTwoDomains = stacksOf(
  filesOf(readConfiguration(example(), { tickets: ['abc-123'], domains: ['people', 'staffing'] })),
);

describe('synthesis', () => {
  test('writes the same twice', () => {
    const { environments, exchanges, ...rest } = configuration;
    const some = ({ name }: { name: string }) => ['dev', 'northshire'].includes(name);
    const again = filesOf({
      ...rest,
      environments: environments.filter(some),
      exchanges: exchanges.filter(some),
    });
    for (const file of ['stacks/dev/cdk.tf.json', 'stacks/northshire/cdk.tf.json'])
      expect(again.get(file)).toBe(files.get(file));
  });

  test('writes a stack for each account and each environment', () => {
    expect([...stacks.keys()].toSorted()).toEqual([
      'dev',
      'dev-account',
      'live',
      'northshire',
      'northshire-account',
      'organisation',
      'organisation-account',
      'organisation-states',
      'prod-account',
      'southshire',
      'southshire-account',
      'staging',
      'test',
      'ticket-abc-123',
    ]);
  });

  test('tells workflows what each environment runs, by which role and from where', () => {
    const { images, environments, domainSets } = JSON.parse(files.get('delivery.json')!);
    expect(images.people).toBe('111111111111.dkr.ecr.eu-west-2.amazonaws.com/guildhall/people');
    expect(domainSets.institute).toEqual(configuration.domainSets.institute);
    expect(environments.live).toMatchObject({
      github: 'live',
      tag: 'env-live',
      role: 'arn:aws:iam::333333333333:role/guildhall/deploy/guildhall-deploy-live',
    });
    expect(environments['ticket-abc-123']).toMatchObject({ github: 'ticket', tag: null });
    for (const [name, { images: ofIt, role }] of Object.entries<{ images: string[]; role: string }>(
      environments,
    )) {
      expect(stacks.get(name)!.variables.images!.type).toBe(
        `object({${ofIt.map((image) => `${image}=string`).join(', ')}})`,
      );
      const roles = [...stacks.values()].flatMap(({ account, of }) =>
        of('aws_iam_role').map(({ is }) => `arn:aws:iam::${account}:role${is.path}${is.name}`),
      );
      expect(roles).toContain(role);
    }
  });

  // Those that are left out are like these: properties.test.ts says in what they differ.
  test.for([
    'live',
    'ticket-abc-123',
    'northshire',
    'organisation',
    'organisation-account',
    'organisation-states',
    'prod-account',
  ])('of %s is as it was when somebody last looked', async (name) => {
    await expect(summaryOf(ofTwoDomains.get(name)!)).toMatchFileSnapshot(`snapshots/${name}.txt`);
  });

  test('of an environment brings a service for each of its domains, with nothing said about them', () => {
    const given = readConfiguration(example(), { domains: ['people', 'ledger'] });
    const [dev] = given.environments;
    const { of } = stacksOf(filesOf({ ...given, environments: [dev!], exchanges: [] })).get('dev')!;
    expect(of('aws_ecs_service').map(({ is }) => is.name)).toEqual(
      expect.arrayContaining(['ledger', 'people']),
    );
    const gateway = of('aws_ecs_task_definition').find(({ path }) => path === 'graph/gateway/definition')!;
    expect(containersOf(gateway)[0]!.environment).toContainEqual({
      name: 'LEDGER_URL',
      value: 'http://ledger:4001/graphql',
    });
  });
});
