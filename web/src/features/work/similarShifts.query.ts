import { graphql } from '../../../generated/gql.ts';

/** How many shifts an agent could have instead. */
export const similarShifts = graphql(`
  query SimilarShifts($filter: ShiftFilter) {
    shifts(first: 1, filter: $filter) {
      totalCount
    }
  }
`);
