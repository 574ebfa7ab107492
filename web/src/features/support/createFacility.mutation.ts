import { graphql } from '../../../generated/gql.ts';

/** Adds a facility. */
export const createFacilityMutation = graphql(`
  mutation SupportCreateFacility($input: CreateFacilityInput!) {
    createFacility(input: $input) {
      __typename
      ... on CreateFacilityPayload {
        facility {
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
