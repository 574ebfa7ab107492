
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const setWhatIBring: NonNullable<MutationResolvers['setWhatIBring']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.setWhatIBring resolver logic here */ };