import type { Outcome } from '../../graph/outcome.ts';

/** A record to choose. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A field of a form that changes a record. Its value is text, empty for nothing. */
export interface RecordField {
  /** As the mutation's input calls it, so that a refusal stands at it. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'email' | 'phone' | 'longText' | 'number' | 'day' | 'time' | 'choice' | 'record';
  readonly description?: string;
  readonly isRequired?: boolean;
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Of a record: which kind of record is chosen. */
  readonly of?: 'people' | 'organisations' | 'facilities' | 'agents';
  /** Of a record among few: finds those with a text in their names, and the first ones without one. */
  readonly find?: (text: string) => Promise<Outcome<Choice[]>>;
}

/** The values of a form by the names of its fields. */
export type RecordValues = Readonly<Record<string, string>>;

/** The names of what differs between two. */
export const changedNames = (before: RecordValues, after: RecordValues): string[] =>
  Object.keys(before).filter((name) => before[name] !== after[name]);
