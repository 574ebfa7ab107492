/** A place in the app: what it is called, where it is, the drawing beside it. */
export interface Place {
  readonly label: string;
  readonly href: string;
  /** The path of a drawing of 20 by 20, in strokes. */
  readonly icon: string;
  /** Whether it stands for one page alone, and not for those below it. */
  readonly isExact?: boolean;
  /** Whether the browser has to load it whole: it has a content security policy of its own. */
  readonly isDocument?: boolean;
}
