import { graphql } from '../../../generated/gql.ts';

/** Those who have a seat in a workshop, for whoever stands at its door. */
export const door = graphql(`
  query WorkshopDoor($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $name: String) {
    workshop(id: $id) {
      ...ConsoleFrame
      participants(
        first: $first
        after: $after
        last: $last
        before: $before
        filter: { status: [CONFIRMED, ATTENDED, NO_SHOW], name: $name }
      ) {
        totalCount
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
