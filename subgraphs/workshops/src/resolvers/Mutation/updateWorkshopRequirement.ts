
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const updateWorkshopRequirement: NonNullable<MutationResolvers['updateWorkshopRequirement']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.updateWorkshopRequirement resolver logic here */ };