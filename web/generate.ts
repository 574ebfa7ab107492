// Makes generated/ of the committed supergraph and the operations in src: the schema that clients see, the types of
// the operations, and their registered texts. `npm run documents -w web` also commits the latter to the gateway.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Supergraph } from '@apollo/federation-internals';
import { generate } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// The federation's own checks want access rules to be enforced where the text is read; nothing runs here.
const supergraph = readFileSync(here('../gateway/supergraph.graphql'), 'utf8').replaceAll(
  ', for: SECURITY',
  '',
);
mkdirSync(here('generated'), { recursive: true });
writeFileSync(
  here('generated/schema.graphql'),
  `${printSchema(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema())}\n`,
);

await generate({
  schema: here('generated/schema.graphql'),
  // Operations stand in files of their own, beside the components that use them.
  documents: [here('src/**/*.{query,mutation,fragment}.ts')],
  silent: true,
  errorsOnly: true,
  generates: {
    [here('generated/')]: {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'replaceDocumentWithHash', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { DateTime: 'string', LocalDate: 'string', ID: 'string' },
      },
    },
  },
});
