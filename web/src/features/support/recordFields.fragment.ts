import { graphql } from '../../../generated/gql.ts';

export const supportPersonFields = graphql(`
  fragment SupportPersonFields on Person {
    id
    name
    contact {
      email
      phone
    }
  }
`);

export const supportFacilityFields = graphql(`
  fragment SupportFacilityFields on Facility {
    id
    name
    timeZone
    address
    contact {
      name
      email
      phone
    }
  }
`);

export const supportAgentFields = graphql(`
  fragment SupportAgentFields on Agent {
    id
    homeArea
    phone
  }
`);

export const supportShiftFields = graphql(`
  fragment SupportShiftFields on Shift {
    id
    startsAt
    endsAt
    breakMinutes
    note
    qualification {
      code
      displayName
    }
    facility {
      id
      name
      timeZone
    }
  }
`);

/** Flags beside a record. */
export const recordFlags = graphql(`
  fragment RecordFlags on FlagConnection {
    totalCount
    nodes {
      id
      status
      message
      createdAt
    }
  }
`);
