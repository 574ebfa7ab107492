import { graphql } from '../../../generated/gql.ts';

/** Who changed what of a workshop, for support staff. */
export const workshopHistory = graphql(`
  query WorkshopHistory($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    workshop(id: $id) {
      id
      history(first: $first, after: $after, last: $last, before: $before) {
        ...HistoryFields
      }
    }
  }
`);
