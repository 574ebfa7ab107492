import 'server-only';
import type { ActionResult, Refusal } from '../../graph/actionResult.ts';
import { currentSession } from '../../session/currentSession.ts';

/** What came of a mutation; a refusal for another shift leads to that shift, beside the page that is open. */
export async function withOtherShift<Payload>(result: ActionResult<Payload>): Promise<ActionResult<Payload>> {
  if (result.kind !== 'refusal') return result;
  const { otherShift } = result.refusal as Refusal & { otherShift?: { id: string } | null };
  if (!otherShift) return result;
  const [pathname, search] = (await currentSession()).path.split('?', 2) as [string, string?];
  const parameters = new URLSearchParams(search);
  parameters.delete('new');
  parameters.set('shift', otherShift.id);
  const next = { label: 'Open it', href: `${pathname}?${parameters}` };
  return { kind: 'refusal', refusal: { ...result.refusal, next } };
}
