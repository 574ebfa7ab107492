import { graphql } from '../../../generated/gql.ts';

/** Whatever record has this id. */
export const recordsById = graphql(`
  query RecordsById($id: ID!) {
    person(id: $id) {
      ...FoundPerson
      agent {
        ...FoundAgent
      }
    }
    organisation(id: $id) {
      ...FoundOrganisation
    }
    facility(id: $id) {
      ...FoundFacility
    }
    agent(id: $id) {
      ...FoundAgent
    }
    shift(id: $id) {
      ...FoundShift
    }
    workshop(id: $id) {
      ...FoundWorkshop
    }
  }
`);
