import { graphql } from '../../../generated/gql.ts';

/** A page of shifts, with the sums of all that fit. */
export const shiftList = graphql(`
  query ShiftList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ShiftFilter
    $orderBy: ShiftOrder
  ) {
    shifts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      totals {
        open
        assigned
        completed
        cancelled
        placeholders
        plannedMinutes
        workedMinutes
      }
      nodes {
        ...ShiftFields
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
