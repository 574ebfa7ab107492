import { graphql } from '../../../generated/gql.ts';

/** How one takes part oneself. */
export const ownParticipation = graphql(`
  fragment OwnParticipation on Participant {
    id
    status
    waitingPosition
    offeredUntil
    requirementsChanged
    cancelledBy
    cancellationReason
  }
`);
