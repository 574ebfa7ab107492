
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const deleteWorkshopRequirement: NonNullable<MutationResolvers['deleteWorkshopRequirement']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.deleteWorkshopRequirement resolver logic here */ };