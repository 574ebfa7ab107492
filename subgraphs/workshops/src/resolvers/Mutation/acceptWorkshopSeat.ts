
        import type   { MutationResolvers } from './../../types.generated.ts';
        export const acceptWorkshopSeat: NonNullable<MutationResolvers['acceptWorkshopSeat']> = async (_parent, _arg, _ctx) => { /* Implement Mutation.acceptWorkshopSeat resolver logic here */ };