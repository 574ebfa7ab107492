
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const cancelParticipant: NonNullable<MutationResolvers['cancelParticipant']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.cancelParticipant resolver logic here */ };