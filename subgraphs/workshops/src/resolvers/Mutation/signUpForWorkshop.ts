
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const signUpForWorkshop: NonNullable<MutationResolvers['signUpForWorkshop']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.signUpForWorkshop resolver logic here */ };