
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const acknowledgeWorkshopRequirements: NonNullable<MutationResolvers['acknowledgeWorkshopRequirements']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.acknowledgeWorkshopRequirements resolver logic here */ };