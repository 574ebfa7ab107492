import { graphql } from '../../../generated/gql.ts';

/** A shift as the lists of an agent and its record show it. */
export const shiftLine = graphql(`
  fragment ShiftLine on Shift {
    id
    status
    startsAt
    endsAt
    startsOn
    plannedMinutes
    workedMinutes
    breakMinutes
    note
    offeredAt
    giveBackUntil
    cancellationReason
    rate {
      amountMinor
      currency
    }
    qualification {
      displayName
    }
    agent {
      id
    }
    facility {
      id
      name
      timeZone
      address
      contact {
        name
        email
        phone
      }
      myPreference {
        preference
      }
    }
  }
`);
