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
