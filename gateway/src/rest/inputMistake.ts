/** One place of a request that is not right. */
export interface InputMistake {
  /** The query parameter, where it is about one. */
  readonly parameter?: string;
  /** The place in the body, a JSON pointer as a fragment (RFC 6901), where it is about one. */
  readonly pointer?: string;
  /** What is wrong with it, a sentence. */
  readonly detail: string;
}
