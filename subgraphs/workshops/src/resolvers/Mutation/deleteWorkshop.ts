
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const deleteWorkshop: NonNullable<MutationResolvers['deleteWorkshop']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.deleteWorkshop resolver logic here */ };