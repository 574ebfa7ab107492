import { graphql } from '../../../generated/gql.ts';

/** Signs one up: a seat, or a place in the waiting list. */
export const signUpForWorkshop = graphql(`
  mutation SignUpForWorkshop($input: SignUpForWorkshopInput!) {
    signUpForWorkshop(input: $input) {
      __typename
      ... on SignUpForWorkshopPayload {
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
      ... on OverlapsOtherWorkshop {
        otherParticipation {
          id
          workshop {
            id
          }
        }
      }
    }
  }
`);
