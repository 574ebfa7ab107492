
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const setParticipantAttendance: NonNullable<MutationResolvers['setParticipantAttendance']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.setParticipantAttendance resolver logic here */ };