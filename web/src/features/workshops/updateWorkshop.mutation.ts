import { graphql } from '../../../generated/gql.ts';

/** Changes the details of a workshop; what is left out stays. */
export const updateWorkshopMutation = graphql(`
  mutation UpdateWorkshop($input: UpdateWorkshopInput!) {
    updateWorkshop(input: $input) {
      __typename
      ... on UpdateWorkshopPayload {
        workshop {
          ...WorkshopDetails
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
