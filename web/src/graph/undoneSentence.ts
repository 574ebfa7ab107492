import { sentenceOf } from '../design/sentenceOf.ts';
import type { ActionResult } from './actionResult.ts';

/** What became of an action that undid another, in a sentence for the toast: `done`, or why it was not done. */
export function undoneSentence(result: ActionResult<unknown>, done: string): string {
  switch (result.kind) {
    case 'done':
      return done;
    case 'refusal':
      return `Not undone. ${result.refusal.message}`;
    case 'trouble':
      return `Not undone. ${sentenceOf(result.trouble)}`;
    case 'conflict':
      return 'Not undone: others have changed it since.';
  }
}
