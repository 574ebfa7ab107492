import { graphql } from '../../../generated/gql.ts';

/** A few of each kind of record that a text names, for support staff; agents by the names of people as well. */
export const searchRecords = graphql(`
  query SearchRecords($text: String!) {
    people(first: 8, filter: { text: $text }) {
      nodes {
        ...FoundPerson
        agent {
          ...FoundAgent
        }
      }
    }
    organisations(first: 5, filter: { name: $text }) {
      nodes {
        ...FoundOrganisation
      }
    }
    facilities(first: 5, filter: { text: $text }, orderBy: { field: NAME }) {
      nodes {
        ...FoundFacility
      }
    }
    agents(first: 5, filter: { text: $text }) {
      nodes {
        ...FoundAgent
      }
    }
    shifts(first: 5, filter: { text: $text }, orderBy: { field: STARTS_AT, direction: DESC }) {
      nodes {
        ...FoundShift
      }
    }
    workshops(first: 5, filter: { text: $text }, orderBy: { field: STARTS_AT, direction: DESC }) {
      nodes {
        ...FoundWorkshop
      }
    }
  }
`);
