/** A record that was found: what it is called, what tells it from its like, where it is. */
export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
}

/** The records of one kind; the last one may be the way to all of them. */
export interface HitGroup {
  readonly label: string;
  readonly hits: readonly Hit[];
}
