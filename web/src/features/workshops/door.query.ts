import { graphql } from '../../../generated/gql.ts';

/** Those who have a seat in a workshop, for whoever stands at its door. */
export const door = graphql(`
  query WorkshopDoor($id: ID!, $after: String) {
    workshop(id: $id) {
      ...ConsoleFrame
      participants(first: 100, after: $after, filter: { status: [CONFIRMED, ATTENDED, NO_SHOW] }) {
        nodes {
          id
          status
          person {
            id
            name
          }
        }
        pageInfo {
          ...PageFields
        }
      }
    }
  }
`);
