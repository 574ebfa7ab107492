import { graphql } from '../../../generated/gql.ts';

/** Gives up a seat, or a place in the waiting list. */
export const leaveWorkshopMutation = graphql(`
  mutation LeaveWorkshop($input: LeaveWorkshopInput!) {
    leaveWorkshop(input: $input) {
      __typename
      ... on LeaveWorkshopPayload {
        participant {
          ...OwnParticipation
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
