import type { JobHandler } from '@guildhall/kit/worker';
import type { PrismaClient } from '@guildhall/prisma/workshops';
import { z } from 'zod';

const payloadSchema = z.object({ participantId: z.uuid() });

/**
 * Ends an offer that has run out and offers the seat to the next who waits. Run when it is too early, too late or
 * twice, it does what is due by then: the database settles the seats of the workshop under its lock.
 */
export const endOffer: JobHandler<PrismaClient> = async ({ db }, payload) => {
  const { participantId } = payloadSchema.parse(payload);
  const participant = await db.participant.findFirst({ where: { id: participantId } });
  if (!participant) return;
  await db.$executeRaw`select workshops.settle_seats(${participant.workshopId}::uuid)`;
};
