import { graphql } from '../../../generated/gql.ts';

/** The agent who asks, and the qualifications that can be stated. */
export const ownProfile = graphql(`
  query OwnProfile {
    me {
      id
      name
      agent {
        ...AgentProfile
        calendarFeed {
          id
          createdAt
        }
        flags(first: 20) {
          nodes {
            ...RaisedFlag
          }
        }
      }
    }
    qualifications {
      code
      displayName
      parents {
        code
        displayName
      }
    }
  }
`);
