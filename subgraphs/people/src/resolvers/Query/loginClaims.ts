import { loginClaims as service } from '../../services/loginClaims.ts';
import type { QueryResolvers } from '../../types.generated.ts';

export const loginClaims: NonNullable<QueryResolvers['loginClaims']> = (_parent, { subject }, ctx) =>
  service(ctx, subject);
