import type { Interfaces, Mutation, MutationSelection, Query, QuerySelection } from './schema.generated.ts';

type Leaf = string | number | boolean;

type NameOf<Type> = Type extends { __typename: infer Name extends string } ? Name : never;

/** Stands in an error of the compiler where a selection or an argument names what is not there. */
export interface NotInContract<Name> {
  readonly notInContract: Name;
}

/**
 * A selection in which nothing stands that the contract does not have. TypeScript alone would let an unknown name pass
 * beside a known one, since a generic argument may have more than its constraint.
 */
export type Exact<Given, Allowed> = Given extends readonly unknown[]
  ? Allowed extends readonly (infer Element)[]
    ? { [Index in keyof Given]: Exact<Given[Index], NonNullable<Element>> }
    : Given
  : Given extends object
    ? {
        [Key in keyof Given]: Key extends keyof Allowed
          ? Exact<Given[Key], NonNullable<Allowed[Key]>>
          : NotInContract<Key>;
      }
    : Given;

type Flat<Type> = { [Key in keyof Type]: Type[Key] };

type Intersection<Union> = (Union extends unknown ? (given: Union) => void : never) extends (
  given: infer All,
) => void
  ? All
  : never;

/** Whether `... on Name` concerns an object. */
type Concerns<Name, Type> = Name extends keyof Interfaces
  ? NameOf<Type> extends NameOf<Interfaces[Name]['objects']>
    ? true
    : false
  : NameOf<Type> extends Name
    ? true
    : false;

/** What a field gives for what it was selected by; undefined too where that is decided at run time. */
type Selected<Type, Selection> = [Selection] extends [boolean]
  ? false extends Selection
    ? Type | undefined
    : Type
  : undefined extends Selection
    ? Selected<Type, Exclude<Selection, undefined>> | undefined
    : Result<Type, Selection>;

type SelectedFields<Type, Selection> = {
  [
    Field in Extract<keyof Selection, Exclude<keyof Type, '__typename'>> as Selection[Field] extends
      false | undefined
      ? never
      : Field
  ]: Selected<Type[Field], Selection[Field]>;
};

type SelectedFragments<Type, Selection> = Intersection<
  {
    [Key in keyof Selection]: Key extends `... on ${infer Name}`
      ? Concerns<Name, Type> extends true
        ? ObjectResult<Type, Selection[Key]>
        : never
      : never;
  }[keyof Selection]
>;

/** Of unions the name of the object is always asked for, so that `switch` can tell them apart. */
type SelectedName<Type, Selection> =
  Extract<keyof Selection, '__typename' | `... on ${string}`> extends never
    ? unknown
    : { __typename: NameOf<Type> };

type ObjectResult<Type, Selection> = SelectedFields<Type, Selection> &
  SelectedFragments<Type, Selection> &
  SelectedName<Type, Selection>;

/** What comes back for a selection: what was asked for, and nothing else. */
export type Result<Type, Selection> = Type extends null | undefined
  ? Type
  : Type extends readonly (infer Element)[]
    ? Result<Element, Selection>[]
    : Type extends Leaf
      ? Type
      : Flat<ObjectResult<Type, Selection>>;

/** What comes back for a query. */
export type QueryResult<Selection extends QuerySelection> = Result<Query, Selection>;

/** What comes back for a mutation. */
export type MutationResult<Selection extends MutationSelection> = Result<Mutation, Selection>;

/** The queries that return a connection, which can be paged through. */
export type ConnectionField = {
  [Field in keyof Query]-?: NonNullable<Query[Field]> extends { nodes: readonly unknown[]; pageInfo: unknown }
    ? Field
    : never;
}[keyof Query];

/** What may be asked of a connection while paging: its `nodes`, and the arguments that choose and order them. */
export interface PageSelection<Field extends ConnectionField> {
  nodes: NonNullable<NonNullable<QuerySelection[Field]>['nodes']>;
  __args?: Omit<
    NonNullable<NonNullable<QuerySelection[Field]>['__args']>,
    'first' | 'after' | 'last' | 'before'
  >;
}

/** One of the records of a connection, as it was asked for. */
export type Node<Field extends ConnectionField, Selection> = Selection extends { nodes: infer NodeSelection }
  ? NonNullable<Query[Field]> extends { nodes: readonly (infer Type)[] }
    ? Result<Type, NodeSelection>
    : never
  : never;
