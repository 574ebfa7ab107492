import { graphql } from '../../../generated/gql.ts';

/** An agent's work at one facility. */
export const shiftsAtFacility = graphql(`
  query ShiftsAtFacility($coming: ShiftFilter, $past: ShiftFilter, $open: ShiftFilter) {
    coming: shifts(first: 5, filter: $coming) {
      totalCount
      nodes {
        ...ShiftLine
      }
    }
    past: shifts(first: 1, filter: $past) {
      totalCount
      totals {
        workedMinutes
      }
    }
    open: shifts(first: 1, filter: $open) {
      totalCount
    }
  }
`);
