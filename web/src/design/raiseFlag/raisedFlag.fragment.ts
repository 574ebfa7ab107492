import { graphql } from '../../../generated/gql.ts';

/** A flag as those see it who raised it. */
export const raisedFlag = graphql(`
  fragment RaisedFlag on Flag {
    id
    message
    status
    answer
    createdAt
  }
`);
