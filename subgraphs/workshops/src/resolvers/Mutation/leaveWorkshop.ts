
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const leaveWorkshop: NonNullable<MutationResolvers['leaveWorkshop']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.leaveWorkshop resolver logic here */ };