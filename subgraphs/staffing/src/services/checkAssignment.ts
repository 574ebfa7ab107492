import { asSystem } from '@guildhall/kit/database';
import type { Context } from '../context.ts';
import type { AssignmentWarning } from '../types.generated.ts';
import {
  assignmentFindings,
  type Finding,
  type LimitFinding,
  type WantedShift,
} from './assignmentFindings.ts';
import {
  assignmentRefusal,
  assignmentWarning,
  type NotQualified,
  type OverlapsOtherShift,
} from './assignmentRefusals.ts';

export interface CheckedAssignment {
  readonly refusal: OverlapsOtherShift | NotQualified | null;
  readonly warnings: AssignmentWarning[];
}

/**
 * Whether those who plan may give a shift to an agent: another shift at that time and a missing qualification
 * refuse it, limits of rest and hours are told. As the system, since the agent's shifts elsewhere count as well.
 */
export async function checkAssignment(ctx: Context, wanted: WantedShift): Promise<CheckedAssignment> {
  const findings = await asSystem(ctx, 'checkAssignment', (tx) => assignmentFindings(tx, wanted));
  const refused = findings.find(isRefused);
  const limits = findings.filter(isLimit);
  return {
    refusal: refused ? await assignmentRefusal(ctx, refused) : null,
    warnings: await Promise.all(limits.map((finding) => assignmentWarning(ctx, finding))),
  };
}

function isRefused(finding: Finding): finding is Extract<Finding, { kind: 'overlaps' | 'notQualified' }> {
  return finding.kind === 'overlaps' || finding.kind === 'notQualified';
}

function isLimit(finding: Finding): finding is LimitFinding {
  return !isRefused(finding);
}
