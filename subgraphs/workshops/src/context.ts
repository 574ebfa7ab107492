import type { RequestContext } from '@guildhall/kit/context';
import type { PrismaClient } from '@guildhall/prisma/workshops';

export type Context = RequestContext<PrismaClient>;
