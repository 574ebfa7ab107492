import { setParticipantAttendance as service } from '../../services/setParticipantAttendance.ts';
import type { MutationResolvers } from '../../types.generated.ts';

export const setParticipantAttendance: NonNullable<MutationResolvers['setParticipantAttendance']> = (
  _parent,
  { input },
  ctx,
) => service(ctx, input);
