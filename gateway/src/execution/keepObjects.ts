import { type DocumentNode, type FieldNode, Kind, type SelectionNode, visit } from 'graphql';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Has the planner ask for an object of which `@skip` and `@include` may leave no field, by its `__typename`: that the
 * object is there is part of the answer, `{}` and not null (GraphQL specification, October 2021, section 6.4.3). The
 * planner would leave it out with its fields. What the client is answered is shaped by its own document.
 */
export function keepObjects(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: (set, _key, parent) => {
      const isRoot = (parent as { kind?: Kind }).kind === Kind.OPERATION_DEFINITION;
      if (isRoot || !set.selections.every(isConditional)) return undefined;
      return { ...set, selections: [typename, ...set.selections] };
    },
  });
}

const isConditional = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
