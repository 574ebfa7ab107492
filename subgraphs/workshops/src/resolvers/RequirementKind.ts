import type   { RequirementKindResolvers } from './../types.generated.ts';
    export const RequirementKind: RequirementKindResolvers = {
    /* Implement RequirementKind resolver logic here */
  };