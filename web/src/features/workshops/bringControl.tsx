import type { RequirementFactsFragment } from '../../../generated/graphql.ts';
import { BringCheckbox } from './BringCheckbox.tsx';

/** Whether one brings what is required; nobody can say so of a heading, under which organizers write what they like. */
export const bringControl = ({ kind, isMetByMe }: RequirementFactsFragment) =>
  !kind.isHeading && (
    <BringCheckbox code={kind.code} name={kind.displayName} label="I bring this" isBrought={isMetByMe} />
  );
