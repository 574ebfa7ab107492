import { isObjectType } from 'graphql';
import { resultOf } from './graphShapes.ts';
import type { RestOperation } from './restOperation.ts';

/** Whether there is nothing to tell once it is done: what is deleted had the id that was asked for. */
export function hasNoContent({ method, root }: RestOperation): boolean {
  if (method !== 'DELETE') return false;
  const { payload } = resultOf(root.field);
  return isObjectType(payload) && Object.keys(payload.getFields()).join() === 'id';
}
