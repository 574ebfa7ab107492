
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const updateWorkshop: NonNullable<MutationResolvers['updateWorkshop']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.updateWorkshop resolver logic here */ };