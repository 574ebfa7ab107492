/** Somebody who has a seat, as whoever stands at the door sees them. */
export interface Arrival {
  readonly id: string;
  readonly name: string;
  /** Null while nobody has said. */
  readonly attended: boolean | null;
}
