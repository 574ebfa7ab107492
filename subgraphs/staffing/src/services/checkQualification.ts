import { type InvalidInput, invalidInput } from '@guildhall/kit/refusals';
import { qualifications } from '@guildhall/reference/codes';

/**
 * What speaks against writing a qualification, or null. Only codes in use are written anew; those that are stored
 * and gone from the reference data are shown, and stay until they are replaced.
 *
 * @param field The path of the input field.
 */
export function checkQualification(field: string, code: string | null | undefined): InvalidInput | null {
  if (code == null || qualifications.has(code)) return null;
  return invalidInput(field, `${code} is no qualification in use. Choose one of the list of qualifications.`);
}
