/** A shift that can be chosen. */
export interface ChoosableShift {
  readonly id: string;
  /** When it is, in words. */
  readonly name: string;
  readonly qualification: { readonly code: string; readonly displayName: string } | null;
}

/** What is to be done to what is chosen. */
export type ChosenTask = 'assign' | 'cancel';
