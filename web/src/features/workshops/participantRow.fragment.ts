import { graphql } from '../../../generated/gql.ts';

/** Somebody who takes part, as organizers see them. */
export const participantRow = graphql(`
  fragment ParticipantRow on Participant {
    id
    status
    waitingPosition
    offeredUntil
    requirementsChanged
    cancelledBy
    cancellationReason
    signedUpAt
    person {
      id
      name
    }
  }
`);
