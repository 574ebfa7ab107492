import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { type Limits, limitExceeded } from './limits.ts';

/** How much an operation is, once its fragments are written out. */
export type OperationSize = Pick<Limits, 'depth' | 'fields' | 'aliases' | 'rootFields' | 'directives'>;

const nothing: OperationSize = { depth: 0, fields: 0, aliases: 0, rootFields: 0, directives: 0 };

/**
 * Refuses operations that are too much, and the alias `__proto__`, which would change an object's prototype where
 * answers are built. It takes time in proportion to the document, however often its fragments are spread.
 */
export function createSizeRule(limits: Limits): ValidationRule {
  return (context) => ({
    Document(document) {
      for (const size of operationSizes(document)) {
        for (const name of Object.keys(nothing) as (keyof OperationSize)[]) {
          if (size[name] > limits[name]) context.reportError(limitExceeded(name, limits, size[name]));
        }
      }
    },
    Field({ alias }) {
      if (alias?.value !== '__proto__') return;
      context.reportError(new GraphQLError('The alias __proto__ is not possible here: choose another.'));
    },
  });
}

/** The size of each operation of a document, which need not have been validated. */
export function operationSizes(document: DocumentNode): OperationSize[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const known = new Map<string, OperationSize>();
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ directives, selectionSet }) => {
      const size = sizeOf(selectionSet);
      return { ...size, directives: size.directives + (directives?.length ?? 0) };
    });

  /** `rootFields` counts the fields of the set itself. */
  function sizeOf({ selections }: SelectionSetNode): OperationSize {
    return selections.map(sizeOfSelection).reduce(sum, nothing);
  }

  function sizeOfSelection(selection: SelectionSetNode['selections'][number]): OperationSize {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FIELD) {
      const below = selection.selectionSet ? sizeOf(selection.selectionSet) : nothing;
      return {
        depth: below.depth + 1,
        fields: below.fields + 1,
        aliases: below.aliases + (selection.alias ? 1 : 0),
        rootFields: 1,
        directives: below.directives + directives,
      };
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? sizeOf(selection.selectionSet)
        : sizeOfFragment(selection.name.value);
    return { ...inner, directives: inner.directives + directives };
  }

  function sizeOfFragment(name: string): OperationSize {
    const fragment = fragments.get(name);
    const size = known.get(name);
    if (size || !fragment) return size ?? nothing;
    known.set(name, nothing); // for one that spreads itself, which another rule refuses
    const measured = sizeOf(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  }
}

function sum(a: OperationSize, b: OperationSize): OperationSize {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    rootFields: a.rootFields + b.rootFields,
    directives: a.directives + b.directives,
  };
}
