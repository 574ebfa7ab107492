import { graphql } from '../../../generated/gql.ts';

/** A page of an agent's shifts with the totals of the whole list, and those that go on now. */
export const ownShifts = graphql(`
  query OwnShifts(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: ShiftFilter
    $orderBy: ShiftOrder
    $startedLately: ShiftFilter
  ) {
    shifts(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      totalCount
      totals {
        plannedMinutes
        workedMinutes
      }
      nodes {
        ...ShiftLine
      }
      pageInfo {
        ...PageFields
      }
    }
    startedLately: shifts(first: 5, filter: $startedLately) {
      nodes {
        ...ShiftLine
      }
    }
  }
`);
