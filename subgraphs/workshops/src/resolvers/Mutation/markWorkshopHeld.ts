
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const markWorkshopHeld: NonNullable<MutationResolvers['markWorkshopHeld']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.markWorkshopHeld resolver logic here */ };