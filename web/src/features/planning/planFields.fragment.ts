import { graphql } from '../../../generated/gql.ts';

/** A planned week: each shift with what stands in its way. */
export const planFields = graphql(`
  fragment PlanFields on RotaPlan {
    week
    collisionCount
    shifts {
      startsAt
      endsAt
      kind
      note
      qualification {
        code
        displayName
      }
      agent {
        id
        person {
          id
          name
        }
      }
      collisions {
        kind
        message
      }
      warnings {
        message
      }
    }
  }
`);
