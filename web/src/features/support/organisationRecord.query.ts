import { graphql } from '../../../generated/gql.ts';

/** An organisation with its members and facilities. */
export const organisationRecord = graphql(`
  query OrganisationRecord($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    organisation(id: $id) {
      id
      name
      kind
      memberships(first: 100) {
        totalCount
        nodes {
          id
          role
          person {
            id
            name
          }
        }
      }
      facilities(first: 100, orderBy: { field: NAME }) {
        totalCount
        nodes {
          id
          name
          address
        }
      }
      history(first: $first, after: $after, last: $last, before: $before) {
        ...HistoryFields
      }
    }
  }
`);
