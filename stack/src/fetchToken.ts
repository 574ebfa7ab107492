import { readPersonas } from '@guildhall/gateway/personas';
import { accounts } from '@guildhall/seeds/accounts';
import { findRunningStack } from './dataDirectory.ts';
import { signIn } from './identity/signIn.ts';
import { Problem } from './problem.ts';
import { readSettings } from './settings.ts';

/**
 * Signs in at the local provider and returns the access token.
 *
 * @param who a persona (company, facility, agent), or a subject of the provider such as `local|agent`.
 * @param organisation the id of the organisation to act for, for those who belong to several.
 * @throws Problem when the stack does not run, nobody is known by that name, or sign-in is refused.
 */
export async function fetchToken(who: string, organisation?: string): Promise<string> {
  const { dataDirectory, oidcIssuer } = readSettings();
  const subject = Object.hasOwn(accounts, who) ? accounts[who as keyof typeof accounts].subject : who;
  if (!subject.includes('|')) {
    throw new Problem(
      `There is no persona ${who}: give one of ${Object.keys(accounts).join(', ')}, or a subject such as ${accounts.agent.subject}.`,
    );
  }
  if (oidcIssuer !== undefined) {
    throw new Problem(
      `OIDC_ISSUER is ${oidcIssuer}, where this command cannot sign in for you: sign in there, or unset it to use the local provider.`,
    );
  }
  const issuer = findRunningStack(dataDirectory)?.issuer;
  if (issuer === undefined) {
    throw new Problem(
      `No stack with an identity provider runs on ${dataDirectory}: start one with npm start.`,
    );
  }
  const scopes = [...new Set([...readPersonas().values()].flatMap((persona) => persona.scopes))];
  const { accessToken } = await signIn({ issuer, subject, organisation, scopes });
  return accessToken;
}
