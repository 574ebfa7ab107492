import { type InvalidInput, invalidInput, triggerRefusals } from '@guildhall/kit/refusals';
import { requirementKinds } from '@guildhall/reference/codes';
import { notYours } from './changeWorkshop.ts';

/** What the database refuses of a requirement, in words. */
export const requirementRefusals = {
  ...triggerRefusals,
  workshop_requirement_text_length: () => invalidInput('text', 'A requirement has 1 to 1,000 characters.'),
  // The workshop is to be seen, but not the viewer's to manage.
  42501: notYours,
};

/** What speaks against writing a kind, or null. Only codes in use are written anew. */
export function checkKind(kind: string | null | undefined): InvalidInput | null {
  if (kind == null || requirementKinds.has(kind)) return null;
  return invalidInput('kind', `${kind} is no kind in use. Choose from the list of kinds of requirements.`);
}
