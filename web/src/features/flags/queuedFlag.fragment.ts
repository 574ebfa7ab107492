import { graphql } from '../../../generated/gql.ts';

/** A flag as support staff see it in the queue. */
export const queuedFlag = graphql(`
  fragment QueuedFlag on Flag {
    id
    status
    message
    subjectKind
    subjectId
    createdAt
    raisedByRole
    raisedBy {
      id
      name
    }
    raisedByOrganisation {
      id
      name
    }
    handler {
      name
    }
    takenAt
    answer
    answeredAt
    shift {
      startsAt
      endsAt
      facility {
        name
        timeZone
      }
    }
    facility {
      name
    }
    agent {
      person {
        name
      }
    }
    person {
      name
    }
    changes {
      at
      field
      before
      after
    }
    personChanges {
      at
      field
      before
      after
    }
  }
`);
