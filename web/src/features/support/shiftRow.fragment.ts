import { graphql } from '../../../generated/gql.ts';

/** A shift as a row of a list. */
export const shiftRow = graphql(`
  fragment ShiftRow on Shift {
    id
    startsAt
    endsAt
    status
    kind
    qualification {
      displayName
    }
    facility {
      id
      name
      timeZone
    }
    agent {
      id
      person {
        name
      }
    }
  }
`);
