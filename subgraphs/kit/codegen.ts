import type { CodegenConfig } from '@graphql-codegen/cli';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';

/**
 * The code generation of one subgraph: resolver types and skeletons from its `schema.graphql`.
 * Run it after `prisma generate`: the other way round, mappers silently turn into `any`.
 *
 * @param mappers GraphQL type to the TypeScript type that its resolvers are handed,
 *   as `module#Type`, for example `{ Shift: '@guildhall/prisma/staffing#Shift' }`.
 * @param plainTypes Further types whose fields are plain properties, such as the domain's own refusals.
 */
export function subgraphCodegen(
  mappers: Record<string, string>,
  plainTypes: readonly string[] = [],
): CodegenConfig {
  return {
    schema: ['../kit/schema/shared.graphql', './schema.graphql'],
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
            '!*.PageInfo',
            '!*.NotFound',
            '!*.InvalidInput',
            '!*.StillInUse',
            '!*.AlreadyExists',
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
