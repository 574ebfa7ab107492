import { readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import { sharedSchemaFiles } from './src/sharedTypeDefs.ts';

export interface SubgraphCodegen {
  /** Types that resolvers are handed as rows: those named like a model of the domain's Prisma client. */
  readonly models: readonly string[];
  /** Entities of other domains, which resolvers are handed as their key. */
  readonly references?: readonly string[];
  /** Types that resolvers are handed as something else, as `module#Name`. */
  readonly mappers?: Readonly<Record<string, string>>;
  /** Further types whose fields are plain properties, such as the domain's own refusals. */
  readonly plainTypes?: readonly string[];
}

/**
 * The code generation of one subgraph: resolver types and skeletons from its `schema.graphql`.
 * Run it after `prisma generate`: the other way round, mappers silently turn into `any`.
 */
export function subgraphCodegen(
  domain: string,
  { models, references = [], mappers: others = {}, plainTypes = [] }: SubgraphCodegen,
): CodegenConfig {
  const shared = sharedSchemaFiles(readFileSync('schema.graphql', 'utf8'));
  const mappers = Object.fromEntries([
    ...(shared.some((file) => file.endsWith('/history.graphql'))
      ? [['HistoryEntry', '@guildhall/kit/history#HistoryRow']]
      : []),
    ...models.map((model) => [model, `@guildhall/prisma/${domain}#${model} as ${model}Row`]),
    ...references.map((type) => [type, '@guildhall/kit/id#EntityKey']),
    ...Object.entries(others),
  ]);
  return {
    schema: [...shared, './schema.graphql'],
    generates: {
      src: defineConfig({
        mode: 'merged',
        typeDefsFileMode: 'merged',
        tsConfigFilePath: '../../tsconfig.json',
        resolverRelativeTargetDir: 'resolvers',
        resolverMainFile: 'resolvers/resolvers.generated.ts',
        resolverTypesPath: './types.generated.ts',
        typeDefsFilePath: false,
        mergeSchema: false,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
        scalarsOverrides: { ID: { type: 'string' }, DateTime: { type: 'Date' } },
        // Types whose fields are plain properties need no resolver file.
        resolverGeneration: {
          query: '*',
          mutation: '*',
          subscription: '*',
          scalar: '*',
          object: [
            '*',
            '!*.*Payload',
            '!*.*Connection',
            '!*.*Edge',
            '!*.HistoryChange',
            '!*.PageInfo',
            '!*.Money',
            '!*.NotFound',
            '!*.InvalidInput',
            '!*.StillInUse',
            '!*.AlreadyExists',
            '!*.NotPermitted',
            '!*.NotPossibleNow',
            ...plainTypes.map((type) => `!*.${type}`),
          ],
          union: '',
          interface: '',
          enum: '',
        },
        typesPluginsConfig: {
          federation: true,
          useTypeImports: true,
          enumsAsTypes: true,
          contextType: './context.ts#Context',
          mappers,
        },
      }),
    },
  };
}
