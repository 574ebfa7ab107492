import { graphql } from '../../../generated/gql.ts';

/** Changes something that participants need. */
export const updateWorkshopRequirement = graphql(`
  mutation UpdateWorkshopRequirement($input: UpdateWorkshopRequirementInput!) {
    updateWorkshopRequirement(input: $input) {
      __typename
      ... on UpdateWorkshopRequirementPayload {
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
