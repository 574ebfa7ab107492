
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const cancelWorkshop: NonNullable<MutationResolvers['cancelWorkshop']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.cancelWorkshop resolver logic here */ };