import { qualifications } from '@guildhall/reference/codes';
import { loadAgentQualification } from '../loaders.ts';
import { toLocalDate } from '../localDay.ts';
import type { AgentQualificationResolvers } from '../types.generated.ts';

export const AgentQualification: AgentQualificationResolvers = {
  __resolveReference: ({ id }, ctx) => loadAgentQualification(ctx, id),
  qualification: ({ code }) => qualifications.find(code),
  expiresOn: ({ expiresOn }) => expiresOn && toLocalDate(expiresOn),
  isExpired: ({ expiresOn }) => expiresOn !== null && toLocalDate(expiresOn) < toLocalDate(new Date()),
};
