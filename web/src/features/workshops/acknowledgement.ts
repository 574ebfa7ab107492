import type { RequirementFactsFragment } from '../../../generated/graphql.ts';
import type { ActionResult, Refusal } from '../../graph/actionResult.ts';

/** What somebody acknowledges: the requirements of a workshop in one of their versions. */
export interface Acknowledgement {
  id: string;
  requirementsVersion: number;
}

/** Refused, since the requirements are others than those that were acknowledged. */
export type RequirementsChangedRefusal = Refusal & {
  readonly requirementsVersion: number;
  readonly requirements: readonly RequirementFactsFragment[];
};

/** What is done with requirements acknowledged. */
export type AcknowledgedAction = (input: Acknowledgement) => Promise<ActionResult<object>>;

/** Whether a refusal brings other requirements to acknowledge. */
export const isRequirementsChanged = (refusal: Refusal): refusal is RequirementsChangedRefusal =>
  refusal.__typename === 'RequirementsChanged';
