
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const declineOrganizerInvitation: NonNullable<MutationResolvers['declineOrganizerInvitation']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.declineOrganizerInvitation resolver logic here */ };