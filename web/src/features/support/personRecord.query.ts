import { graphql } from '../../../generated/gql.ts';

/** A person with what belongs to them. */
export const personRecord = graphql(`
  query PersonRecord($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    person(id: $id) {
      ...SupportPersonFields
      memberships(first: 100) {
        nodes {
          id
          role
          organisation {
            id
            name
          }
        }
      }
      agent {
        id
        homeArea
      }
      flags(first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
        ...RecordFlags
      }
      history(first: $first, after: $after, last: $last, before: $before) {
        ...HistoryFields
      }
    }
  }
`);
