import { graphql } from '../../../generated/gql.ts';

/** Says that participants no longer need something. */
export const deleteWorkshopRequirement = graphql(`
  mutation DeleteWorkshopRequirement($input: DeleteWorkshopRequirementInput!) {
    deleteWorkshopRequirement(input: $input) {
      __typename
      ... on DeleteWorkshopRequirementPayload {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);
