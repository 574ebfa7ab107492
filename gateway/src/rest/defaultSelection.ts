import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { addressableTypes, needsNoArguments, nodeOf } from './graphShapes.ts';
import type { May } from './visibility.ts';

/** What a record that stands elsewhere is told by. */
const nameLike = new Set(['id', 'code', 'name', 'displayName', 'title', 'label']);

type WithFields = GraphQLObjectType | GraphQLInterfaceType;

/** A field with its selection, ready to stand in a document. */
export interface SelectedField {
  readonly name: string;
  readonly text: string;
  /** Equal for fields of one name that may stand beside each other on different types. */
  readonly signature: string;
}

/** What is answered when nobody chooses. */
export interface DefaultSelection {
  /** Of a type, in braces; empty for a leaf, and where its viewer may ask for nothing. */
  of(type: GraphQLNamedType, may: May): string;
  /** The same, field by field. */
  fieldsOf(type: GraphQLObjectType, may: May): readonly SelectedField[];
}

/**
 * Makes the function that says what is answered when nobody chooses: of a type its scalars and enums, and the objects
 * it is made of in full. What has an address of its own is told by id and name; lists with pages and what is deprecated are left out.
 */
export function createDefaultSelection(schema: GraphQLSchema): DefaultSelection {
  const addressable = addressableTypes(schema);
  return {
    of: (type, may) => selectionOf(type, may, []),
    fieldsOf: (type, may) => fieldsOf(type, may, []),
  };

  function selectionOf(type: GraphQLNamedType, may: May, around: readonly string[]): string {
    if (!isCompositeType(type)) return '';
    if (isObjectType(type)) return braced(fieldsOf(type, may, around).map(({ text }) => text));
    return branches(schema.getPossibleTypes(type).map((one) => [one.name, fieldsOf(one, may, around)]));
  }

  function fieldsOf(type: GraphQLObjectType, may: May, around: readonly string[]): SelectedField[] {
    const isInside = around.includes(type.name);
    return Object.values(type.getFields()).flatMap((field) => {
      if (!may(type, field.name) || !needsNoArguments(field) || nodeOf(field)) return [];
      // What is on its way out is there for those who name it.
      if (field.deprecationReason != null) return [];
      const returned = getNamedType(field.type);
      if (isLeafType(returned)) {
        if (isInside && !nameLike.has(field.name)) return [];
        return [{ name: field.name, text: field.name, signature: `${field.type}` }];
      }
      if (isInside) return [];
      const inner =
        addressable.has(returned.name) && isObjectType(returned)
          ? reference(returned, may)
          : selectionOf(returned, may, [...around, type.name]);
      if (!inner) return [];
      return [{ name: field.name, text: `${field.name} ${inner}`, signature: `${field.type} ${inner}` }];
    });
  }

  function reference(type: WithFields, may: May): string {
    const fields: GraphQLField<unknown, unknown>[] = Object.values(type.getFields());
    return braced(
      fields
        .filter((field) => nameLike.has(field.name) && isLeafType(getNamedType(field.type)))
        .filter((field) => may(type, field.name))
        .map(({ name }) => name),
    );
  }
}

/** What stands between a field and the type it is of, where fields of several types have one name. */
const aliasMark = '__of__';

/**
 * The selection of what may be one of several types. Fields of one name and different types cannot stand beside each
 * other: the later ones get the type's name, until {@link withoutAliases}.
 */
export function branches(members: readonly (readonly [type: string, readonly SelectedField[]])[]): string {
  const seen = new Map<string, string>();
  const parts = members.map(([type, fields]) => {
    const texts = fields.map(({ name, text, signature }) => {
      const known = seen.get(name) ?? signature;
      seen.set(name, known);
      return known === signature ? text : `${name}${aliasMark}${type}: ${text}`;
    });
    return texts.length > 0 ? `... on ${type} ${braced(texts)}` : '';
  });
  return braced(['__typename', ...parts]);
}

/** Gives fields that had to be renamed beside others their names back. */
export function withoutAliases(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAliases);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.split(aliasMark)[0]!, withoutAliases(inner)]),
  );
}

/** Whether an answer to a document has to go through {@link withoutAliases}. */
export function hasAliases(document: string): boolean {
  return document.includes(aliasMark);
}

function braced(parts: readonly string[]): string {
  const there = parts.filter((part) => part !== '');
  return there.length > 0 ? `{ ${there.join(' ')} }` : '';
}
