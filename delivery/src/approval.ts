import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** What GitHub answers to `GET /repos/{owner}/{repo}/actions/runs/{run}/approvals`. */
export const approvals = z.array(
  z.looseObject({
    state: z.string(),
    user: z.looseObject({ login: z.string() }),
    environments: z.array(z.looseObject({ name: z.string() })),
  }),
);

/**
 * Refuses what nobody but whoever asked for it has approved. GitHub holds such a run back by itself while the environment
 * has required reviewers and prevents self-review; this is for the day on which a box there is no longer ticked.
 *
 * @param requesters who began the run, and who began it again.
 * @returns who approved.
 * @throws Refusal when there is no approval by another person.
 */
export function checkApproval({
  environment,
  requesters,
  given,
}: {
  environment: string;
  requesters: readonly string[];
  given: z.output<typeof approvals>;
}): string[] {
  const asked = new Set(requesters.map((login) => login.toLowerCase()));
  const approvers = given
    .filter(
      ({ state, environments }) =>
        state === 'approved' && environments.some(({ name }) => name === environment),
    )
    .map(({ user }) => user.login);
  const others = approvers.filter((login) => !asked.has(login.toLowerCase()));
  if (others.length > 0) return others;
  throw new Refusal(
    `${environment} changes when somebody else approves than who asked (${requesters.join(', ')}), and ${
      approvers.length === 0 ? 'nobody has approved' : `only ${approvers.join(', ')} has`
    }. Set required reviewers and “prevent self-review” for the environment ${environment} (Settings, Environments), and start again.`,
  );
}
