import 'server-only';
import { refresh } from 'next/cache';
import type { TypedDocumentString } from '../../generated/graphql.ts';
import type { ActionResult, Refusal } from './actionResult.ts';
import { askGraph } from './askGraph.ts';

type ResultOf<Data, Field extends keyof Data> = NonNullable<Data[Field]>;
/** Refusals have a message, payloads have none. */
type PayloadOf<Result> = Exclude<Result, { message: string }>;

/**
 * Runs a mutation in a server action and tells its payload from its refusals. The operation asks for `__typename` and
 * `... on Refusal { message }`, and for `field` of InvalidInput where a form shows it.
 *
 * @param field the mutation's field, the only one of the operation.
 */
export async function runMutation<Data, Variables, Field extends keyof Data & string>(
  document: TypedDocumentString<Data, Variables>,
  field: Field,
  variables: Variables,
): Promise<ActionResult<PayloadOf<ResultOf<Data, Field>>>> {
  const outcome = await askGraph(document, variables);
  if (outcome.kind !== 'data') return { kind: 'trouble', trouble: outcome };
  const result = outcome.data[field] as object | null;
  if (result === null) {
    return {
      kind: 'trouble',
      trouble: { kind: 'unavailable', service: outcome.down[0] ?? null, requestId: '' },
    };
  }
  if ('message' in result) return { kind: 'refusal', refusal: result as Refusal };
  // The page shows what is now true, in the same answer.
  refresh();
  return { kind: 'done', payload: result as PayloadOf<ResultOf<Data, Field>> };
}
