import { graphql } from '../../generated/gql.ts';

/** Which agent the person is who asks. */
export const ownAgent = graphql(`
  query OwnAgent {
    me {
      id
      agent {
        id
      }
    }
  }
`);
