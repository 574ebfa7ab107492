
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const publishWorkshop: NonNullable<MutationResolvers['publishWorkshop']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.publishWorkshop resolver logic here */ };