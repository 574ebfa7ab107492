import { graphql } from '../../../generated/gql.ts';

/** What the agent who asks has said of a facility. */
export const ownPreference = graphql(`
  query OwnPreference($facilityId: ID!) {
    facility(id: $facilityId) {
      myPreference {
        id
      }
    }
  }
`);
