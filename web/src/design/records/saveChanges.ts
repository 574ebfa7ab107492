import 'server-only';
import { z } from 'zod';
import type { ActionResult } from '../../graph/actionResult.ts';
import type { Outcome } from '../../graph/outcome.ts';
import { changedNames, type RecordValues } from './recordFields.ts';

const values = z.record(z.string(), z.string());

/** What a form sends to be saved. */
export const saveInput = z.object({ id: z.string(), before: values, after: values });

/**
 * Saves what a person has changed of a record, and nothing else. When others have changed one of the same values since
 * the form was loaded, nothing is done and the answer says theirs.
 *
 * @param present the values as they are now.
 * @param write runs the mutation with the names of what has changed.
 */
export async function saveChanges(
  { before, after }: { before: RecordValues; after: RecordValues },
  present: Outcome<RecordValues>,
  write: (changed: Readonly<Record<string, string>>) => Promise<ActionResult<{ values: RecordValues }>>,
): Promise<ActionResult<{ values: RecordValues }>> {
  if (present.kind !== 'data') return { kind: 'trouble', trouble: present };
  const now = present.data;
  const changed = changedNames(before, after).filter((name) => name in now);
  const theirs = changed.filter((name) => now[name] !== before[name] && now[name] !== after[name]);
  if (theirs.length > 0) {
    return { kind: 'conflict', theirs: Object.fromEntries(theirs.map((name) => [name, now[name]!])) };
  }
  return write(Object.fromEntries(changed.map((name) => [name, after[name]!])));
}

/** What was changed as the mutation takes it: empty means none. */
export const orNull = (changed: Readonly<Record<string, string>>): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(changed).map(([name, value]) => [name, value.trim() === '' ? null : value]),
  );
