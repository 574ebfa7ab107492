/** What another domain tells of a flag; instants as the graph writes them. */
export interface FlagReference {
  readonly id: string;
  readonly subjectId: string;
  readonly takenAt: string | null;
  readonly answeredAt: string | null;
}
