import { z } from 'zod';
import type { FlagStatus, FlagSubject } from './types.generated.ts';

/** The kind of record as the database writes it, as a value of the GraphQL enum. */
export function toFlagSubject(stored: string): FlagSubject {
  return stored.toUpperCase() as FlagSubject;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromFlagSubject(subject: FlagSubject): string {
  return subject.toLowerCase();
}

/** The status as the database writes it, as a value of the GraphQL enum. */
export function toFlagStatus(stored: string): FlagStatus {
  return stored.toUpperCase() as FlagStatus;
}

/** A value of the GraphQL enum as the database writes it. */
export function fromFlagStatus(status: FlagStatus): string {
  return status.toLowerCase();
}

/** What an answered flag keeps of the changes that were made because of it. */
export const flagChangesSchema = z.array(
  z.object({
    at: z.coerce.date(),
    field: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
);
export type FlagChanges = z.infer<typeof flagChangesSchema>;
