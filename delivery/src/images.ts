import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { neededBy, readWorkspaces } from './workspaces.ts';

/** A container image: what it holds, and what it is made from. */
export interface Image {
  /** Its name in the registries; that of its domain for a subgraph. */
  readonly name: string;
  readonly kind: 'subgraph' | 'gateway' | 'web' | 'migrate' | 'seed' | 'monitoring';
  /** Relative to the root, which is the context that it is built in. */
  readonly dockerfile: string;
  /** The domain that a Dockerfile shared by all domains is told. */
  readonly domain: string | null;
  /** Files and folders of the repository that are laid out in it, generated code included. */
  readonly holds: readonly string[];
  /** Committed files and folders that a new image follows from when they change. */
  readonly madeFrom: readonly string[];
}

const tests = String.raw`(^|/)(node_modules|tests?|testing|fixtures|reports|\.turbo)(/|$)|\.test\.tsx?$|(^|/)(testing|vitest\.config)\.ts$|\.md$`;
/** What changes no image, although it lies among what they are made from. */
export const changesNothing = new RegExp(tests);
/** What no image holds, although it lies where images take from: that, what generates code, and caches. */
export const leftOut = new RegExp(
  String.raw`${tests}|(^|/)(generate|codegen)\.ts$|^gateway/explorer/(?!generated(/|$)).|^web/\.next/(cache|dev)(/|$)`,
);

/** What every image of Node is made with. */
const tools = [
  '.dockerignore',
  '.npmrc',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'turbo.json',
  'delivery/package.json',
  'delivery/src/images.ts',
  'delivery/src/layOut.ts',
  'delivery/src/rdsCertificates.ts',
  'delivery/src/workspaces.ts',
];
const monitoring = ['prometheus', 'alertmanager', 'grafana', 'blackbox'];

/**
 * Every image that the repository makes, in name order. What an image holds follows from what its package needs at
 * run time: reference data is in the images of those who read it, and a domain's tables in its own.
 */
export function readImages(root: string): Image[] {
  const workspaces = readWorkspaces(root);
  const domains = readdirSync(join(root, 'subgraphs')).filter((name) =>
    existsSync(join(root, 'subgraphs', name, 'schema.graphql')),
  );
  /** The folders of a package and of all that it needs but the tables, which each image takes some of. */
  const foldersOf = (name: string) => neededBy(name, workspaces).filter((folder) => folder !== 'prisma');
  const tables = (domain: string) => ({
    holds: ['prisma/package.json', `prisma/${domain}/generated`],
    madeFrom: ['prisma/package.json', 'prisma/generate.ts', `prisma/${domain}/schema.prisma`],
  });
  const all = domains.map(tables);
  const tablesOf = domains.map((domain) => `prisma/${domain}/schema.prisma`);
  const schemas = domains.map((domain) => `subgraphs/${domain}/schema.graphql`);

  const node = (
    image: Omit<Image, 'domain' | 'holds' | 'madeFrom'> & {
      domain?: string;
      folders?: string[];
      holds?: string[];
      madeFrom?: string[];
    },
  ): Image => {
    const { folders = [], holds = [], madeFrom = [], domain = null, ...rest } = image;
    return {
      ...rest,
      domain,
      holds: [...folders, ...holds],
      madeFrom: [...tools, rest.dockerfile, ...folders, ...madeFrom],
    };
  };
  const subgraphs = domains.map((domain) => {
    const { holds, madeFrom } = tables(domain);
    return node({
      name: domain,
      kind: 'subgraph',
      dockerfile: 'subgraphs/Dockerfile',
      domain,
      folders: foldersOf(`@guildhall/${domain}`),
      holds,
      madeFrom,
    });
  });
  const watching = monitoring.map((name): Image => ({
    name,
    kind: 'monitoring',
    dockerfile: `monitoring/${name}/Dockerfile`,
    domain: null,
    holds: [],
    madeFrom: ['.dockerignore', 'monitoring/package.json', `monitoring/${name}`],
  }));
  return [
    ...subgraphs,
    ...watching,
    node({
      name: 'gateway',
      kind: 'gateway',
      dockerfile: 'gateway/Dockerfile',
      folders: foldersOf('@guildhall/gateway'),
      // The supergraphs of the sets of domains that environments run.
      madeFrom: [...schemas, 'terraform/configuration.json'],
    }),
    node({
      name: 'migrate',
      kind: 'migrate',
      dockerfile: 'prisma/Dockerfile',
      folders: [
        ...['package.json', 'domains.ts', 'foundation.sql', 'migrate', 'migrate.ts', 'roles.ts'],
        ...domains.flatMap((domain) => [`${domain}/schema.prisma`, `${domain}/migrations`]),
      ].map((path) => `prisma/${path}`),
    }),
    node({
      name: 'seed',
      kind: 'seed',
      dockerfile: 'seeds/Dockerfile',
      folders: foldersOf('@guildhall/seeds'),
      // The task asks for the address of each domain's service: by these files it knows them.
      holds: ['prisma/domains.ts', ...all.flatMap(({ holds }) => holds), ...tablesOf],
      madeFrom: ['prisma/domains.ts', ...all.flatMap(({ madeFrom }) => madeFrom)],
    }),
    node({
      name: 'web',
      kind: 'web',
      dockerfile: 'web/Dockerfile',
      holds: [
        'web/package.json',
        'web/serve.ts',
        'web/next.config.mjs',
        'web/src/env.ts',
        'web/src/measuring',
        'web/.next',
        'web/public',
      ],
      madeFrom: ['web', 'gateway/explorer', 'gateway/supergraph.graphql'],
    }),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
