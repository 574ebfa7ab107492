import 'server-only';
import type { ActionResult } from '../../graph/actionResult.ts';
import type { ChosenResult } from './chosenResult.ts';

/**
 * Does the same to several shifts, one after the other. What is refused for one is no reason to leave the others; a
 * trouble is. Where nothing was done or refused before it, the trouble is what came of it.
 */
export async function forEachShift(
  ids: readonly string[],
  run: (
    id: string,
  ) => Promise<ActionResult<{ __typename?: string; warnings?: readonly { message: string }[] }>>,
): Promise<ActionResult<ChosenResult>> {
  const done: string[] = [];
  const refused: ChosenResult['refused'][number][] = [];
  const warnings: string[] = [];
  for (const id of ids) {
    const result = await run(id);
    if (result.kind === 'done') {
      done.push(id);
      warnings.push(...(result.payload.warnings ?? []).map(({ message }) => message));
    } else if (result.kind === 'refusal') refused.push({ id, refusal: result.refusal });
    else if (result.kind === 'conflict') throw new Error('What is done to several shifts names no values.');
    else if (done.length + refused.length === 0) return result;
    else return { kind: 'done', payload: { done, refused, trouble: result.trouble, warnings } };
  }
  return { kind: 'done', payload: { done, refused, trouble: null, warnings } };
}
