import { graphql } from '../../../generated/gql.ts';

/** One shift, as an agent reads it. */
export const shiftRecord = graphql(`
  query OwnShiftRecord($id: ID!) {
    shift(id: $id) {
      ...ShiftLine
      claimWarnings {
        kind
        message
      }
      flags(first: 20) {
        nodes {
          ...RaisedFlag
        }
      }
    }
  }
`);
