import { graphql } from '../../../generated/gql.ts';

/** The sums of shifts that figures are made of. */
export const sumFields = graphql(`
  fragment SumFields on ShiftTotals {
    open
    assigned
    completed
    cancelled
    plannedMinutes
  }
`);
