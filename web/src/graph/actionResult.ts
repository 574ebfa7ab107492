import type { Trouble } from './outcome.ts';

/** A refusal of the graph: a sentence for the person, the field of the form it is about, the rest of its data. */
export interface Refusal {
  readonly __typename: string;
  readonly message: string;
  readonly field?: string;
  /** What the person can do instead; the action adds it. */
  readonly next?: { readonly label: string; readonly href: string };
}

/**
 * What a server action answers. A refusal is shown where the person acts and an unexpected trouble as well; neither
 * loses what was typed.
 */
export type ActionResult<Payload> =
  | { kind: 'done'; payload: Payload }
  | { kind: 'refusal'; refusal: Refusal }
  /** Others have changed these values since the form was loaded; they are as they now are. */
  | { kind: 'conflict'; theirs: Readonly<Record<string, string>> }
  | { kind: 'trouble'; trouble: Trouble };
