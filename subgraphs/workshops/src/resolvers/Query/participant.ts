
        import type   { QueryResolvers } from './../../types.generated.ts';
        export const participant: NonNullable<QueryResolvers['participant']> = async (_parent, _arg, _ctx) => { /* Implement Query.participant resolver logic here */ };