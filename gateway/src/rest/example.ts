import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { isRequired } from './inputValue.ts';

const ofScalar: Readonly<Record<string, unknown>> = {
  ID: '018f0000-0000-7000-8000-000000000001',
  Int: 1,
  Float: 1.5,
  Boolean: true,
  DateTime: '2026-11-02T07:00:00.000Z',
  LocalDate: '2026-11-02',
};

/** An object of the properties that have to be sent, all of them where none has to. */
export function exampleObject(fields: readonly GraphQLInputField[]): Record<string, unknown> {
  const required = fields.filter(isRequired);
  const shown = required.length > 0 ? required : fields;
  return Object.fromEntries(shown.map((field) => [field.name, exampleOf(field)]));
}

/** A value that an input takes. What texts are good for stands in their descriptions: "for example 07:00". */
export function exampleOf({
  type,
  name,
  description,
}: Pick<GraphQLInputField, 'type' | 'name' | 'description'>): unknown {
  const value = ofType(type);
  if (typeof value !== 'string' || value !== unknownText) return value;
  const told = /for example ([^\s,;]+?)[.,;]?(\s|$)/.exec(description ?? '');
  return told?.[1] ?? `A ${name}`;
}

const unknownText = '';

function ofType(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return ofType(type.ofType as GraphQLInputType);
  if (isListType(type)) return [ofType(type.ofType as GraphQLInputType)];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) return exampleObject(Object.values(named.getFields()));
  return ofScalar[named.name] ?? unknownText;
}
