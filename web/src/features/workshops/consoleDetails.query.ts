import { graphql } from '../../../generated/gql.ts';

/** The details of a workshop, for those who organize it. */
export const consoleDetails = graphql(`
  query WorkshopConsoleDetails($id: ID!) {
    workshop(id: $id) {
      ...ConsoleFrame
      ...WorkshopDetails
    }
  }
`);
