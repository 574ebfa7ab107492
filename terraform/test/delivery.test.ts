import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { leftOut, readImages } from '@guildhall/delivery/images';
import { targetOf } from '@guildhall/delivery/target';
import { trialOf } from '@guildhall/delivery/trial';
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../src/delivery.ts';
import {
  type Deployable,
  exchangeDeployables,
  imagesOf,
  instituteDeployables,
  monitoringDeployables,
  onceDeployables,
} from '../src/deployables/deployables.ts';
import { configuration, example, files, stackOf } from './synthesized.ts';

// Delivery is a package that workflows run by itself: it knows names that are made here, and builds what is run here.

const repository = fileURLToPath(new URL('../..', import.meta.url));
const built = readImages(repository);
const delivered = JSON.parse(files.get('delivery.json')!) as Delivery;
const kindOf = (name: string) =>
  name.startsWith('ticket-')
    ? 'ticket'
    : configuration.exchanges.some((exchange) => exchange.name === name)
      ? 'exchange'
      : 'institute';

test.for(Object.entries(delivered.environments))(
  'a workflow finds %s, its role and its registry where they are made',
  ([name, { github, region, role, account }]) => {
    const target = targetOf(name, kindOf(name), example());
    expect(target).toMatchObject({ environment: name, guardedBy: github, region, deployRole: role });
    expect(stackOf(name).account).toBe(account);
    expect(delivered.images['gateway']).toBe(`${target.registry}/guildhall/gateway`);
    const { organisation } = configuration.accounts;
    expect(target.registryRegion).toBe(organisation.region);
    const central = stackOf('organisation-account')
      .of('aws_iam_role')
      .map(({ is }) => `arn:aws:iam::${organisation.id}:role${is.path}${is.name}`);
    expect(central).toEqual(expect.arrayContaining([target.promoteRole, target.publishRole]));
  },
);

describe('the images that are built', () => {
  const { domains } = configuration.environments[0]!;
  const deployables: Deployable[] = [
    ...instituteDeployables(domains),
    ...monitoringDeployables,
    ...Object.values(onceDeployables),
  ];

  test('are those that environments of the institute run, and each has a registry', () => {
    const names = built.map(({ name }) => name);
    expect(names).toEqual(imagesOf(deployables));
    const later = new Set(imagesOf(exchangeDeployables));
    for (const [name, { images }] of Object.entries(delivered.environments))
      expect(
        images.filter((image) => !names.includes(image) && !later.has(image)),
        name,
      ).toEqual([]);
    const registries = stackOf('organisation-account')
      .of('aws_ecr_repository')
      .map(({ is }) => is.name);
    expect(registries).toEqual(expect.arrayContaining(names.map((name) => `guildhall/${name}`)));
  });

  test('hold what they are told to run in place of their own command, workers included', () => {
    const told = deployables.filter(({ command }) => command !== undefined);
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['worker', 'once']));
    for (const { name, image, command } of told) {
      const [program, file] = command!;
      expect(program, name).toBe('node');
      const { holds } = built.find((each) => each.name === image)!;
      expect(
        holds.some((path) => path === file || file!.startsWith(`${path}/`)),
        `${image} holds ${file}`,
      ).toBe(true);
      expect(existsSync(join(repository, file!)) && !leftOut.test(file!), file).toBe(true);
    }
  });

  test('are tried at the port and the address that say on ECS whether they are well', () => {
    for (const { name, image, kind, port, healthCheck } of deployables) {
      if (kind === 'once') continue;
      const trial = trialOf(
        built.find((each) => each.name === image)!,
        built,
      )!;
      expect(trial.port, name).toBe(port);
      expect(healthCheck.join(' ')).toContain(`http://127.0.0.1:${trial.port}${trial.path}`);
    }
  });
});

test('scripts and docs ask for outputs that every environment has, and say how each of its secrets comes to be', () => {
  const textOf = (file: string) => readFileSync(join(repository, file), 'utf8');
  const runTask = textOf('.ci/run-task');
  expect(runTask).toContain('${TASK//-/_}_$1');
  const deploying = textOf('docs/deploying.md');
  for (const name of Object.keys(delivered.environments)) {
    const { output } = JSON.parse(stackOf(name).text) as { output: Record<string, unknown> };
    for (const task of ['migrate', 'machine_keys'])
      for (const of of ['task', 'network']) expect(output, name).toHaveProperty(`${task}_${of}`);
    for (const asked of ['cluster', 'images_applied', 'secrets_to_fill'])
      expect(output).toHaveProperty(asked);
    for (const { is } of stackOf(name).of('aws_secretsmanager_secret')) {
      const variable = (is.name as string)
        .split('/')
        .at(-1)!
        .replace(/^(?!OWNER).*(_DATABASE_URL)$/, '<DOMAIN>$1');
      expect(deploying, `${variable} of ${name}`).toContain(`\`${variable}\``);
    }
  }
});
