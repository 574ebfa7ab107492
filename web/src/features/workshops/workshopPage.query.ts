import { graphql } from '../../../generated/gql.ts';

/** One workshop, for whoever might take part. */
export const workshopPage = graphql(`
  query WorkshopPage($id: ID!) {
    workshop(id: $id) {
      ...WorkshopFacts
      description
      offerHours
      cancellationReason
      requirementsVersion
      requirements {
        ...RequirementFacts
      }
      canManage
      organizers {
        id
        status
        person {
          id
          name
        }
      }
      myParticipation {
        ...OwnParticipation
        acknowledgedRequirements {
          ...RequirementFacts
        }
      }
      myOrganizing {
        id
        status
      }
      attendees(first: 100) {
        totalCount
        nodes {
          id
          person {
            id
            name
          }
        }
      }
    }
  }
`);
