import { graphql } from '../../../generated/gql.ts';

/** A page of the shifts. */
export const shiftList = graphql(`
  query SupportShiftList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ShiftFilter
    $orderBy: ShiftOrder
  ) {
    shifts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      nodes {
        ...ShiftRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`);
