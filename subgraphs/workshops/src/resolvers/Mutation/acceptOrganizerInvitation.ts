
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const acceptOrganizerInvitation: NonNullable<MutationResolvers['acceptOrganizerInvitation']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.acceptOrganizerInvitation resolver logic here */ };