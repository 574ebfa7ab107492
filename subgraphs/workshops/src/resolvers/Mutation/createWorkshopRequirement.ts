
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const createWorkshopRequirement: NonNullable<MutationResolvers['createWorkshopRequirement']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.createWorkshopRequirement resolver logic here */ };