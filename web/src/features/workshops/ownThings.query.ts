import { graphql } from '../../../generated/gql.ts';

/** What one has said to bring, and what can be said. */
export const ownThings = graphql(`
  query OwnThings {
    me {
      id
      brings {
        code
        displayName
      }
    }
    requirementKinds {
      code
      displayName
      isKnown
      parents {
        code
      }
    }
  }
`);
