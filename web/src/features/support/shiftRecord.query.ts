import { graphql } from '../../../generated/gql.ts';

/** A shift with what support staff see of it. */
export const shiftRecord = graphql(`
  query SupportShiftRecord($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    qualifications {
      code
      displayName
      isKnown
    }
    shift(id: $id) {
      ...SupportShiftFields
      status
      kind
      cancellationReason
      offeredAt
      plannedMinutes
      workedMinutes
      rate {
        amountMinor
        currency
      }
      agent {
        id
        person {
          name
        }
      }
      flags(first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
        ...RecordFlags
      }
      history(first: $first, after: $after, last: $last, before: $before) {
        ...HistoryFields
      }
    }
  }
`);
