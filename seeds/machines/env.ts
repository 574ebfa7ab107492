import { readEnvironment } from '@guildhall/kit/env';
import { z } from 'zod';

const apiKey = z.strictObject({
  /** The secret that holds it; also what it is labelled with in the database. */
  name: z.string().regex(/^[A-Z][A-Z_]*$/),
  role: z.string().min(1),
  scopes: z.array(z.string()).min(1),
});
const apiKeys = z.string().transform((text, context): z.output<typeof apiKey>[] => {
  try {
    return z.array(apiKey).parse(JSON.parse(text));
  } catch {
    context.addIssue('it is no JSON list of keys');
    return z.NEVER;
  }
});
const listed = z.string().transform((text) => text.split(',').filter((name) => name !== ''));

const variables = z.object({
  AWS_REGION: z.string().min(1).describe('the region of the secrets, for example eu-west-2'),
  ENVIRONMENT: z
    .string()
    .regex(/^[a-z][a-z0-9-]+$/)
    .describe('the environment, whose secrets are called guildhall/<environment>/<NAME>, for example live'),
  API_KEYS: apiKeys
    .default([])
    .describe(
      'the API keys that machines need, for example [{"name":"JOURNEYS_KEY","role":"company","scopes":["people:read"]}]',
    ),
  FILLED_BY_PEOPLE: listed
    .default([])
    .describe('secrets whose values nobody can make here, for example OIDC_CLIENT_SECRET,PAGERDUTY_KEY'),
  PEOPLE_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'the address of the service people, postgresql://guildhall_people:password@host:5432/guildhall; needed where there are API keys',
    ),
});

/** A key by which a machine asks the graph, before there is one. */
export type WantedApiKey = z.output<typeof apiKey>;

/**
 * Reads what the task is given that makes the keys of machines.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function readMachineSettings(source?: Record<string, string | undefined>) {
  const given = readEnvironment(variables, source);
  return {
    region: given.AWS_REGION,
    environment: given.ENVIRONMENT,
    apiKeys: given.API_KEYS,
    filledByPeople: given.FILLED_BY_PEOPLE,
    serviceUrl: given.PEOPLE_DATABASE_URL,
  };
}
