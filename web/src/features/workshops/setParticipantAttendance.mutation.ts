import { graphql } from '../../../generated/gql.ts';

/** Says whether somebody was there, or takes it back. */
export const setParticipantAttendance = graphql(`
  mutation SetParticipantAttendance($input: SetParticipantAttendanceInput!) {
    setParticipantAttendance(input: $input) {
      __typename
      ... on SetParticipantAttendancePayload {
        participant {
          id
          status
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
