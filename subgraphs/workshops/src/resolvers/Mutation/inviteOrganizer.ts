
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const inviteOrganizer: NonNullable<MutationResolvers['inviteOrganizer']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.inviteOrganizer resolver logic here */ };