import { type LimitName, settableLimits } from './limits/limits.ts';

/** Why an operation was not answered in full. */
export interface Trouble {
  /** `refused`: the caller has to ask differently. `failed`: it is on our side. */
  readonly outcome: 'refused' | 'failed';
  /** The code of the error or, where a limit was gone over, its setting: few different values. */
  readonly reason: string;
}

const ofOurs = new Set(['INTERNAL', 'UPSTREAM_UNAVAILABLE', 'LIMIT_OPERATION_SECONDS']);

/**
 * What an error says of its operation as a whole.
 *
 * @param before what an earlier error of the same operation said: the first reason stays, but a failure outweighs
 *   refusals.
 * @param extensions those of the error, as clients read them.
 */
export function troubleOf(
  before: Trouble | undefined,
  extensions: Readonly<Record<string, unknown>> | undefined,
): Trouble {
  const limit = String(extensions?.['limit']);
  const reason = Object.hasOwn(settableLimits, limit)
    ? settableLimits[limit as LimitName].setting
    : String(extensions?.['code']);
  const outcome = ofOurs.has(reason) ? 'failed' : 'refused';
  return before === undefined || (before.outcome === 'refused' && outcome === 'failed')
    ? { outcome, reason }
    : before;
}
