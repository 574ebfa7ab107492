
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const markOrganizerAvailable: NonNullable<MutationResolvers['markOrganizerAvailable']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.markOrganizerAvailable resolver logic here */ };