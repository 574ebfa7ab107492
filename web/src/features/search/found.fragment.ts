import { graphql } from '../../../generated/gql.ts';

export const foundPerson = graphql(`
  fragment FoundPerson on Person {
    id
    name
    contact {
      email
      phone
    }
  }
`);

export const foundOrganisation = graphql(`
  fragment FoundOrganisation on Organisation {
    id
    name
    kind
  }
`);

export const foundFacility = graphql(`
  fragment FoundFacility on Facility {
    id
    name
    address
  }
`);

export const foundAgent = graphql(`
  fragment FoundAgent on Agent {
    id
    homeArea
    person {
      name
    }
    qualifications {
      qualification {
        displayName
      }
    }
  }
`);

export const foundShift = graphql(`
  fragment FoundShift on Shift {
    id
    startsAt
    endsAt
    status
    facility {
      name
      timeZone
    }
    qualification {
      displayName
    }
  }
`);

export const foundWorkshop = graphql(`
  fragment FoundWorkshop on Workshop {
    id
    title
    place
    startsAt
    endsAt
    timeZone
    status
  }
`);
