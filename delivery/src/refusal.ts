/** Something may not be done. The message says what, why and what to do next, for whoever started the workflow. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
