
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const markOrganizerUnavailable: NonNullable<MutationResolvers['markOrganizerUnavailable']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.markOrganizerUnavailable resolver logic here */ };