import { graphql } from '../../../generated/gql.ts';

/** One shift with what its record shows besides. */
export const shiftRecord = graphql(`
  query ShiftRecord($id: ID!) {
    shift(id: $id) {
      ...ShiftFields
      facility {
        id
        name
        timeZone
      }
      flags(first: 20) {
        nodes {
          ...RaisedFlag
        }
      }
    }
    qualifications {
      code
      displayName
      isKnown
      parents {
        code
      }
    }
  }
`);
