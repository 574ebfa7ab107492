import type { ApiKey } from '@guildhall/prisma/people';
import type { Context } from '../context.ts';

/** The stored key of this id, unless it is revoked or has expired. */
export async function usableApiKey(ctx: Context, id: string): Promise<ApiKey | null> {
  return ctx.db.apiKey.findFirst({
    where: { id, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
  });
}
