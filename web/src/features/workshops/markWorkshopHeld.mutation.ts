import { graphql } from '../../../generated/gql.ts';

/** Says that a workshop took place. */
export const markWorkshopHeldMutation = graphql(`
  mutation MarkWorkshopHeld($input: MarkWorkshopHeldInput!) {
    markWorkshopHeld(input: $input) {
      __typename
      ... on MarkWorkshopHeldPayload {
        workshop {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
