import type { RequestContext } from '@guildhall/kit/context';
import type { PrismaClient } from '@guildhall/prisma/staffing';

export type Context = RequestContext<PrismaClient>;
