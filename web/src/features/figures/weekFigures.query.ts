import { graphql } from '../../../generated/gql.ts';

/** The sums of a week and of each of its days. */
export const weekFigures = graphql(`
  query WeekFigures(
    $facilityId: ID!
    $d0: LocalDate!
    $d1: LocalDate!
    $d2: LocalDate!
    $d3: LocalDate!
    $d4: LocalDate!
    $d5: LocalDate!
    $d6: LocalDate!
  ) {
    week: shifts(first: 1, filter: { facilityId: $facilityId, from: $d0, to: $d6 }) {
      totals {
        ...SumFields
      }
    }
    day0: shifts(first: 1, filter: { facilityId: $facilityId, from: $d0, to: $d0 }) {
      totals {
        ...SumFields
      }
    }
    day1: shifts(first: 1, filter: { facilityId: $facilityId, from: $d1, to: $d1 }) {
      totals {
        ...SumFields
      }
    }
    day2: shifts(first: 1, filter: { facilityId: $facilityId, from: $d2, to: $d2 }) {
      totals {
        ...SumFields
      }
    }
    day3: shifts(first: 1, filter: { facilityId: $facilityId, from: $d3, to: $d3 }) {
      totals {
        ...SumFields
      }
    }
    day4: shifts(first: 1, filter: { facilityId: $facilityId, from: $d4, to: $d4 }) {
      totals {
        ...SumFields
      }
    }
    day5: shifts(first: 1, filter: { facilityId: $facilityId, from: $d5, to: $d5 }) {
      totals {
        ...SumFields
      }
    }
    day6: shifts(first: 1, filter: { facilityId: $facilityId, from: $d6, to: $d6 }) {
      totals {
        ...SumFields
      }
    }
  }
`);
