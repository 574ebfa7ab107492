import type   { WorkshopRequirementResolvers } from './../types.generated.ts';
    export const WorkshopRequirement: WorkshopRequirementResolvers = {
    /* Implement WorkshopRequirement resolver logic here */
  };