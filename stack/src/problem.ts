/**
 * Something the person who started a command can put right. Its message is all they need: one clear sentence
 * that says what, why and what to do; commands print it without a stack.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}
