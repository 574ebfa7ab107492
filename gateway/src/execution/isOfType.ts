import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { JsonObject } from './json.ts';

/** Whether an object's `__typename` is a type, or one of those an interface or union stands for. */
export function isOfType(schema: GraphQLSchema, object: JsonObject, typeName: string): boolean {
  const own = object['__typename'];
  if (own === typeName) return true;
  if (typeof own !== 'string') return false;
  const [type, wanted] = [schema.getType(own), schema.getType(typeName)];
  return (
    isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type)
  );
}
