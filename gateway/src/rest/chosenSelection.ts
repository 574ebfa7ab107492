import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { addressableTypes, needsNoArguments, nodeOf } from './graphShapes.ts';
import { collectionOf, kebab } from './naming.ts';
import { restPrefix } from './restOperation.ts';

/** The names that `fields` gives, inside each other: `id,facility.name` is `id` and `facility` with `name`. */
type Tree = Map<string, Tree>;

/**
 * The selection that `fields` chooses. What names an object, and nothing of it, has of it what is the default.
 *
 * @param inFull the default selection of a type.
 * @param complain is told, in a sentence, of each name that is not right.
 */
export function chosenSelection(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  fields: readonly string[],
  inFull: (type: GraphQLNamedType) => string,
  complain: (sentence: string) => void,
): string {
  const tree: Tree = new Map();
  for (const path of fields) {
    let at = tree;
    for (const name of path.split('.')) {
      if (!at.has(name)) at.set(name, new Map());
      at = at.get(name)!;
    }
  }
  return selectionOf(type, tree, '');

  function selectionOf(of: GraphQLNamedType, wanted: Tree, before: string): string {
    const parts = [...wanted].map(([name, below]) => {
      const path = `${before}${name}`;
      const field = isObjectType(of) || isInterfaceType(of) ? of.getFields()[name] : undefined;
      if (!field || !needsNoArguments(field)) {
        complain(`fields names ${path}, which is not there.`);
        return '';
      }
      if (nodeOf(field)) {
        const home = addressableTypes(schema).has(of.name);
        const where = `${restPrefix}/${collectionOf(of.name)}/{id}/${kebab(name)}`;
        complain(`fields names ${path}, which is a list of its own${home ? `: ask for ${where}` : ''}.`);
        return '';
      }
      const returned = getNamedType(field.type);
      if (!isCompositeType(returned)) {
        if (below.size > 0) complain(`fields names something inside ${path}, which holds nothing.`);
        return name;
      }
      if (below.size > 0) return `${name} ${selectionOf(returned, below, `${path}.`)}`;
      const inner = inFull(returned);
      return inner ? `${name} ${inner}` : `${name} { __typename }`;
    });
    return `{ ${parts.join(' ')} }`;
  }
}
