/**
 * Generates the types of the SDK from the partner contract: `npm run graph:compose` runs it after composing.
 *
 *   node sdk/generate.ts            writes sdk/src/*.generated.ts
 *   node sdk/generate.ts --check    writes nothing; exits 1 when what is committed has drifted
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';

// One copy of graphql for the generator and for this file: the CommonJS one, which codegen takes as well.
const {
  Kind,
  buildASTSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isRequiredArgument,
  isUnionType,
  parse,
  visit,
} = createRequire(import.meta.url)('graphql') as typeof import('graphql');

const contractFile = new URL('partner.graphql', import.meta.url);
const schemaFile = new URL('src/schema.generated.ts', import.meta.url);
const typeMapFile = new URL('src/typeMap.generated.ts', import.meta.url);

const header = '// Generated from partner.graphql by `npm run graph:compose`.\n';

/** What the scalars of the contract are in JSON. */
const scalars = {
  ID: 'string',
  String: 'string',
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  DateTime: 'string',
  LocalDate: 'string',
};

/**
 * The files of the SDK that follow from a contract.
 *
 * @param contract the partner contract as SDL.
 * @returns the text of `schema.generated.ts`, types alone, and of `typeMap.generated.ts`, what it takes to write
 *   operations at run time.
 * @throws Error when the contract has a scalar of which nobody said what it is in JSON.
 */
export async function generateSdk(contract: string): Promise<{ schema: string; typeMap: string }> {
  const document = parse(contract);
  const schema = buildASTSchema(document);
  // Arguments are told with the selections, with their descriptions.
  const withoutArguments = visit(document, {
    FieldDefinition: (node) => ({ ...node, arguments: [] }),
    Document: {
      leave: (node) => ({
        ...node,
        definitions: node.definitions.filter(({ kind }) => kind !== Kind.DIRECTIVE_DEFINITION),
      }),
    },
  });
  const types = await codegen({
    filename: basename(schemaFile.pathname),
    schema: withoutArguments,
    schemaAst: buildASTSchema(withoutArguments),
    documents: [],
    config: {},
    pluginMap: { typescript },
    plugins: [
      {
        typescript: {
          nonOptionalTypename: true,
          avoidOptionals: { field: true },
          useImplementingTypes: true,
          enumsAsTypes: true,
          strictScalars: true,
          inputMaybeValue: 'T | null | undefined',
          scalars,
        },
      },
    ],
  });
  return {
    schema:
      [header.trim(), types.trim(), writeSelections(schema), writeInterfaces(schema)].join('\n\n') + '\n',
    typeMap: [header, writeTypeMap(schema), ''].join('\n'),
  };
}

/** What may be asked of each type: an interface with its fields, their descriptions and arguments. */
function writeSelections(schema: GraphQLSchema): string {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .filter((type) => isCompositeType(type))
    .map((type) =>
      [
        `/** What may be asked of ${type.name}. */`,
        `export interface ${type.name}Selection {`,
        '  __typename?: boolean;',
        ...(isUnionType(type) ? [] : Object.values(type.getFields()).flatMap(writeField)),
        ...fragmentsOn(schema, type).map((name) => `  '... on ${name}'?: ${name}Selection;`),
        '}',
      ].join('\n'),
    )
    .join('\n\n');
}

function writeField(field: GraphQLField<unknown, unknown>): string[] {
  const returned = getNamedType(field.type);
  const args =
    field.args.length === 0
      ? []
      : [
          `    __args${field.args.some(isRequiredArgument) ? '' : '?'}: {`,
          ...field.args.flatMap((argument) => [
            ...writeDoc(argument, '      '),
            `      ${argument.name}${isRequiredArgument(argument) ? '' : '?'}: ${inputType(argument.type.toString())};`,
          ]),
          '    };',
        ];
  const parts = [
    ...(isCompositeType(returned) ? [`${returned.name}Selection`] : []),
    ...(args.length > 0 ? [['{', ...args, '  }'].join('\n')] : []),
  ];
  const selection = isCompositeType(returned) ? parts.join(' & ') : ['boolean', ...parts].join(' | ');
  return [...writeDoc(field, '  '), `  ${field.name}?: ${selection};`];
}

/** The types on which a selection of an interface or union may go on: its objects, and what they implement. */
function fragmentsOn(schema: GraphQLSchema, type: GraphQLNamedType): string[] {
  if (!isAbstractType(type)) return [];
  const objects = schema.getPossibleTypes(type);
  const interfaces = objects.flatMap((object) => object.getInterfaces());
  const names = new Set([...objects, ...interfaces].map(({ name }) => name));
  names.delete(type.name);
  return [...names];
}

function writeDoc(
  { description, deprecationReason }: { description?: string | null; deprecationReason?: string | null },
  indent: string,
): string[] {
  const text = [description, deprecationReason == null ? null : `@deprecated ${deprecationReason}`]
    .filter((part) => part != null)
    .join(' ')
    .replace(/\s+/g, ' ')
    .replaceAll('*/', '*\\/');
  return text === '' ? [] : [`${indent}/** ${text} */`];
}

/** The type of a GraphQL input in TypeScript, from how GraphQL writes it. */
function inputType(type: string): string {
  if (!type.endsWith('!')) return `InputMaybe<${inputType(`${type}!`)}>`;
  const inner = type.slice(0, -1);
  if (inner.startsWith('[')) return `Array<${inputType(inner.slice(1, -1))}>`;
  return inner in scalars ? `Scalars['${inner}']['input']` : inner;
}

/** The fields of each interface, and the objects that can stand behind it. */
function writeInterfaces(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isInterfaceType(type)) return [];
    const objects = schema.getPossibleTypes(type).map(({ name }) => name);
    return [`  ${type.name}: { fields: ${type.name}; objects: ${objects.join(' | ')} };`];
  });
  return [
    '/** The fields of interfaces, and the objects that can stand behind them. */',
    'export type Interfaces = {',
    ...types,
    '};',
  ].join('\n');
}

/** What selections are made of: by type and field, the type of what comes back unless it is a leaf, and arguments. */
function writeTypeMap(schema: GraphQLSchema): string {
  const entries = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || !isCompositeType(type)) return [];
    const fields = isAbstractType(type) && !isInterfaceType(type) ? [] : Object.values(type.getFields());
    const lines = fields.map((field) => {
      const returned = getNamedType(field.type);
      const parts = [
        ...(isCompositeType(returned) ? [`type: '${returned.name}'`] : []),
        ...(field.args.length > 0
          ? [`args: { ${field.args.map((argument) => `${argument.name}: '${argument.type}'`).join(', ')} }`]
          : []),
      ];
      return `    ${field.name}: {${parts.length > 0 ? ` ${parts.join(', ')} ` : ''}},`;
    });
    const abstract = isAbstractType(type) ? [`    isAbstract: true,`] : [];
    return [
      `  ${type.name}: {`,
      ...abstract,
      `    fields: {`,
      ...lines.map((line) => `  ${line}`),
      `    },`,
      `  },`,
    ];
  });
  return [
    "import type { TypeMap } from './writeOperation.ts';",
    '',
    'export const typeMap: TypeMap = {',
    ...entries,
    '};',
  ].join('\n');
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  try {
    const { schema, typeMap } = await generateSdk(readFileSync(contractFile, 'utf8'));
    const drifted = [
      { file: schemaFile, text: schema },
      { file: typeMapFile, text: typeMap },
    ].filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
    for (const { file, text } of drifted) {
      const name = `sdk/src/${basename(file.pathname)}`;
      if (values.check) {
        console.error(
          `${name} is not what follows from sdk/partner.graphql: run \`npm run graph:compose\` and commit what it writes.`,
        );
        process.exitCode = 1;
      } else {
        writeFileSync(file, text);
        console.log(`Wrote ${name}.`);
      }
    }
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
