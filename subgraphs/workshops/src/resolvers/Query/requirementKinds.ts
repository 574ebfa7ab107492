
        import type   { QueryResolvers } from './../../types.generated.ts';
        export const requirementKinds: NonNullable<QueryResolvers['requirementKinds']> = async (_parent, _arg, _ctx) => { /* Implement Query.requirementKinds resolver logic here */ };