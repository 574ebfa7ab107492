import { graphql } from '../../../generated/gql.ts';

/** A shift as rows, chips and its record show it. */
export const shiftFields = graphql(`
  fragment ShiftFields on Shift {
    id
    revision
    kind
    status
    startsAt
    endsAt
    breakMinutes
    plannedMinutes
    workedMinutes
    note
    cancellationReason
    offeredAt
    qualification {
      code
      displayName
    }
    agent {
      id
      person {
        id
        name
      }
    }
  }
`);
