import { graphql } from '../../../generated/gql.ts';

/** A few records of one kind, to choose one. */
export const pickRecordsQuery = graphql(`
  query PickRecords($text: String!, $people: Boolean!, $organisations: Boolean!, $facilities: Boolean!) {
    people(first: 10, filter: { text: $text }) @include(if: $people) {
      nodes {
        id
        name
        contact {
          email
        }
        agent {
          id
          homeArea
        }
      }
    }
    organisations(first: 10, filter: { name: $text }) @include(if: $organisations) {
      nodes {
        id
        name
        kind
      }
    }
    facilities(first: 10, filter: { text: $text }) @include(if: $facilities) {
      nodes {
        id
        name
        address
      }
    }
  }
`);
