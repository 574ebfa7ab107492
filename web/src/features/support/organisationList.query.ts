import { graphql } from '../../../generated/gql.ts';

/** A page of the organisations. */
export const organisationList = graphql(`
  query OrganisationList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: OrganisationFilter
    $orderBy: OrganisationOrder
  ) {
    organisations(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      totalCount
      nodes {
        id
        name
        kind
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
