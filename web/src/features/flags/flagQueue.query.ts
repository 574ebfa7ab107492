import { graphql } from '../../../generated/gql.ts';

/** A page of the flags with their records and what was changed because of them, and how many stand where. */
export const flagQueue = graphql(`
  query FlagQueue(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: FlagFilter
    $direction: SortDirection!
  ) {
    flags(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: { field: CREATED_AT, direction: $direction }
    ) {
      totalCount
      nodes {
        ...QueuedFlag
      }
      pageInfo {
        ...PageFields
      }
    }
    open: flags(first: 1, filter: { status: [OPEN] }) {
      totalCount
    }
    inWork: flags(first: 1, filter: { status: [IN_WORK] }) {
      totalCount
    }
    answered: flags(first: 1, filter: { status: [ANSWERED] }) {
      totalCount
    }
  }
`);
