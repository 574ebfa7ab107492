import { graphql } from '../../../generated/gql.ts';

/** A page of the people. */
export const personList = graphql(`
  query PersonList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PersonFilter
    $orderBy: PersonOrder
  ) {
    people(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        ...SupportPersonFields
        memberships(first: 3) {
          nodes {
            role
            organisation {
              name
            }
          }
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
