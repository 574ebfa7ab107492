
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const withdrawOrganizer: NonNullable<MutationResolvers['withdrawOrganizer']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.withdrawOrganizer resolver logic here */ };