import { graphql } from '../../../generated/gql.ts';

/** Takes the seat that is held for one. */
export const acceptWorkshopSeat = graphql(`
  mutation AcceptWorkshopSeat($input: AcceptWorkshopSeatInput!) {
    acceptWorkshopSeat(input: $input) {
      __typename
      ... on AcceptWorkshopSeatPayload {
        participant {
          ...OwnParticipation
        }
      }
      ... on Refusal {
        message
      }
      ... on RequirementsChanged {
        requirementsVersion
        requirements {
          ...RequirementFacts
        }
      }
    }
  }
`);
