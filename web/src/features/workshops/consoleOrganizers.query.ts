import { graphql } from '../../../generated/gql.ts';

/** Who organizes a workshop, and who could. */
export const consoleOrganizers = graphql(`
  query WorkshopConsoleOrganizers($id: ID!) {
    workshop(id: $id) {
      ...ConsoleFrame
      organizers {
        id
        status
        invitedAt
        person {
          id
          name
        }
      }
      myOrganizing {
        id
        status
      }
      organizerCandidates {
        totalCount
      }
    }
  }
`);
