import { z } from 'zod';

export const membership = z.object({ organisationId: z.string(), name: z.string(), role: z.string() });

/** One of the places a person may act in. */
export type Membership = z.infer<typeof membership>;

export const session = z.object({
  subject: z.string(),
  personName: z.string(),
  role: z.string(),
  organisationId: z.string(),
  organisationName: z.string(),
  memberships: z.array(membership),
  accessToken: z.string(),
  /** When the access token ends, in milliseconds. */
  expiresAt: z.number(),
  refreshToken: z.string().optional(),
  idToken: z.string().optional(),
  /** When the person signed in, in milliseconds. */
  begunAt: z.number(),
});

/** What a sealed cookie says: who acts for whom, and by which tokens. It never reaches the browser's scripts. */
export type Session = z.infer<typeof session>;
