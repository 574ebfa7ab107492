import type { Trouble } from '../../graph/outcome.ts';
import type { Refusal } from '../../graph/actionResult.ts';

/** What came of doing the same to several shifts, each by itself. */
export interface ChosenResult {
  /** The ids of those it was done to. */
  readonly done: readonly string[];
  /** Those it was not done to, and why. */
  readonly refused: readonly { readonly id: string; readonly refusal: Refusal }[];
  /** What kept the rest from being tried. */
  readonly trouble: Trouble | null;
  readonly warnings: readonly string[];
}
