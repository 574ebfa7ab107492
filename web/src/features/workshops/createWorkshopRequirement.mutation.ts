import { graphql } from '../../../generated/gql.ts';

/** Adds something that participants need. */
export const createWorkshopRequirement = graphql(`
  mutation CreateWorkshopRequirement($input: CreateWorkshopRequirementInput!) {
    createWorkshopRequirement(input: $input) {
      __typename
      ... on CreateWorkshopRequirementPayload {
        workshopRequirement {
          id
        }
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        field
      }
    }
  }
`);
