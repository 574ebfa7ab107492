import { graphql } from '../../../generated/gql.ts';

/** Whether the agent who asks has a private calendar address, and since when. */
export const ownCalendar = graphql(`
  query OwnCalendar {
    me {
      id
      agent {
        id
        calendarFeed {
          id
          createdAt
        }
      }
    }
  }
`);
