import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isScalarType,
  isUnionType,
} from 'graphql';
import type { ReferenceObject, SchemaObject } from 'openapi3-ts/oas31';
import type { AccessRules } from '../access/accessRules.ts';
import { needsNoArguments, nodeOf } from './graphShapes.ts';
import { isRequired, scalarForms } from './inputValue.ts';
import { needsText, rulesOf } from './rights.ts';

type Schema = SchemaObject | ReferenceObject;

const scalars: Readonly<Record<string, SchemaObject>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  Int: { type: 'integer', format: 'int32' },
  Float: { type: 'number', format: 'double' },
};

/** Types of the graph as JSON Schema (2020-12), gathered as they are referred to. */
export interface OpenApiSchemas {
  /** The gathered ones, by name. */
  readonly components: Record<string, SchemaObject>;
  output(type: GraphQLOutputType): Schema;
  input(type: GraphQLInputType): Schema;
  /** An object of these properties, as it is sent. */
  inputObject(fields: readonly GraphQLInputField[], description?: string | null): SchemaObject;
  /** The properties of an object, as it is answered. */
  propertiesOf(type: GraphQLObjectType): Record<string, Schema>;
}

/** Makes what {@link OpenApiSchemas} describes. */
export function createOpenApiSchemas(rules: AccessRules): OpenApiSchemas {
  const components: Record<string, SchemaObject> = {};
  return { components, output, input, inputObject, propertiesOf };

  function refer(type: GraphQLNamedType, make: () => SchemaObject): ReferenceObject {
    if (!Object.hasOwn(components, type.name)) {
      components[type.name] = {};
      components[type.name] = make();
    }
    return { $ref: `#/components/schemas/${type.name}` };
  }

  function output(type: GraphQLOutputType): Schema {
    if (!isNonNullType(type)) return nullable(outputNotNull(type));
    return outputNotNull(type.ofType);
  }

  function outputNotNull(type: GraphQLOutputType): Schema {
    if (isListType(type)) return { type: 'array', items: output(type.ofType as GraphQLOutputType) };
    const named = getNamedType(type);
    if (isScalarType(named)) return scalar(named.name);
    if (isEnumType(named)) return refer(named, () => enumeration(named));
    if (isUnionType(named) || isInterfaceType(named)) {
      return refer(named, () => ({
        ...described(named.description),
        anyOf: rules.schema.getPossibleTypes(named).map((possible) => outputNotNull(possible)),
      }));
    }
    const object = named as GraphQLObjectType;
    return refer(object, () => ({
      type: 'object',
      ...described(object.description),
      properties: propertiesOf(object),
    }));
  }

  function propertiesOf(type: GraphQLObjectType): Record<string, Schema> {
    const fields = Object.values(type.getFields()).filter(
      (field) => needsNoArguments(field) && !nodeOf(field),
    );
    return Object.fromEntries(fields.map((field) => [field.name, property(type, field)]));
  }

  function property(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Schema {
    const own = new Set(rulesOf(rules, { type, field }));
    for (const rule of rulesOfEveryField(type)) own.delete(rule);
    // Who reads a record at all is signed in.
    const needs = needsText([...own].filter(({ requirement }) => requirement.kind !== 'authenticated'));
    const description = [field.description, needs && `Needs ${needs}.`].filter(Boolean).join(' ');
    return withMore(output(field.type), {
      ...described(description),
      ...(field.deprecationReason != null && { deprecated: true }),
    });
  }

  /** Rules that all fields of a type have in common are told of its operations. */
  function rulesOfEveryField(type: GraphQLObjectType) {
    const [first = [], ...others] = Object.values(type.getFields()).map((field) =>
      rulesOf(rules, { type, field }),
    );
    return first.filter((rule) => others.every((other) => other.includes(rule)));
  }

  function input(type: GraphQLInputType): Schema {
    if (isNonNullType(type)) return inputNotNull(type.ofType as GraphQLInputType);
    return nullable(inputNotNull(type));
  }

  function inputNotNull(type: GraphQLInputType): Schema {
    if (isListType(type)) return { type: 'array', items: input(type.ofType as GraphQLInputType) };
    const named = getNamedType(type);
    if (isEnumType(named)) return refer(named, () => enumeration(named));
    if (!isInputObjectType(named)) return scalar(named.name);
    return refer(named, () => inputObject(Object.values(named.getFields()), named.description));
  }

  function inputObject(fields: readonly GraphQLInputField[], description?: string | null): SchemaObject {
    const required = fields.filter(isRequired).map(({ name }) => name);
    const properties = fields.map((field) => [
      field.name,
      withMore(input(field.type), {
        ...described(field.description),
        ...(field.defaultValue !== undefined && { default: field.defaultValue }),
        ...(field.deprecationReason != null && { deprecated: true }),
      }),
    ]);
    return {
      type: 'object',
      ...described(description),
      properties: Object.fromEntries(properties) as Record<string, Schema>,
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    };
  }
}

function scalar(name: string): SchemaObject {
  const form = scalarForms[name];
  return { ...(scalars[name] ?? (form ? { type: 'string', format: form.format } : {})) };
}

function enumeration(type: GraphQLEnumType): SchemaObject {
  const values = type.getValues();
  const meanings = values.map(({ name, description }) => `- \`${name}\`: ${description ?? ''}`);
  return {
    type: 'string',
    enum: values.map(({ name }) => name),
    description: [type.description, ...meanings].filter(Boolean).join('\n'),
  };
}

function nullable(schema: Schema): Schema {
  if ('$ref' in schema) return { anyOf: [schema, { type: 'null' }] };
  return typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;
}

/** Other keywords may stand beside a reference (JSON Schema 2020-12). */
function withMore(schema: Schema, more: SchemaObject): Schema {
  return { ...schema, ...more } as Schema;
}

function described(description: string | null | undefined): { description?: string } {
  return description ? { description } : {};
}
