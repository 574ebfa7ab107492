import type { Trouble } from '../graph/outcome.ts';
import { nameOfService } from '../graph/services.ts';

/** What a trouble is, in a sentence for the person. */
export function sentenceOf(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'signedOut':
      return 'You are signed out, so this was not done.';
    case 'refused':
      return 'This is not for the role you act in.';
    case 'unavailable':
      return trouble.service === null
        ? 'Guildhall does not answer at the moment.'
        : `${nameOfService(trouble.service)} is down at the moment.`;
    case 'limit':
      return trouble.message;
    case 'failed':
      return 'Something went wrong on our side.';
  }
}
