import type { RequestContext } from '@guildhall/kit/context';
import type { PrismaClient } from '@guildhall/prisma/people';

export type Context = RequestContext<PrismaClient>;
