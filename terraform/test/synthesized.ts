import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Statement } from '../src/policies/policyDocument.ts';
import type { Configuration } from '../src/configuration/configuration.ts';
import { readConfiguration } from '../src/configuration/readConfiguration.ts';
import { synthesize } from '../src/synthesize.ts';

/** A resource as Terraform gets it. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  /** How it is called in other resources. */
  readonly address: string;
  /** Where it stands in the constructs of its stack. */
  readonly path: string;
  // Each type has arguments of its own: tests read those that they are about.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly is: any;
}

/** A stack as Terraform gets it. */
export interface Stack {
  readonly name: string;
  /** The id of the one account that it may change. */
  readonly account: string;
  readonly text: string;
  readonly resources: readonly Resource[];
  readonly variables: Readonly<Record<string, { type: string; default?: unknown }>>;
  of(...types: string[]): Resource[];
  /** The one resource that is referred to. */
  at(reference: string): Resource;
}

/** Every file that synthesis writes, by its path. */
export function filesOf(configuration: Configuration): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-terraform-'));
  try {
    synthesize(configuration, folder);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return new Map(
      files
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')] as const)
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads what was written for Terraform. */
export function stacksOf(files: ReadonlyMap<string, string>): Map<string, Stack> {
  return new Map(
    [...files]
      .filter(([file]) => file.endsWith('cdk.tf.json'))
      .map(([file, text]) => {
        const name = file.split('/').at(-2)!;
        return [name, readStack(name, text)] as const;
      }),
  );
}

function readStack(name: string, text: string): Stack {
  const { provider, resource = {}, ephemeral = {}, data = {}, variable = {} } = JSON.parse(text);
  const read = (kind: object, prefix: string) =>
    Object.entries(kind).flatMap(([type, all]) =>
      Object.entries<Resource['is']>(all).map(([id, { '//': comment, ...is }]): Resource => {
        const path = (comment?.metadata?.path ?? `${name}/${id}`).slice(name.length + 1);
        return { type: `${prefix}${type}`, id, address: `${prefix}${type}.${id}`, path, is };
      }),
    );
  const resources = [...read(resource, ''), ...read(ephemeral, 'ephemeral.'), ...read(data, 'data.')];
  return {
    name,
    account: provider.aws[0].allowed_account_ids[0],
    text,
    resources,
    variables: variable,
    of: (...types) => resources.filter(({ type }) => types.includes(type)),
    at: (reference) => {
      const address = /\$\{((?:data\.)?[\w-]+\.[\w-]+)/.exec(reference)?.[1];
      const found = resources.find((each) => each.address === address);
      if (!found) throw new Error(`${name} has no ${reference}.`);
      return found;
    },
  };
}

/** A configuration of its own, so that tests know its names and numbers whatever stands in the repository's. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const example = (): any => JSON.parse(readFileSync(new URL('example.json', import.meta.url), 'utf8'));

/** It with one ticket, and everything that is written for it. */
export const configuration = readConfiguration(example(), { tickets: ['abc-123'] });
export const files = filesOf(configuration);
export const stacks = stacksOf(files);

/** The stacks of environments, which are named like them. */
export const environments = [...configuration.environments, ...configuration.exchanges].map(({ name }) =>
  stacks.get(name)!,
);

/** The one stack of that name. */
export function stackOf(name: string): Stack {
  return stacks.get(name)!;
}

/** The containers of a task. */
export function containersOf(task: Resource) {
  return JSON.parse(task.is.container_definitions) as {
    name: string;
    image: string;
    command?: string[];
    environment: { name: string; value: string }[];
    secrets: { name: string; valueFrom: string }[];
    healthCheck?: { command: string[] };
    logConfiguration: { options: Record<string, string> };
    readonlyRootFilesystem: boolean;
    privileged: boolean;
    linuxParameters: { capabilities: { drop: string[] } };
  }[];
}

/** Every IAM policy of a stack, with the argument it stands in. */
export function policiesOf(
  stack: Stack,
): { resource: Resource; argument: string; statements: Statement[] }[] {
  return stack.resources.flatMap((resource) =>
    ['policy', 'assume_role_policy'].flatMap((argument) => {
      const text = resource.is[argument];
      if (typeof text !== 'string' || resource.type === 'aws_ecr_lifecycle_policy') return [];
      return [{ resource, argument, statements: JSON.parse(text).Statement as Statement[] }];
    }),
  );
}

/** A value that may stand alone, as a list. */
export function listed<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value as Value];
}
