import { z } from 'zod';
import type { ApiKey } from '../keys.ts';

const claims = z.object({
  membershipId: z.string(),
  personId: z.string(),
  personName: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  role: z.string(),
});

/** What an access token may say for one membership. */
export type LoginClaims = z.infer<typeof claims>;

const answer = z.object({ data: z.object({ loginClaims: z.array(claims) }) });

const query = `query ($subject: String!) {
  loginClaims(subject: $subject) { membershipId personId personName organisationId organisationName role }
}`;

/**
 * Makes the reading of claims through the gateway, as a provider elsewhere would do it.
 *
 * @param graphUrl the graph's address, asked for at each call: the provider starts before the graph.
 * @param apiKey a key of the role identity.
 * @returns a function from a subject to its claims, one entry for each membership; it throws when the graph does not answer.
 */
export function createLoginClaimsReader(
  graphUrl: () => string,
  apiKey: ApiKey,
): (subject: string) => Promise<LoginClaims[]> {
  const authorization = `Basic ${Buffer.from(`${apiKey.id}:${apiKey.secret}`).toString('base64')}`;
  return async (subject) => {
    const response = await fetch(graphUrl(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables: { subject } }),
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await response.json();
    const { data } = answer.safeParse(body);
    if (!data) throw new Error(`The graph did not say what a token may hold: ${JSON.stringify(body)}`);
    return data.data.loginClaims;
  };
}
