import { graphql } from '../../generated/gql.ts';

/** What a record is called, by what it is. */
export const recordName = graphql(`
  query RecordName(
    $id: ID!
    $person: Boolean!
    $organisation: Boolean!
    $facility: Boolean!
    $agent: Boolean!
  ) {
    person(id: $id) @include(if: $person) {
      name
    }
    organisation(id: $id) @include(if: $organisation) {
      name
    }
    facility(id: $id) @include(if: $facility) {
      name
    }
    agent(id: $id) @include(if: $agent) {
      person {
        name
      }
    }
  }
`);
