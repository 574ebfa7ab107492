import { graphql } from '../../../generated/gql.ts';

/** The qualifications that shifts can take, and the agents who have worked at a facility. */
export const shiftChoices = graphql(`
  query ShiftChoices($facilityId: ID!) {
    qualifications {
      code
      displayName
      isKnown
      parents {
        code
      }
    }
    agents(first: 100, filter: { workedAtFacilityId: $facilityId }) {
      nodes {
        id
        person {
          id
          name
        }
      }
    }
  }
`);
