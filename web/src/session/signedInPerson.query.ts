import { graphql } from '../../generated/gql.ts';

/** Who has signed in, and where else they may act. */
export const signedInPerson = graphql(`
  query SignedInPerson {
    me {
      name
      memberships(first: 50) {
        nodes {
          role
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);
